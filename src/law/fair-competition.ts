import type { Provision } from '../kernel/clock/law.ts';
import { statute } from './statute.ts';

/** Fair-competition review. */
export const fairCompetition: readonly Provision[] = [
  ...statute(
    {
      law: '公平竞争审查条例',
      system: '公平竞争审查',
      from: '2024-08-01',
      to: null,
      verified: 'verified',
      source: 'github LawRefBook/Laws @2f4c5c2 (national law DB text)',
    },
    [
      {
        id: 'GP-01',
        article: '第十三条、第十四条、第十六条',
        kind: 'gate',
        rule: '起草单位应当在起草阶段进行公平竞争审查；以政府名义出台的由市场监管部门会同起草单位审查；应当听取利害关系人意见。',
        note: 'Fair-competition review at drafting: departments self-review; government-issued → market regulator with drafter, after drafter initial opinion; hear stakeholders.',
      },
      {
        id: 'GP-02',
        article: '第十八条',
        kind: 'gate',
        rule: '未经公平竞争审查或者审查不符合规定的，不得出台。',
        note: 'Unreviewed or failing → not issued.',
      },
    ],
  ),
  ...statute(
    {
      law: '国发〔2016〕34号',
      system: '公平竞争审查',
      from: '2016-06-01',
      to: '2024-07-31',
      verified: 'memory-high',
      source: 'from memory',
    },
    [
      {
        id: 'GP-03',
        kind: 'gate',
        rule: '政策措施出台前应当自我进行公平竞争审查，未经审查不得出台。',
        note: 'Earlier gate: self-review before issue, unreviewed not issued.',
      },
    ],
  ),
];
