import type { Provision } from '../kernel/clock/law.ts';
import { days, statute, workdays } from './statute.ts';

/**
 * Market supervision before 15 July 2021: the provisional texts of 2018, which 令第42号 renamed, amended and renumbered.
 * Only that they bore these names is read; what they said is from memory, so no article is named.
 */
const provisional = {
  system: '行政处罚·市监',
  from: '2019-04-01',
  to: '2021-07-14',
  verified: 'memory-high',
  source: 'memory; names and end of validity read in 国家市场监督管理总局令第42号 (2021-07-02)',
} as const;

export const marketPenalty2018: readonly Provision[] = [
  ...statute({ ...provisional, law: '市场监督管理行政处罚程序暂行规定', counting: 'DAY-16' }, [
    {
      id: 'DAY-16',
      kind: 'clock',
      rule: '期间开始的时和日不计入，届满之日为节假日的顺延至其后第一个工作日；未写明工作日的，日为自然日。',
    },
    {
      id: 'SJ0-03',
      article: '关于立案核查的规定',
      kind: 'clock',
      startsWith: '发现线索或者收到材料',
      endsWith: '决定是否立案',
      limit: workdays(15),
      extension: [{ amount: 15, unit: 'workday', approver: '市场监督管理部门负责人' }],
      pauses: '检测、检验、检疫、鉴定等所需时间不计入',
      rule: '自发现线索或者收到材料之日起15个工作日内核查并决定是否立案；特殊情况经负责人批准可以延长15个工作日。',
    },
    {
      id: 'SJ0-04',
      article: '关于审核的规定',
      kind: 'clock',
      startsWith: '审核机构收到案卷',
      endsWith: '完成审核',
      limit: workdays(10),
      extension: [{ amount: null, unit: 'workday', approver: '市场监督管理部门负责人' }],
      rule: '审核机构自收到案卷之日起10个工作日内完成审核；特殊情况经负责人批准可以延长。',
    },
    {
      id: 'SJ0-05',
      article: '关于告知的规定',
      kind: 'clock',
      startsWith: '处罚告知书送达',
      endsWith: '视为放弃陈述、申辩和听证',
      limit: workdays(3),
      rule: '自告知书送达之日起3个工作日内未陈述申辩、未要求听证的，视为放弃；2021年7月15日起为5个工作日。',
    },
    {
      id: 'SJ0-06',
      article: '关于办案期限的规定',
      kind: 'clock',
      startsWith: '立案',
      endsWith: '作出处理决定',
      limit: days(90),
      extension: [
        { amount: 30, unit: 'day', approver: '市场监督管理部门负责人' },
        {
          amount: null,
          unit: 'day',
          approver: '市场监督管理部门负责人集体讨论',
          condition: '同时确定延长的合理期限',
        },
      ],
      pauses: '中止、听证、公告和检测、检验、检疫、鉴定等时间不计入',
      rule: '自立案之日起90日内作出处理决定；案情复杂的经负责人批准可以延长30日，仍不能决定的由负责人集体讨论决定是否继续延长并确定合理期限。',
    },
    {
      id: 'SJ0-07',
      article: '关于结案的规定',
      kind: 'clock',
      startsWith: '具备结案条件',
      endsWith: '填写结案审批表',
      limit: workdays(15),
      rule: '具备结案条件的，15个工作日内填写结案审批表报批结案。',
      verified: 'memory-medium',
    },
    {
      id: 'SJ0-08',
      article: '关于送达的规定',
      kind: 'clock',
      startsWith: '作出处罚决定（当事人不在场）',
      endsWith: '送达处罚决定书',
      limit: workdays(7),
      rule: '当事人不在场的，7个工作日内送达处罚决定书。',
      verified: 'memory-medium',
    },
    {
      id: 'SJ0-09',
      article: '关于简易程序的规定',
      kind: 'clock',
      startsWith: '作出当场处罚决定',
      endsWith: '将案卷材料交至所在部门',
      limit: workdays(7),
      rule: '当场处罚的材料，自作出决定之日起7个工作日内交至所在市场监督管理部门。',
      verified: 'memory-medium',
    },
  ]),
  ...statute({ ...provisional, law: '市场监督管理行政处罚听证暂行办法' }, [
    {
      id: 'TZ0-01',
      article: '关于要求听证的规定',
      kind: 'clock',
      startsWith: '告知听证权利',
      endsWith: '要求听证',
      limit: workdays(3),
      rule: '自告知书送达之日起3个工作日内要求听证；2021年7月15日起为5个工作日。',
    },
    {
      id: 'TZ0-03',
      article: '关于听证范围的规定',
      kind: 'gate',
      rule: '对自然人处1万元以上、对法人或者其他组织处10万元以上罚款的，应当告知听证权利；省级有具体规定的可以从其规定。',
    },
  ]),
];
