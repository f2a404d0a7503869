import { z } from 'zod';
import { basis, get, json, jsonValue, legalDate, post, refusal } from './endpoint.ts';
import { nextStep } from './registers.ts';
import { docx, limitStanding, ofUnit, openStep, request, stagesOf } from './shapes.ts';

export const clockView = z.object({
  id: z.string(),
  name: z.string(),
  main: z.boolean(),
  bindsApplicant: z.boolean(),
  due: z.string(),
  dueAt: z.string().optional(),
  promised: z.string().optional(),
  provisional: z.boolean(),
  unverified: z.boolean(),
  paused: z.boolean(),
  stoppedOn: z.string().optional(),
  outcome: z.string().optional(),
  daysLeft: z.number().nullable(),
  standing: limitStanding,
  /** The holiday notices the date stands on, in words; absent where the day was set and not reckoned. */
  calendar: z.string().optional(),
  /** How the date was computed, line by line. */
  explain: z.array(z.object({ text: z.string(), date: z.string().optional(), basis: basis.optional() })),
});

/** One established fact, ready to be shown. */
const factView = z.object({
  name: z.string(),
  title: z.string(),
  widget: z.string(),
  group: z.string().optional(),
  value: jsonValue,
  /** As shown: choices by name, people by name, money with separators, masks applied. */
  text: z.string(),
  masked: z.boolean(),
  /** Id of the matter it names, which opens from it. */
  matter: z.string().optional(),
});

export const recordEntry = z.object({
  event: z.string(),
  seq: z.number(),
  type: z.string(),
  name: z.string(),
  on: z.string(),
  at: z.string(),
  person: z.string(),
  postName: z.string(),
  unitName: z.string(),
  /** Sealed entries carry their place in the log. */
  sealed: z.boolean(),
  index: z.number().nullable(),
  facts: z.array(factView),
  clocks: z.array(z.string()),
  alerts: z.array(z.object({ level: z.string(), name: z.string(), message: z.string() })),
  /** What the record shows beside: a child opened or ended, a publication made. */
  notes: z.array(z.string()),
});

const checkedDocument = z.object({
  at: z.string(),
  document: z.string(),
  person: z.string(),
  postName: z.string(),
  citations: z.string(),
});

export const matterView = z.object({
  id: z.string(),
  procedure: z.string(),
  procedureName: z.string(),
  procedureVersion: z.number(),
  number: z.string(),
  title: z.string(),
  ...ofUnit,
  seq: z.number(),
  ...stagesOf,
  closed: z.boolean(),
  outcome: z.string().optional(),
  startedOn: z.string(),
  closedOn: z.string().optional(),
  facts: z.array(factView),
  pins: z.array(
    z.object({
      pin: z.string(),
      /** Field of the step that chose the item. */
      field: z.string(),
      list: z.string(),
      code: z.string(),
      name: z.string(),
      /** The item as it stood when it was pinned. */
      item: jsonValue,
    }),
  ),
  steps: z.array(
    z.object({
      step: z.string(),
      name: z.string(),
      usual: z.boolean(),
      /** Taken at the desk of the procedure, not by a form of this page. */
      atDesk: z.boolean(),
      refusal: refusal.optional(),
      /** What may stand in its form at first, by field. */
      proposed: json.optional(),
    }),
  ),
  desk: z.object({ name: z.string(), path: z.string() }).optional(),
  clocks: z.array(clockView),
  record: z.array(recordEntry),
  /** Documents made with citations nobody had read, by whoever said he had checked them; kept in the audit. */
  checked: z.array(checkedDocument),
  publications: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      due: z.string().optional(),
      publishedOn: z.string().optional(),
      withdrawnOn: z.string().optional(),
      reason: z.string().optional(),
      /** Kernel steps open to this post: $publish, $correct, $withdraw. */
      steps: z.array(openStep),
      preview: z.array(z.tuple([z.string(), jsonValue])),
    }),
  ),
  documents: z.array(z.object({ id: z.string(), name: z.string() })),
  files: z.array(z.object({ sm3: z.string(), name: z.string(), size: z.number() })),
  /** How many more there are that this post may not open. */
  closedFiles: z.number().int(),
  children: z.array(
    z.object({
      matter: z.string(),
      procedure: z.string(),
      procedureName: z.string(),
      closed: z.boolean(),
      outcome: z.string().optional(),
    }),
  ),
  parent: z.object({ matter: z.string(), procedure: z.string(), procedureName: z.string() }).optional(),
  alerts: z.array(
    z.object({
      matter: z.string(),
      number: z.string(),
      level: z.string(),
      name: z.string(),
      message: z.string(),
      stageName: z.string(),
    }),
  ),
  /** Flow chart with the present stage lit, as SVG. */
  chart: z.string(),
});
export type MatterView = z.infer<typeof matterView>;

/** What a step answers: done, with what comes next in one Chinese sentence. */
export const stepDone = z.object({
  matter: z.string(),
  number: z.string(),
  seq: z.number(),
  again: z.boolean(),
  message: z.string(),
});

export const stepBody = z.strictObject({
  /** Idempotency key made by the caller for this act. */
  request,
  /** Version the caller saw. */
  expected: z.int().min(1).optional(),
  /** Legal day of an act done on paper before. */
  on: legalDate.optional(),
  input: json,
});

export const matters = {
  'matter.get': get('/api/matters/{matter}', {
    summary: '办件：事实、时限、记录、可办环节',
    access: 'signed-in',
    params: z.object({ matter: z.uuid() }),
    query: z.strictObject({
      /** What could be done on this day: an act on paper is entered later than it was done. Today if absent. */
      on: legalDate.optional(),
    }),
    response: matterView,
  }),
  'matter.ready': post('/api/matters/ready', {
    summary: '选中的办件现在各能一并办理什么环节，不能的说明原因；只看不办',
    access: 'signed-in',
    body: z.strictObject({ matters: z.array(z.uuid()).min(1).max(200) }),
    response: z.object({
      rows: z.array(
        z.object({
          matter: z.string(),
          procedure: z.string(),
          number: z.string(),
          title: z.string(),
          seq: z.number(),
          next: nextStep.nullable(),
          /** Why nothing can be done with it in one go; empty where something can. */
          why: z.string(),
        }),
      ),
    }),
  }),
  'matter.open': post('/api/procedures/{procedure}/{step}', {
    summary: '登记新的办件',
    access: 'signed-in',
    params: z.object({ procedure: z.string(), step: z.string() }),
    body: stepBody,
    response: stepDone,
  }),
  'matter.step': post('/api/matters/{procedure}/{matter}/{step}', {
    summary: '办理一个环节',
    access: 'signed-in',
    params: z.object({ procedure: z.string(), matter: z.uuid(), step: z.string() }),
    body: stepBody,
    response: stepDone,
  }),
  'matter.document': get('/api/matters/{matter}/documents/{document}.docx', {
    summary: '生成文书',
    access: 'signed-in',
    params: z.object({ matter: z.uuid(), document: z.string() }),
    /** `1`: whoever asks has checked the citations nobody had read; it is recorded. */
    query: z.object({ checked: z.enum(['1']).optional() }),
    file: docx,
  }),
  'matter.citations': get('/api/matters/{matter}/documents/{document}/citations', {
    summary: '文书引用的条文中还没有核对过的',
    access: 'signed-in',
    params: z.object({ matter: z.uuid(), document: z.string() }),
    response: z.object({ unread: z.array(z.string()) }),
  }),
  'matter.proof': get('/api/matters/{matter}/proof/{seq}', {
    summary: '一条记录的封存证明',
    access: 'signed-in',
    params: z.object({ matter: z.uuid(), seq: z.coerce.number().int().min(1) }),
    response: z.object({
      sealed: z.boolean(),
      sentences: z.array(z.string()),
      /** With the text that can be checked elsewhere (`fazhi/proof/2`). */
      proof: z
        .object({
          text: z.string(),
          number: z.number(),
          size: z.number(),
          root: z.string(),
          leaf: z.number(),
        })
        .optional(),
    }),
  }),
  'people.find': get('/api/people', {
    summary: '按姓名、拼音或单位查找人员（选人用）',
    access: 'signed-in',
    query: z.object({
      q: z.string().max(50).optional(),
      unit: z.string().optional(),
      certificate: z.string().optional(),
      /** The day the certificate is asked for; today if absent. */
      on: legalDate.optional(),
      ids: z.string().optional(),
    }),
    response: z.object({
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          unitName: z.string(),
          /** Certificate of the kind asked for, valid on the day asked for. */
          certificate: z.object({ number: z.string(), to: z.string() }).nullable(),
        }),
      ),
    }),
  }),
};
