import type { Provision } from '../kernel/clock/law.ts';
import { days, statute } from './statute.ts';

/** 民事诉讼法: periods and service, which administrative procedure borrows. */
export const civilProcedure: readonly Provision[] = statute(
  {
    law: '民事诉讼法',
    system: '期间送达',
    from: '1991-04-09',
    to: null,
    verified: 'verified',
    source: 'github LawRefBook/Laws @2f4c5c2 (national law DB text)',
  },
  [
    {
      id: 'DAY-01',
      article: '关于期间的规定（现行第八十五条）',
      kind: 'clock',
      rule: '期间开始的时和日不计入；最后一日是法定休假日的，以其后第一个工作日为届满之日；邮寄在途时间不计入。',
      note: 'Generic rule: start hour/day not counted; if last day is a public holiday, ends first working day after; travel time of mail excluded. Admin procedure borrows it.',
    },
    {
      id: 'MS-01',
      article: '关于公告送达的规定',
      kind: 'clock',
      startsWith: '公告发出',
      endsWith: '视为送达',
      limit: days(60),
      sense: 'at-least',
      rule: '公告送达的，自公告发出之日起满60日视为送达。',
      note: 'Service by announcement (old text).',
      to: '2021-12-31',
      verified: 'memory-high',
      source: 'from memory',
    },
    {
      id: 'MS-02',
      article: '第九十五条',
      kind: 'clock',
      startsWith: '公告发出',
      endsWith: '视为送达',
      limit: days(30),
      sense: 'at-least',
      rule: '公告送达的，自公告发出之日起满30日视为送达。',
      note: 'Service by announcement.',
      from: '2022-01-01',
    },
  ],
);
