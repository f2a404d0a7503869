import type { Provision } from '../kernel/clock/law.ts';
import { statute, workdays, years } from './statute.ts';

/** Documents of the State Council on normative documents. */
export const normativeDocuments: readonly Provision[] = [
  ...statute(
    {
      law: '国发〔2010〕33号',
      system: '规范性文件',
      from: '2010-10-10',
      to: null,
      verified: 'memory-high',
      source: 'from memory',
    },
    [
      {
        id: 'GW-04',
        kind: 'clock',
        startsWith: '上一次清理',
        endsWith: '下一次清理',
        limit: years(2),
        rule: '规章一般每5年、规范性文件一般每2年清理一次，提倡规定有效期。',
        note: 'Rules cleaned generally every 5 y, docs every 2 y; validity periods encouraged.',
      },
    ],
  ),
  ...statute(
    {
      law: '国办发〔2018〕37号',
      system: '规范性文件',
      from: '2018-05-16',
      to: null,
      verified: 'verified',
      source: 'shdbkk.com/html_3/falu/24901/list/1.html',
    },
    [
      {
        id: 'GW-05',
        article: '第三部分',
        kind: 'gate',
        rule: '规范性文件依次经过评估论证、公开征求意见、合法性审核、集体审议和公布；未经审核不得审议，未公布不得作为依据。',
        note: 'Chain: assess need → public comment → legality review → collective deliberation → publish; unreviewed/failed not deliberated; unpublished not a basis. No national day number for comment or filing.',
      },
    ],
  ),
  ...statute(
    {
      law: '国办发〔2018〕115号',
      system: '规范性文件',
      from: '2018-12-04',
      to: null,
      verified: 'verified',
      source: 'github ZhouYNF/platform-1 db/ge_policy_raw20190217.sql (gov.cn copies) gov.cn content_5350427',
    },
    [
      {
        id: 'GW-06',
        article: '（五）',
        kind: 'clock',
        startsWith: '收到完备材料',
        endsWith: '出具书面审核意见',
        limit: workdays(15),
        rule: '合法性审核时间一般不少于5个工作日、最长不超过15个工作日，突发事件等除外。',
        note: 'Legality review: at least 5, at most 15 workdays (except emergency or superior urgent orders). Extension: min 5 workdays.',
      },
      {
        id: 'GW-12',
        article: '（五）',
        kind: 'clock',
        startsWith: '收到完备材料',
        endsWith: '出具书面审核意见',
        limit: workdays(5),
        sense: 'at-least',
        rule: '合法性审核时间一般不少于5个工作日，突发事件等除外。',
      },
      {
        id: 'GW-07',
        article: '（三）至（七）',
        kind: 'gate',
        rule: '报送审核应当附草案、说明、征求意见和依据；不得以征求意见、会签、会议代替审核；未经审核或者审核不合法的不得提交集体审议。',
        note: 'Material list (draft, note, comments, basis); review not replaced by comment/countersign/meeting; written opinion; unreviewed or failed not submitted to collective deliberation.',
      },
    ],
  ),
];
