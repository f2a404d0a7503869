import type { Provision } from '../kernel/clock/law.ts';
import { days, statute, years } from './statute.ts';

/** 国发〔2008〕17号 on lawful administration of cities and counties. */
export const lawfulAdministration2008: readonly Provision[] = [
  ...statute(
    {
      law: '国发〔2008〕17号',
      system: '重大行政决策',
      from: '2008-05-12',
      to: '2019-08-31',
      verified: 'verified',
      source: 'github waystowork/waystowork.github.io @e1c3f865f',
    },
    [
      {
        id: 'JC0-01',
        article: '（七）至（八）',
        kind: 'gate',
        startsWith: '通知听证代表',
        endsWith: '举行听证',
        limit: days(10),
        sense: 'at-least',
        rule: '于听证10日前将内容、理由、依据告知听证代表；实行专家论证和风险评估。',
        note: 'Hearing system, expert and risk steps; tell hearing representatives content/reasons/basis ≥10 days before hearing.',
      },
      {
        id: 'JC0-02',
        article: '（九）',
        kind: 'gate',
        rule: '决策前应当进行合法性审查，未经审查或者审查不合法的不得决策。',
        note: 'Legality review before deciding; unreviewed/failed not decided.',
      },
      {
        id: 'JC0-03',
        article: '（十）至（十二）',
        kind: 'gate',
        rule: '决策应当集体决定，决策后进行评价并实行责任追究。',
        note: 'Collective decision; post-decision evaluation; accountability.',
      },
    ],
  ),
  ...statute(
    {
      law: '国发〔2008〕17号',
      system: '规范性文件',
      from: '2008-05-12',
      to: null,
      verified: 'verified',
      source: 'github waystowork/waystowork.github.io @e1c3f865f',
    },
    [
      {
        id: 'GW-01',
        article: '（十三）',
        kind: 'gate',
        rule: '制定规范性文件应当听取意见、经合法性审查和集体讨论，不得设定许可、处罚、强制和收费；应当公布，未公布的不得作为依据。',
        note: 'Hear opinions + legality review + collective decision; no licence/penalty/coercion/fee set; must be published, unpublished not usable.',
      },
      {
        id: 'GW-02',
        article: '（十四）',
        kind: 'report',
        startsWith: '规范性文件发布',
        endsWith: '报送备案',
        limit: days(15),
        rule: '自规范性文件发布之日起15日内报送备案。',
        note: 'File: city/county government doc → next higher government; department doc → same-level government.',
      },
      {
        id: 'GW-03',
        article: '（十五）',
        kind: 'clock',
        startsWith: '上一次清理',
        endsWith: '下一次清理',
        limit: years(2),
        rule: '每2年清理一次规范性文件，公布有效、废止、失效目录；未列入有效目录的不得作为依据。',
        note: 'Clean-up cycle; lists of valid/repealed/lapsed published; unlisted not usable.',
      },
      {
        id: 'DC-00',
        article: '（三十）',
        kind: 'report',
        rule: '市县政府每年向同级人大常委会和上一级政府报告推进依法行政情况；没有规定具体日期。',
        note: 'City/county government reports yearly to same-level People’s Congress SC and higher government on 依法行政 (progress, results, problems, next steps); province yearly to State Council. No date.',
        system: '法治政府年度报告与督察',
        to: '2019-04-14',
      },
      {
        id: 'XX-00',
        article: '（三）至（六）、（十九）',
        kind: 'qualification',
        rule: '政府常务会议学法、年度法治讲座、任前法律考查测试和执法人员培训；执法人员经考试合格才能取得资格，合同工、临时工不得执法。',
        note: 'Older base: government standing-meeting study of law, yearly lecture plan, pre-appointment law check/test, enforcer training; enforcer must pass law exam to get qualification; contract/temporary staff removed from enforcement.',
        system: '学法普法',
      },
    ],
  ),
];
