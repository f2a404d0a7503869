import type { Provision } from '../kernel/clock/law.ts';
import { statute, workdays } from './statute.ts';

/**
 * What the market regulator's rules said otherwise before 15 July 2021, under the provisional texts of 2018 that 令第42号
 * renamed, amended and renumbered; the rest reads the same and stands with the present rules. That they bore these names is
 * read; what they said is from memory, so no article is named.
 */
const provisional = {
  system: '行政处罚·市监',
  from: '2019-04-01',
  to: '2021-07-14',
  verified: 'memory-high',
  source: 'memory; names and end of validity read in 国家市场监督管理总局令第42号 (2021-07-02)',
} as const;

export const marketPenalty2018: readonly Provision[] = [
  ...statute({ ...provisional, law: '市场监督管理行政处罚程序暂行规定', counting: 'DAY-11' }, [
    {
      id: 'SJ0-05',
      article: '关于告知的规定',
      kind: 'clock',
      startsWith: '处罚告知书送达',
      endsWith: '视为放弃陈述、申辩和听证',
      limit: workdays(3),
      rule: '自告知书送达之日起3个工作日内未陈述申辩、未要求听证的，视为放弃；2021年7月15日起为5个工作日。',
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
