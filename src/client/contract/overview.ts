import { z } from 'zod';
import { get, legalDate, paging } from './endpoint.ts';
import { sealView } from './figures.ts';
import { alertRow } from './oversight.ts';
import { limitStanding } from './shapes.ts';

const unitCount = { unit: z.string(), name: z.string() };

/** A clock that runs, with the matter it belongs to. */
export const clockRow = z.object({
  matter: z.string(),
  number: z.string(),
  title: z.string(),
  procedure: z.string(),
  procedureName: z.string(),
  clockName: z.string(),
  unitName: z.string(),
  due: z.string(),
  daysLeft: z.number().nullable(),
  standing: limitStanding,
  provisional: z.boolean(),
});
export type ClockRow = z.infer<typeof clockRow>;

const overviewView = z.object({
  today: z.string(),
  year: z.number(),
  /** The unit the post is confined to; null for the whole region. */
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  /** The year against its plan; null where no plan of this year has tasks. */
  plan: z
    .object({
      procedure: z.string(),
      total: z.number(),
      done: z.number(),
      late: z.number(),
      near: z.number(),
      units: z.array(
        z.object({ ...unitCount, total: z.number(), done: z.number(), late: z.number(), near: z.number() }),
      ),
    })
    .nullable(),
  totals: z.object({
    open: z.number(),
    overdue: z.number(),
    near: z.number(),
    red: z.number(),
    yellow: z.number(),
    coming: z.number(),
  }),
  /** Last day that counts as near, so that its number opens into the same clocks. */
  nearUntil: z.string(),
  units: z.array(
    z.object({
      ...unitCount,
      overdue: z.number(),
      near: z.number(),
      red: z.number(),
      yellow: z.number(),
    }),
  ),
  deadlines: z.object({
    from: z.string(),
    to: z.string(),
    days: z.array(
      z.object({
        day: z.string(),
        workday: z.boolean(),
        count: z.number(),
        systems: z.array(z.object({ procedure: z.string(), name: z.string(), count: z.number() })),
      }),
    ),
    nearest: z.array(clockRow),
  }),
  /** First responsible persons of the year, those with late duties in front. */
  leaders: z.array(
    z.object({
      matter: z.string(),
      name: z.string(),
      title: z.string(),
      done: z.number(),
      late: z.number(),
      total: z.number(),
    }),
  ),
  /** Figures month by month: this year up to its present month, and the whole of last year. */
  trends: z.array(
    z.object({
      indicator: z.string(),
      source: z.string(),
      name: z.string(),
      unit: z.string(),
      now: z.array(z.number()),
      before: z.array(z.number()),
      /** January to the present month of each year. */
      nowSum: z.number(),
      beforeSum: z.number(),
    }),
  ),
  seal: sealView.nullable(),
});
export type OverviewView = z.infer<typeof overviewView>;

export const overview = {
  'overview.get': get('/api/overview', {
    summary: '年度总览：任务、红黄牌、未来30天到期、主要指标与上年比较',
    access: 'signed-in',
    response: overviewView,
  }),
  'overview.clocks': get('/api/overview/clocks', {
    summary: '总览中一个到期或超期数字的全部办件',
    access: 'signed-in',
    query: z.object({
      from: legalDate.optional(),
      to: legalDate,
      unit: z.string().max(64).optional(),
      procedure: z.string().max(64).optional(),
      ...paging,
    }),
    response: z.object({ rows: z.array(clockRow), total: z.number() }),
  }),
  'overview.alerts': get('/api/overview/alerts', {
    summary: '总览中一个红黄牌数字的全部预警',
    access: 'signed-in',
    query: z.object({ level: z.enum(['red', 'yellow']), unit: z.string().max(64).optional(), ...paging }),
    response: z.object({
      rows: z.array(alertRow),
      total: z.number(),
    }),
  }),
};
