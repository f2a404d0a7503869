import { z } from 'zod';
import { get, json, post } from './endpoint.ts';
import { planBoard } from './plan-board.ts';
import { planParams, publicPlans, unitRole } from './public-plans.ts';
import {
  broughtDocument,
  docx,
  done,
  openStep,
  request,
  saved,
  stagesOf,
  versionQuery,
  xlsx,
  yearlyReaders,
} from './shapes.ts';
import { unitChoice } from './unit-choice.ts';

/** Who writes plans. */
const writers = ['legal-office', 'legal-office-head'] as const;
const signers = ['legal-office', 'legal-office-head', 'region-head'] as const;

const code = z.string().min(1).max(64);

const namedUnits = z.object({
  role: unitRole,
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
  units: z.array(unitChoice),
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
  ...planBoard,
  ...publicPlans,
};
