import { z } from 'zod';
import { get, json, post } from './endpoint.ts';
import {
  broughtDocument,
  docx,
  done,
  figureAsk,
  ofUnit,
  openStep,
  request,
  saved,
  stagesOf,
  versionQuery,
  xlsx,
  yearlyReaders,
} from './shapes.ts';

/** Who writes plans. */
const writers = ['legal-office', 'legal-office-head'] as const;
const signers = ['legal-office', 'legal-office-head', 'region-head'] as const;

const role = z.enum(['lead', 'responsible', 'cooperating']);
const code = z.string().min(1).max(64);

const namedUnits = z.object({
  role,
  printed: z.string().max(100),
  units: z.array(code).max(500),
  source: z.enum(['remembered', 'name', 'class', 'past', 'subject', 'chosen', 'unknown']),
});

const planMeasure = z.object({
  code: z.string().min(1).max(60),
  text: z.string().max(500),
  target: z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, '目标值应为数字'),
  measureUnit: z.string().max(20),
  sense: z.enum(['minimum', 'maximum', 'exact']),
  indicator: z.string().max(100).nullable(),
  kind: z.string().max(60).nullable(),
  reach: z.enum(['unit', 'region']),
});

const planTask = z.object({
  code: z.string().min(1).max(40),
  number: z.string().max(20),
  part: z.string().max(200),
  title: z.string().max(300),
  text: z.string().max(20_000),
  start: z.int().min(0).nullable(),
  end: z.int().min(0).nullable(),
  due: z.iso.date('完成时限应为真实存在的日期').nullable(),
  dueText: z.string().max(100),
  units: z.array(namedUnits).max(200),
  measures: z.array(planMeasure).max(100),
  confirmed: z.boolean(),
});
export type PlanTaskView = z.infer<typeof planTask>;

const written = {
  title: z.string().trim().min(1, '请填写要点名称').max(300),
  year: z.int().min(2004, '请填写年度').max(2100),
  issuer: z.string().max(200),
  number: z.string().max(60),
  tasks: z.array(planTask).max(500),
};
const draft = z.object({ ...written, text: z.string() });
export type PlanDraftView = z.infer<typeof draft>;

const head = z.object({
  plan: z.string(),
  version: z.number(),
  year: z.number(),
  title: z.string(),
  tasks: z.number(),
  ...saved,
  matter: z
    .object({
      id: z.string(),
      number: z.string(),
      ...stagesOf,
      issuedOn: z.string().nullable(),
      /** The version in force, once issued. */
      fixedVersion: z.number().nullable(),
      published: z.string().nullable(),
    })
    .nullable(),
});
export type PlanHeadView = z.infer<typeof head>;

const planView = z.object({
  head,
  draft,
  /** Whether this version may be written on. */
  editable: z.boolean(),
  openPoints: z.array(z.string()),
  units: z.array(z.object({ code: z.string(), name: z.string(), shortName: z.string(), class: z.string() })),
  indicators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      kinds: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  versions: z.array(z.object({ version: z.number(), ...saved })),
  steps: z.array(openStep),
});
export type PlanView = z.infer<typeof planView>;

const difference = z.object({
  code: z.string(),
  number: z.string(),
  title: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  fields: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
});

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
  role: role,
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

const planParams = z.object({ plan: z.uuid() });
const boardQuery = z.object({
  unit: z.string().max(64).optional(),
  part: z.string().max(200).optional(),
  standing: standing.optional(),
  /** Due on or before this day. */
  dueBy: z.iso.date().optional(),
});

export const plans = {
  'plans.list': get('/api/plans', {
    summary: '年度工作要点',
    access: yearlyReaders,
    response: z.object({ plans: z.array(head) }),
  }),
  'plans.create': post('/api/plans', {
    summary: '录入一份工作要点：读出任务、单位和时限，或者从空白开始',
    access: writers,
    body: z.union([...broughtDocument, z.strictObject({ title: written.title, year: written.year })]),
    response: z.object({ plan: z.string(), version: z.number(), tasks: z.number() }),
  }),
  'plans.get': get('/api/plans/{plan}', {
    summary: '一份工作要点',
    access: yearlyReaders,
    params: planParams,
    query: versionQuery,
    response: planView,
  }),
  'plans.save': post('/api/plans/{plan}', {
    summary: '保存工作要点的新版本，记住确认过的单位名称',
    access: writers,
    params: planParams,
    body: z.strictObject({ expected: z.int().min(1), ...written }),
    response: z.object({ version: z.number(), remembered: z.number() }),
  }),
  'plans.step': post('/api/plans/{plan}/steps/{step}', {
    summary: '送审、审核、印发、调整；印发时按版本固定任务',
    access: signers,
    params: z.object({ plan: z.uuid(), step: z.string() }),
    body: z.strictObject({ request, input: json }),
    response: done,
  }),
  'plans.diff': get('/api/plans/{plan}/differences', {
    summary: '工作要点两个版本的差别',
    access: yearlyReaders,
    params: planParams,
    query: z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
    response: z.object({ differences: z.array(difference) }),
  }),
  'plans.xlsx': get('/api/plans/{plan}/tasks.xlsx', {
    summary: '任务分解表（Excel）',
    access: yearlyReaders,
    params: planParams,
    query: versionQuery,
    file: xlsx,
  }),
  'plans.docx': get('/api/plans/{plan}/tasks.docx', {
    summary: '任务分解表（公文格式）',
    access: yearlyReaders,
    params: planParams,
    query: versionQuery,
    file: docx,
  }),
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
  'public.plans': get('/api/public/plans', {
    summary: '已公开的年度工作要点',
    access: 'public',
    response: z.object({
      plans: z.array(
        z.object({
          plan: z.string(),
          year: z.number(),
          title: z.string(),
          publishedOn: z.string(),
          tasks: z.number(),
        }),
      ),
    }),
  }),
  'public.plan': get('/api/public/plans/{plan}', {
    summary: '一份已公开的年度工作要点：任务、单位和时限',
    access: 'public',
    params: planParams,
    response: z.object({
      plan: z.string(),
      year: z.number(),
      title: z.string(),
      number: z.string(),
      issuer: z.string(),
      issuedOn: z.string(),
      publishedOn: z.string(),
      status: z.enum(['published', 'withdrawn']),
      /** Why it was corrected or withdrawn. */
      note: z.string().nullable(),
      tasks: z.array(
        z.object({
          number: z.string(),
          part: z.string(),
          title: z.string(),
          text: z.string(),
          due: z.string(),
          units: z.array(z.object({ code: z.string(), name: z.string(), role })),
        }),
      ),
    }),
  }),
};
