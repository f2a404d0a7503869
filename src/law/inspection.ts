import type { Provision } from '../kernel/clock/law.ts';
import { statute } from './statute.ts';

/** Inspections: random selection, and inspections of enterprises. */
export const inspection: readonly Provision[] = [
  ...statute(
    {
      law: '国办发〔2015〕58号',
      system: '双随机',
      from: '2015-07-29',
      to: null,
      verified: 'verified',
      source:
        'github waystowork/waystowork.github.io @e1c3f865f; github ZhouYNF/platform-1 db/ge_policy_raw20190217.sql (gov.cn copies) content_5365945',
    },
    [
      {
        id: 'SR-01',
        article: '第二部分',
        kind: 'gate',
        rule: '建立随机抽查事项清单、检查对象名录库和执法人员名录库，随机抽取，合理确定比例和频次。',
        note: 'Inspection list; libraries of subjects and inspectors; random choice; reasonable ratio and frequency. No numeric clock.',
      },
      {
        id: 'SR-02',
        law: '国发〔2019〕5号',
        kind: 'gate',
        rule: '制定年度抽查计划，开展跨部门联合抽查，结果在信用信息平台公示，谁检查谁处置。',
        note: 'Annual plan, cross-department joint checks, result public on credit system/platform, dispose under "who checks, handles". No numeric clock for publishing.',
        from: '2019-01-27',
      },
    ],
  ),
  ...statute(
    {
      law: '国办发〔2024〕54号',
      system: '涉企行政检查',
      from: '2025-01-03',
      to: null,
      verified: 'verified',
      source:
        'rsrhlxs.com id=1229; cbgc.scol.com.cn/news/5827467; xjrq.gov.cn 202505 (6171af9f…); news.voc.com.cn/article/202501/20250103170515877071.html',
    },
    [
      {
        id: 'JCX-01',
        article: '第一部分',
        kind: 'qualification',
        rule: '只有具备执法资格的机关和依法授权、委托的组织可以实施涉企检查；议事协调机构、第三方、外包机构和无证人员不得实施。',
        note: 'Only enforcement organs, empowered or delegated organisations. Barred: coordination bodies; third parties (test/research institutes); outsourced intermediaries; auxiliaries without certificate (grid staff, temps).',
      },
      {
        id: 'JCX-02',
        article: '第二部分',
        kind: 'publication',
        rule: '清理并公布检查事项及其依据；未公布的不得实施检查。',
        note: 'Clean up and publish inspection items (basis: law, regulation, rule, State Council decision); unpublished → may not inspect.',
      },
      {
        id: 'JCX-03',
        article: '第三部分',
        kind: 'publication',
        endsWith: '公布年度检查频次上限',
        fixedDue: { every: 'once', date: '2025-06-30' },
        rule: '对企业分级分类检查，公布同一机关对同一企业的年度检查频次上限。',
        note: 'Graded/classified inspection and yearly frequency cap per enterprise published.',
      },
      {
        id: 'JCX-04',
        article: '第四部分',
        kind: 'publication',
        rule: '公布检查标准，部门之间标准冲突的予以协调。',
        note: 'Inspection standards published; conflicts between departments coordinated.',
      },
      {
        id: 'JCX-05',
        article: '第五部分',
        kind: 'gate',
        rule: '检查须有计划并经批准，出示检查通知和证件并制作笔录；优先非现场检查，能合并的合并实施。',
        note: 'Procedure: plan/approval (written) → inspection notice → ID → record; non-site first; merge/joint checks.',
      },
      {
        id: 'JCX-06',
        article: '第六部分',
        kind: 'gate',
        rule: '严格控制专项检查：拟订计划、经批准、向同级执法监督机关备案，确定范围和时限。',
        note: 'Special inspections strictly controlled: plan, approval, filed with same-level supervision; scope and term fixed.',
        verified: 'memory-medium',
        source: 'from memory',
      },
      {
        id: 'JCX-07',
        article: '第七部分',
        kind: 'gate',
        rule: '实施检查遵守“五个严禁”“八个不得”，不得逐利检查、干扰经营、任性检查、下达指标或者变相检查。',
        note: '五个严禁 / 八个不得. Existence verified; item lists from memory – 严禁: 逐利检查; 干扰正常经营; 任性检查; 下达检查指标; 变相检查.',
        verified: 'memory-medium',
        source: 'from memory',
      },
      {
        id: 'JCX-08',
        article: '第八部分',
        kind: 'gate',
        fixedDue: { every: 'once', date: '2025-12-31' },
        rule: '建立异地检查协助机制，以属地管辖为原则。',
        note: 'State Council departments set off-site (异地) inspection assistance; local jurisdiction is default.',
      },
    ],
  ),
  ...statute(
    {
      law: '行政检查文书基本格式文本（试行）',
      system: '涉企行政检查',
      from: '2025-05-08',
      to: null,
      verified: 'verified',
      source: 'moj.gov.cn t20250508_518854; xjrq.gov.cn 202505',
    },
    [
      {
        id: 'JCX-09',
        kind: 'gate',
        rule: '使用司法部发布的七种行政检查文书格式文本（试行）。',
        note: 'MoJ 7 inspection forms (approval, notice, record …) trial since 2025-05.',
      },
    ],
  ),
];
