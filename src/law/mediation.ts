import type { Provision } from '../kernel/clock/law.ts';
import { days, months, statute } from './statute.ts';

/** People’s mediation and administrative mediation. */
export const mediation: readonly Provision[] = [
  ...statute(
    {
      law: '人民调解法',
      system: '人民调解',
      from: '2011-01-01',
      to: null,
      verified: 'verified',
      source: 'github LawRefBook/Laws @2f4c5c2 (national law DB text)',
    },
    [
      {
        id: 'RT-01',
        article: '第三十三条',
        kind: 'clock',
        startsWith: '调解协议生效',
        endsWith: '共同申请司法确认',
        limit: days(30),
        rule: '双方当事人自调解协议生效之日起30日内可以共同申请司法确认；这不是调解期限。',
        note: 'Joint application to court for judicial confirmation – NOT a mediation limit.',
      },
      {
        id: 'RT-02',
        kind: 'clock',
        rule: '法律没有规定人民调解的期限。',
        note: 'Law sets no time limit for mediation itself.',
      },
    ],
  ),
  ...statute(
    {
      law: '人民调解工作若干规定',
      system: '人民调解',
      from: '2002-11-01',
      to: null,
      verified: 'verified',
      source: 'lawfaq.cn/law/24-140-3.html',
    },
    [
      {
        id: 'RT-03',
        article: '第三十三条',
        kind: 'clock',
        startsWith: '受理',
        endsWith: '调解结束',
        limit: months(1),
        rule: '自受理之日起1个月内调解结束。',
        note: 'Ministry rule: generally finish.',
      },
    ],
  ),
  ...statute(
    {
      law: '行政调解（国家层面没有专门立法）',
      system: '人民调解',
      from: '2011-01-01',
      to: null,
      verified: 'verified',
      source: 'HL-06/07 github waystowork/waystowork.github.io @e1c3f865f',
    },
    [
      {
        id: 'RT-04',
        kind: 'clock',
        rule: '国家层面没有行政调解的专门立法，期限只见于地方和部门规定。',
        note: 'No national administrative-mediation statute; clocks only local (Heilongjiang: HL-06/07) or sector (市监: TS-02).',
      },
    ],
  ),
];
