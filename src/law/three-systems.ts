import type { Provision } from '../kernel/clock/law.ts';
import { statute, workdays } from './statute.ts';

/** 三项制度: publicity, full record and legality review of enforcement, with discretion and fines. */
export const threeSystems: readonly Provision[] = [
  ...statute(
    {
      law: '国办发〔2017〕14号',
      system: '三项制度',
      from: '2017-01-19',
      to: '2018-12-04',
      verified: 'verified',
      source: 'github waystowork/waystowork.github.io @e1c3f865f',
    },
    [
      {
        id: 'S3-01',
        kind: 'gate',
        fixedDue: { every: 'once', date: '2017-12-31' },
        rule: '在32个地方和部门试点行政执法公示、全过程记录、重大执法决定法制审核，2017年底前完成并总结。',
        note: 'Pilot in 32 places incl. all Hebei: publicity, full record, legal review; no numeric clocks; finish and summary by end of 2017.',
      },
    ],
  ),
  ...statute(
    {
      law: '国办发〔2018〕118号',
      system: '三项制度',
      from: '2018-12-05',
      to: null,
      verified: 'verified',
      source:
        'github ZhouYNF/platform-1 db/ge_policy_raw20190217.sql (gov.cn copies) + github waystowork/waystowork.github.io @e1c3f865f',
    },
    [
      {
        id: 'S3-02',
        article: '（四）至（五）',
        kind: 'publication',
        rule: '事前公开执法主体、权限、依据、程序、救济渠道和事项清单；事中公示执法身份，出示证件和文书。',
        note: 'Before: publish organ, power, basis, procedure, remedies, item lists; during: ID and notices.',
      },
      {
        id: 'S3-03',
        article: '（六）',
        kind: 'publication',
        startsWith: '作出执法决定',
        endsWith: '公布执法决定',
        limit: workdays(20),
        rule: '自作出执法决定之日起20个工作日内公布执法机关、对象、类别、结论等信息，法律、行政法规另有规定的除外。',
        note: 'Publish enforcement decisions (general). Extension: laws/admin regs may differ.',
      },
      {
        id: 'S3-04',
        article: '（六）',
        kind: 'publication',
        startsWith: '作出许可、处罚决定',
        endsWith: '公布决定信息',
        limit: workdays(7),
        rule: '行政许可、行政处罚的执法决定信息自决定作出之日起7个工作日内公开，法律、行政法规另有规定的除外。',
        note: 'Licence and penalty decisions. Extension: laws/admin regs may differ.',
      },
      {
        id: 'S3-05',
        article: '（六）',
        kind: 'publication',
        rule: '执法决定被依法撤销、确认违法或者要求重新作出的，应当及时从信息公示平台撤下。',
        note: 'Annulled/changed/redo decision removed from platform promptly (no day number; from 2021-07-15 penalties: 3 wd, CF1-20).',
      },
      {
        id: 'S3-06',
        article: '（六）',
        kind: 'report',
        endsWith: '公开并报告上年度执法数据',
        fixedDue: { every: 'year', month: 1, day: 31 },
        rule: '每年1月31日前公开本机关上年度行政执法总体情况有关数据，并报本级政府和上级主管部门。',
        note: 'Previous-year enforcement data published and reported to same-level government and superior department.',
      },
      {
        id: 'S3-07',
        article: '（七）至（十）',
        kind: 'gate',
        rule: '以文字对执法全过程记录；对查封扣押财产、强制拆除等直接涉及重大权益的现场进行音像记录；按规定归档保存。',
        note: 'Full record: text for all; audio-video for seizure, demolition and other major-interest scenes; archive; retention by rules.',
      },
      {
        id: 'S3-08',
        article: '（十一）至（十四）',
        kind: 'gate',
        rule: '重大执法决定作出前应当进行法制审核并形成书面意见，未经审核或者审核未通过的不得作出决定；编制审核目录清单。',
        note: 'Major decisions: legal review before decision (public interest, social risk, major rights, after hearing, complex); unreviewed/failed → no decision; written opinion; list of major items.',
      },
      {
        id: 'S3-09',
        article: '（十一）',
        kind: 'qualification',
        quantity: { amount: 5, unit: 'percent' },
        rule: '法制审核人员原则上不少于本单位执法人员总数的5%；初次从事审核的应当取得法律职业资格。',
        note: 'Legal reviewers ≥5% of enforcement staff in principle; first-time reviewers need legal qualification.',
      },
      {
        id: 'S3-10',
        article: '（五）、（二十三）',
        kind: 'qualification',
        rule: '执法人员应当主动出示证件；统一证件和资格管理，建立执法人员和审核人员数据库，开展岗前培训。',
        note: 'Enforcers show ID; unified certificates, qualification management, national database of enforcers and legal reviewers, pre-job training.',
      },
      {
        id: 'S3-11',
        kind: 'report',
        endsWith: '报备实施方案',
        fixedDue: { every: 'once', date: '2019-03-31' },
        rule: '各地区各部门制定实施方案，并于2019年3月31日前报司法部备案。',
        note: 'Local/departmental implementation plans, filed with Ministry of Justice.',
      },
    ],
  ),
  ...statute(
    {
      law: '国办发〔2015〕51号、发改电〔2015〕557号',
      system: '三项制度',
      from: '2015-09-15',
      to: null,
      verified: 'verified',
      source: 'credit.hlj.gov.cn t20221019_76542; credit.shiyan.gov.cn/660/2459.html',
    },
    [
      {
        id: 'S3-12',
        kind: 'publication',
        startsWith: '作出许可、处罚决定',
        endsWith: '公示决定信息',
        limit: workdays(7),
        rule: '行政许可和行政处罚信息自作出决定之日起7个工作日内在网上公示。',
        note: '"双公示": licence and penalty decisions online – 7 wd existed before 2018.',
      },
    ],
  ),
  ...statute(
    {
      law: '国办发〔2022〕27号',
      system: '三项制度',
      from: '2022-08-17',
      to: null,
      verified: 'verified',
      source: 'github waystowork/waystowork.github.io @e1c3f865f',
    },
    [
      {
        id: 'S3-13',
        kind: 'gate',
        fixedDue: { every: 'once', date: '2023-12-31' },
        rule: '2023年底前普遍建立行政裁量权基准制度；决定中说明适用基准的情况；基准应当合法性审核并公布。',
        note: 'Discretion benchmarks generally set by end of 2023; benchmark cited/explained in decision; legality review + publication.',
      },
    ],
  ),
  ...statute(
    {
      law: '国发〔2024〕5号',
      system: '三项制度',
      from: '2024-02-09',
      to: null,
      verified: 'memory-medium',
      source: 'from memory (seen, address not kept)',
    },
    [
      {
        id: 'S3-14',
        kind: 'gate',
        fixedDue: { every: 'once', date: '2024-12-31' },
        rule: '规范罚款设定，最高与最低数额一般不超过10倍；清理执法类电子监控设备；不得变相设定处罚。',
        note: 'Fine-setting: max/min generally ≤10×; e-monitoring clean-up by Dec 2024; no indirect "other" penalties.',
      },
    ],
  ),
  ...statute(
    {
      law: '国办发〔2023〕27号',
      system: '三项制度',
      from: '2023-08-09',
      to: '2025-12-31',
      verified: 'memory-medium',
      source: 'from memory',
    },
    [
      {
        id: 'S3-15',
        kind: 'gate',
        rule: '2023年至2025年实施提升行政执法质量三年行动：提升人员能力、规范行为、健全监督体系、建设信息平台、强化保障。',
        note: 'Enforcement-quality three-year plan 2023–2025: staff capability, conduct, supervision system, information platform, support.',
      },
    ],
  ),
];
