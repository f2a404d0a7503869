import { z } from 'zod';
import { get } from './endpoint.ts';
import { planParams, unitRole } from './public-plans.ts';
import { figureAsk, ofUnit, xlsx, yearlyReaders } from './shapes.ts';

// How an issued plan goes: its tasks, units and months, with the figures of what is demanded.

const standing = z.enum([
  'done',
  'done-late',
  'claimed',
  'running',
  'near',
  'late',
  'cancelled',
  'unfinished',
]);
const tally = z.object({
  key: z.string(),
  name: z.string(),
  total: z.number(),
  done: z.number(),
  doneLate: z.number(),
  claimed: z.number(),
  running: z.number(),
  near: z.number(),
  late: z.number(),
  unfinished: z.number(),
  percent: z.number(),
});
export type TallyView = z.infer<typeof tally>;

/** A demand with its figure: what it counts so far, against what is asked. */
const measured = z.object({
  code: z.string(),
  text: z.string(),
  target: z.string(),
  measureUnit: z.string(),
  sense: z.enum(['minimum', 'maximum', 'exact']),
  value: z.string().nullable(),
  met: z.boolean().nullable(),
  source: z.enum(['indicator', 'returned', 'none']),
  /** What the figure is asked by, so that it opens into its records. */
  ask: figureAsk.nullable(),
});

const boardTask = z.object({
  matter: z.string(),
  receipt: z.string(),
  task: z.string(),
  number: z.string(),
  part: z.string(),
  title: z.string(),
  ...ofUnit,
  role: unitRole,
  due: z.string(),
  standing,
  percent: z.number(),
  doneOn: z.string().nullable(),
  reportedOn: z.string().nullable(),
  progress: z.string(),
  /** Level of the reminder that runs. */
  escalation: z.string().nullable(),
  measures: z.array(measured),
});
export type BoardTaskView = z.infer<typeof boardTask>;

const board = z.object({
  plan: z.string(),
  title: z.string(),
  year: z.number(),
  today: z.string(),
  all: tally,
  units: z.array(tally),
  parts: z.array(tally),
  months: z.array(z.object({ month: z.string(), due: z.number(), done: z.number().nullable() })),
  tasks: z.array(boardTask),
  plansOfUnits: z.array(
    z.object({
      matter: z.string(),
      unitName: z.string(),
      stageName: z.string(),
      due: z.string(),
      late: z.boolean(),
      filedOn: z.string().nullable(),
    }),
  ),
});
export type BoardView = z.infer<typeof board>;

const boardQuery = z.object({
  unit: z.string().max(64).optional(),
  part: z.string().max(200).optional(),
  standing: standing.optional(),
  /** Due on or before this day. */
  dueBy: z.iso.date().optional(),
});

export const planBoard = {
  'plans.board': get('/api/plans/{plan}/board', {
    summary: '工作要点推进情况：按单位、部分和时间，单位只看本单位',
    access: yearlyReaders,
    params: planParams,
    query: boardQuery,
    response: board,
  }),
  'plans.boardXlsx': get('/api/plans/{plan}/board.xlsx', {
    summary: '工作要点推进情况（Excel）',
    access: yearlyReaders,
    params: planParams,
    query: boardQuery,
    file: xlsx,
  }),
};
