import type { Provision } from '../kernel/clock/law.ts';
import { days, statute } from './statute.ts';

/** 优化营商环境条例 (2020) and 民营经济促进法 (2025). */
export const businessEnvironment: readonly Provision[] = [
  ...statute(
    {
      law: '优化营商环境条例',
      system: '规范性文件与营商环境',
      from: '2020-01-01',
      to: null,
      verified: 'verified',
      source: 'github LawRefBook/Laws @2f4c5c2 (national law DB text)',
    },
    [
      {
        id: 'GW-08',
        article: '第六十二条',
        kind: 'clock',
        startsWith: '公布草案',
        endsWith: '征求意见截止',
        limit: days(30),
        sense: 'at-least',
        rule: '与市场主体生产经营活动密切相关的文件，公开征求意见期限一般不少于30日。',
        note: 'Docs closely affecting market entities: public comment, generally. Extension: exception: law otherwise or secrecy/urgency.',
      },
      {
        id: 'GW-09',
        article: '第六十三条、第六十四条',
        kind: 'gate',
        rule: '应当进行公平竞争审查和合法性审核；没有法律依据不得减损市场主体权益；未公布的不得作为依据。',
        note: 'Fair-competition review + legality review; no basis → no detriment; unpublished not usable.',
      },
      {
        id: 'SR-04',
        article: '第五十四条',
        kind: 'gate',
        rule: '市场监管领域以双随机、一公开为基本手段，合并检查事项，结果公开。',
        note: 'Double-random as default for market supervision; merge checks; results public.',
      },
    ],
  ),
  ...statute(
    {
      law: '民营经济促进法',
      system: '涉企行政检查',
      from: '2025-05-20',
      to: null,
      verified: 'verified',
      source: 'github ImCa0/just-laws @5c000d2 (2026-07-17)',
    },
    [
      {
        id: 'JCX-10',
        article: '第五十二条、第六十四条',
        kind: 'gate',
        rule: '检查实行随机抽取对象、随机选派人员并公开结果，同一对象的多个事项尽可能合并；规范异地执法，不得为经济利益滥用职权异地执法。',
        note: 'Private-sector law: regular, published, merged checks; off-site enforcement limits; double-random.',
      },
    ],
  ),
];
