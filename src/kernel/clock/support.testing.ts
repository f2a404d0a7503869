import { createCalendar } from '../calendar/calendar.ts';
import { officialNotices } from '../calendar/notices.ts';
import { type ClockOp, type ClockState, evolveClock } from './clock.ts';
import type { LawBook, Limit, Provision } from './law.ts';

/** A small law of the kernel's own, so that its tests do not depend on real statutes. */
const base = {
  system: '测试',
  law: '测试法',
  from: '2015-01-01',
  to: null,
  verified: 'verified',
  source: '测试',
} as const;

const provisions: readonly Provision[] = [
  { ...base, id: 'GENERAL', kind: 'clock', rule: '起算日不计入。' },
  rule(
    'W20',
    { amount: 20, unit: 'workday' },
    { extension: [{ amount: 10, unit: 'workday', approver: '机关负责人' }] },
  ),
  rule(
    'D90',
    { amount: 90, unit: 'day' },
    {
      extension: [
        { amount: 30, unit: 'day' },
        { amount: null, unit: 'day' },
      ],
    },
  ),
  rule('D7', { amount: 7, unit: 'day' }),
  rule('M1', { amount: 1, unit: 'month' }),
  rule('Y1', { amount: 1, unit: 'year' }),
  rule('H24', { amount: 24, unit: 'hour' }, { extension: [{ amount: 24, unit: 'hour' }] }),
  rule('WAIT', { amount: 10, unit: 'workday' }, { sense: 'at-least' }),
  rule('GUESS', { amount: 5, unit: 'day' }, { verified: 'memory-medium' }),
  rule('OLD', { amount: 3, unit: 'day' }, { from: '2000-01-01', to: '2019-12-31', article: '第三条' }),
  rule('NEW', { amount: 5, unit: 'workday' }, { from: '2020-01-01', article: '第五条' }),
  { ...base, id: 'NONE', kind: 'gate', rule: '没有期限。' },
  {
    ...base,
    id: 'FEB',
    kind: 'report',
    rule: '三月一日前报告。',
    fixedDue: { every: 'year', month: 2, day: 31 },
  },
  {
    ...base,
    id: 'JUNE',
    kind: 'clock',
    rule: '次年六月底前归档。',
    fixedDue: { every: 'year', month: 6, day: 30, nextYear: true },
  },
  {
    ...base,
    id: 'ONCE',
    kind: 'gate',
    rule: '2021年底前完成。',
    fixedDue: { every: 'once', date: '2021-12-31' },
  },
];

function rule(id: string, limit: Limit, more: Partial<Provision> = {}): Provision {
  return { ...base, id, kind: 'clock', rule: `${id}。`, limit, ...more };
}

/** A law book over the small law; OLD and NEW follow each other. */
export const smallLaw: LawBook = {
  general: 'GENERAL',
  all: provisions,
  find: (id) => provisions.find((p) => p.id === id),
  get: (id) => provisions.find((p) => p.id === id) as Provision,
  inForce: (id, date) => {
    const { from, to } = smallLaw.get(id);
    return from <= date && (to === null || date <= to);
  },
  successor: (id, date) =>
    provisions.find(
      (p) => ['OLD', 'NEW'].includes(id) && ['OLD', 'NEW'].includes(p.id) && smallLaw.inForce(p.id, date),
    ),
};

export const calendar = createCalendar(officialNotices);

type Bare<Op> = Op extends { clock: string } ? Omit<Op, 'clock'> : never;

/** The state of a clock `c` started by `rule` on a day, after more operations. */
export function clock(rule: string, on: string, ...more: Bare<ClockOp>[]): ClockState {
  const ops = [{ op: 'start', rule, on } as const, ...more].map((op) => ({ ...op, clock: 'c' }) as ClockOp);
  return ops.reduce<ClockState | undefined>(evolveClock, undefined) as ClockState;
}

export const pauseOn = (on: string): Bare<ClockOp> => ({ op: 'pause', on, reason: '鉴定' });
export const resumeOn = (on: string): Bare<ClockOp> => ({ op: 'resume', on });
export const extendOn = (on: string, amount: number, unit: Limit['unit']): Bare<ClockOp> => ({
  op: 'extend',
  on,
  by: { amount, unit },
  approver: '负责人',
  reason: '案情复杂',
});
