import { z } from 'zod';
import { get, post } from './endpoint.ts';
import { docx, ofUnit, xlsx, yearlyReaders } from './shapes.ts';

// 督察督办: the board of one campaign of inspections, and the list of reminders up to the circular.

const year = z.coerce.number().int().min(2004).max(2100);

const campaignHead = z.object({
  matter: z.string(),
  number: z.string(),
  name: z.string(),
  year: z.number(),
  wayName: z.string(),
  from: z.string(),
  units: z.number(),
  ended: z.number(),
  findings: z.number(),
  closed: z.boolean(),
});
export type CampaignHead = z.infer<typeof campaignHead>;

const inspectionState = z.enum(['notified', 'inspecting', 'rectifying', 'rechecking', 'rectified', 'clean']);

const inspectedUnit = z.object({
  matter: z.string(),
  number: z.string(),
  ...ofUnit,
  state: inspectionState,
  stateName: z.string(),
  selfCheckBy: z.string(),
  selfCheckedOn: z.string().nullable(),
  fedBackOn: z.string().nullable(),
  findings: z.number(),
  rectifyBy: z.string().nullable(),
  rectifiedOn: z.string().nullable(),
  /** How often the re-check failed. */
  rechecks: z.number(),
  closedOn: z.string().nullable(),
  /** What is late, in words; null where nothing is. */
  late: z.string().nullable(),
  /** The reminder that runs. */
  escalation: z.object({ matter: z.string(), level: z.string() }).nullable(),
});
export type InspectedUnitView = z.infer<typeof inspectedUnit>;

const finding = z.object({
  matter: z.string(),
  ...ofUnit,
  code: z.string(),
  kind: z.string(),
  kindName: z.string(),
  finding: z.string(),
  demand: z.string(),
  /** Number of the plan's task; empty where none was named. */
  task: z.string(),
  taskTitle: z.string(),
  /** The unit's own task of that number; null where it has none. */
  taskMatter: z.string().nullable(),
  rectifyBy: z.string(),
  stateName: z.string(),
  putRight: z.boolean(),
});
export type FindingView = z.infer<typeof finding>;

const findingTally = z.object({
  key: z.string(),
  name: z.string(),
  total: z.number(),
  open: z.number(),
  units: z.number(),
});
export type FindingTallyView = z.infer<typeof findingTally>;

const campaign = z.object({
  matter: z.string(),
  number: z.string(),
  name: z.string(),
  year: z.number(),
  wayName: z.string(),
  scope: z.string(),
  from: z.string(),
  selfCheckBy: z.string(),
  inspectors: z.string(),
  openedOn: z.string(),
  conclusions: z.string(),
  closed: z.boolean(),
  closedOn: z.string().nullable(),
  today: z.string(),
  /** The post sees every unit of it: papers about all of them are made. */
  whole: z.boolean(),
  units: z.array(inspectedUnit),
  findings: z.array(finding),
  byTask: z.array(findingTally),
  byKind: z.array(findingTally),
});
export type CampaignView = z.infer<typeof campaign>;

const paperForm = z.enum(['notice', 'report']);
export type CampaignPaperForm = z.infer<typeof paperForm>;

/** A paper of a campaign as it was made and kept. */
const madePaper = z.object({
  version: z.number(),
  form: paperForm,
  title: z.string(),
  /** The day it bears. */
  date: z.string(),
  madeBy: z.string(),
  madeOn: z.string(),
});
export type MadePaperView = z.infer<typeof madePaper>;

const waiting = z.enum(['answer', 'late', 'review', 'talk', 'talk-late', 'next', 'resolved']);
const level = z.enum(['remind', 'summon', 'order', 'circulate']);

const escalationRow = z.object({
  matter: z.string(),
  number: z.string(),
  subject: z.string(),
  sourceName: z.string(),
  /** The task or inspection it came from. */
  parent: z.string().nullable(),
  ...ofUnit,
  level,
  levelName: z.string(),
  levelOn: z.string(),
  stageName: z.string(),
  waiting,
  waitingName: z.string(),
  /** The day that was missed at first. */
  due: z.string().nullable(),
  /** Day by which the unit answers or puts right, or of the talk; null where none runs. */
  by: z.string().nullable(),
  answeredOn: z.string().nullable(),
  answeredLate: z.boolean(),
  outcome: z.string().nullable(),
});
export type EscalationRow = z.infer<typeof escalationRow>;

const escalationTally = z.object({
  ...ofUnit,
  total: z.number(),
  open: z.number(),
  late: z.number(),
  resolved: z.number(),
  remind: z.number(),
  summon: z.number(),
  order: z.number(),
  circulate: z.number(),
});
export type EscalationTally = z.infer<typeof escalationTally>;

const escalationsView = z.object({
  year: z.number(),
  today: z.string(),
  rows: z.array(escalationRow),
  units: z.array(escalationTally),
});
export type EscalationsView = z.infer<typeof escalationsView>;

const roundParams = z.object({ round: z.uuid() });
const escalationQuery = z.object({ year });

export const follow = {
  'inspections.list': get('/api/inspection-rounds', {
    summary: '督察：各次督察的单位数、问题数和办结情况',
    access: yearlyReaders,
    query: z.object({ year: year.optional() }),
    response: z.object({ rounds: z.array(campaignHead) }),
  }),
  'inspections.board': get('/api/inspection-rounds/{round}', {
    summary: '一次督察：各单位进展、问题清单，单位只看本单位',
    access: yearlyReaders,
    params: roundParams,
    response: campaign,
  }),
  'inspections.xlsx': get('/api/inspection-rounds/{round}/board.xlsx', {
    summary: '一次督察的进展和问题清单导出为Excel',
    access: yearlyReaders,
    params: roundParams,
    file: xlsx,
  }),
  'inspections.papers': get('/api/inspection-rounds/{round}/papers', {
    summary: '一次督察已制作的督察通知、督察报告',
    access: yearlyReaders,
    params: roundParams,
    response: z.object({ papers: z.array(madePaper) }),
  }),
  'inspections.make': post('/api/inspection-rounds/{round}/papers', {
    summary: '按督察现在的情况制作督察通知或者督察报告并留存',
    access: yearlyReaders,
    params: roundParams,
    body: z.strictObject({ form: paperForm }),
    response: madePaper.extend({
      /** It says what the last of its form says: that one is given. */
      again: z.boolean(),
    }),
  }),
  'inspections.paper': get('/api/inspection-rounds/{round}/papers/{version}', {
    summary: '已制作的督察通知、督察报告（公文格式），内容以制作时为准',
    access: yearlyReaders,
    params: z.object({ round: z.uuid(), version: z.coerce.number().int().min(1).max(100_000) }),
    file: docx,
  }),
  'escalations.board': get('/api/escalations', {
    summary: '提醒约谈：按单位的层级、反馈期限和结果，单位只看本单位',
    access: yearlyReaders,
    query: escalationQuery,
    response: escalationsView,
  }),
  'escalations.xlsx': get('/api/escalations.xlsx', {
    summary: '提醒约谈情况导出为Excel',
    access: yearlyReaders,
    query: escalationQuery,
    file: xlsx,
  }),
};
