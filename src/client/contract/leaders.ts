import { z } from 'zod';
import { storedFile } from '../../kernel/procedure/fields.ts';
import { basis, get, post } from './endpoint.ts';
import { done, ofUnit, xlsx } from './shapes.ts';

const year = z.coerce.number().int().min(2016).max(2100);

const dutyView = z.object({
  id: z.string(),
  name: z.string(),
  target: z.number(),
  unit: z.string(),
  actual: z.number(),
  state: z.enum(['done', 'running', 'late']),
  /** Last day of the duty. */
  by: z.string(),
  basis,
  /** The text of the provision is verified. */
  verified: z.boolean(),
  /** The law names no number: the target is a floor set here. */
  ownFloor: z.boolean(),
  /** Where the actual value opens: an indicator with its filter, a matter, or nowhere. */
  opens: z.union([
    z.object({
      indicator: z.string(),
      source: z.string(),
      kind: z.string().optional(),
      unit: z.string().optional(),
    }),
    z.object({ matter: z.string() }),
    z.null(),
  ]),
  /** No register holds it: only evidence can show it. */
  evidenceOnly: z.boolean(),
  brought: z.array(z.object({ explanation: z.string(), on: z.string(), files: z.array(storedFile) })),
});
export type DutyView = z.infer<typeof dutyView>;

export const leaderView = z.object({
  matter: z.string(),
  number: z.string(),
  name: z.string(),
  title: z.string(),
  ...ofUnit,
  bodyName: z.string(),
  stageName: z.string(),
  closed: z.boolean(),
  outcome: z.string().nullable(),
  /** Day by which the year is confirmed; null where that is done. */
  due: z.string().nullable(),
  done: z.number(),
  late: z.number(),
  total: z.number(),
  duties: z.array(dutyView),
  /** The leader's report of the year (述法); null where none was asked for. */
  report: z
    .object({
      matter: z.string(),
      stage: z.string(),
      stageName: z.string(),
      closed: z.boolean(),
      due: z.string().nullable(),
      late: z.boolean(),
    })
    .nullable(),
  /** What the post in use may do now. */
  may: z.object({ evidence: z.boolean(), submit: z.boolean() }),
});
export type LeaderView = z.infer<typeof leaderView>;

const own = ['unit-head', 'region-head', 'liaison'] as const;
const office = ['legal-office', 'legal-office-head'] as const;
const request = z.string().min(8).max(100);

export const leaders = {
  'leaders.year': get('/api/leaders', {
    summary: '主要负责人年度履职：职责清单、台账数字、述法情况',
    access: 'signed-in',
    query: z.object({ year }),
    response: z.object({
      year: z.number(),
      leaders: z.array(leaderView),
      /** First responsible persons in the leading group's list that have no list of duties yet. */
      missing: z.array(z.object({ name: z.string(), title: z.string(), unitName: z.string() })),
      round: z.object({ matter: z.string(), title: z.string(), stageName: z.string() }).nullable(),
      mayOpen: z.boolean(),
    }),
  }),
  'leaders.export': get('/api/leaders.xlsx', {
    summary: '主要负责人年度履职情况导出为Excel',
    access: 'signed-in',
    query: z.object({ year }),
    file: xlsx,
  }),
  'leaders.open': post('/api/leaders', {
    summary: '按领导小组名单为第一责任人建立年度职责清单',
    access: office,
    body: z.strictObject({ year: z.int().min(2016).max(2100), request }),
    response: z.object({ opened: z.number(), message: z.string() }),
  }),
  'leaders.evidence': post('/api/leaders/{matter}/evidence', {
    summary: '为台账没有记录的职责补充佐证',
    access: [...own, ...office],
    params: z.object({ matter: z.uuid() }),
    body: z.strictObject({
      request,
      duty: z.string().max(64),
      explanation: z.string().max(2000),
      evidenceFiles: z.array(storedFile).max(50),
    }),
    response: done,
  }),
  'leaders.submit': post('/api/leaders/{matter}/submit', {
    summary: '提交年终确认，完成情况由台账带入',
    access: own,
    params: z.object({ matter: z.uuid() }),
    body: z.strictObject({ request, unfinished: z.string().max(3000).optional() }),
    response: done,
  }),
};
