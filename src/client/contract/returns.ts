import { z } from 'zod';
import { get, legalDate, post, put } from './endpoint.ts';
import { formItemView } from './return-forms.ts';
import { code, fillers, office, period, readers } from './return-words.ts';
import { done, liaisons, ofUnit, request, saved, sm3, xlsx } from './shapes.ts';

const text = z.string().max(2000);

const roundView = z.object({
  id: z.string(),
  number: z.string(),
  seq: z.number(),
  closed: z.boolean(),
  outcome: z.string().nullable(),
  form: z.string(),
  formName: z.string(),
  formVersion: z.number(),
  period: z.string(),
  periodName: z.string(),
  due: legalDate,
  note: z.string().nullable(),
  units: z.number(),
  filling: z.number(),
  submitted: z.number(),
  returned: z.number(),
  accepted: z.number(),
  unreturned: z.number(),
  late: z.number(),
});
export type ReturnRoundView = z.infer<typeof roundView>;

const value = z.object({ code: z.string(), value: z.string(), comment: z.string().optional() });
const finding = z.object({ code: z.string(), rule: z.string(), message: z.string() });
export type ReturnFinding = z.infer<typeof finding>;

/** What was typed into a cell, as it was typed. */
const typed = z.strictObject({
  code: z.string().max(30),
  text: z.string().max(40),
  comment: z.string().max(300).optional(),
});
const typedValues = z.array(typed).max(300);

const boardRow = z.object({
  id: z.string(),
  number: z.string(),
  seq: z.number(),
  ...ofUnit,
  stage: z.string(),
  stageName: z.string(),
  due: legalDate,
  submittedOn: legalDate.nullable(),
  acceptedOn: legalDate.nullable(),
  /** Workdays after the day; 0 for who was or still is in time. */
  daysLate: z.number(),
  urged: z.number(),
  corrected: z.number(),
  /** A correction waits for the office. */
  correcting: z.boolean(),
  givenBack: z.number(),
  returnReason: z.string().nullable(),
  liaisons,
  comments: z.number(),
  values: z.array(value),
});
export type ReturnBoardRow = z.infer<typeof boardRow>;

const board = z.object({
  round: roundView,
  items: z.array(formItemView),
  rows: z.array(boardRow),
  /** Sums over the units, by item; empty where the items cannot be added (a rate without parts). */
  totals: z.array(
    z.object({
      code: z.string(),
      value: z.string(),
      last: z.string().nullable(),
      lastYear: z.string().nullable(),
    }),
  ),
  /** Units that are not asked yet. */
  others: z.array(z.object({ code: z.string(), name: z.string() })),
  may: z.object({ manage: z.boolean(), enter: z.boolean() }),
});
export type ReturnBoard = z.infer<typeof board>;

const returnView = z.object({
  id: z.string(),
  number: z.string(),
  round: z.string(),
  seq: z.number(),
  ...ofUnit,
  form: z.string(),
  formName: z.string(),
  period: z.string(),
  periodName: z.string(),
  stage: z.string(),
  stageName: z.string(),
  closed: z.boolean(),
  due: legalDate,
  daysLeft: z.number(),
  daysLate: z.number(),
  submittedOn: legalDate.nullable(),
  note: z.string().nullable(),
  remark: z.string(),
  returnReason: z.string().nullable(),
  redoBy: legalDate.nullable(),
  /** A correction that waits for the office, with what it changes. */
  correction: z
    .object({
      reason: z.string(),
      on: z.string(),
      byName: z.string(),
      changes: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          unit: z.string(),
          from: z.string().nullable(),
          to: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  /** Why the last correction was sent back. */
  rejected: z.string().nullable(),
  items: z.array(formItemView.extend({ last: z.string().optional(), lastYear: z.string().optional() })),
  /** What the cells hold: the draft where there is one, else what was submitted. */
  cells: z.array(typed),
  values: z.array(value),
  findings: z.array(finding),
  draft: z.object({ revision: z.number(), ...saved }).nullable(),
  /** Steps open to the present post. */
  may: z.object({
    submit: z.boolean(),
    enter: z.boolean(),
    correct: z.boolean(),
    review: z.boolean(),
    reviewCorrection: z.boolean(),
    urge: z.boolean(),
  }),
  history: z.array(z.object({ step: z.string(), name: z.string(), on: legalDate, by: z.string() })),
  liaisons,
});
export type ReturnView = z.infer<typeof returnView>;

const checked = z.object({ values: z.array(value), findings: z.array(finding) });

const roundParams = z.object({ round: z.uuid() });
const returnParams = z.object({ return: z.uuid() });
const fileOrPasted = {
  file: sm3.optional(),
  pasted: z.string().max(1_000_000).optional(),
};

export const returns = {
  'returns.rounds': get('/api/return-rounds', {
    summary: '报送：一年的各期',
    access: readers,
    query: z.object({ year: z.coerce.number().int().optional(), form: code.optional() }),
    response: z.object({ rounds: z.array(roundView) }),
  }),
  'returns.open': post('/api/return-rounds', {
    summary: '布置一张报表一期的报送',
    access: office,
    body: z.strictObject({
      request,
      form: code,
      period,
      due: legalDate,
      units: z.array(z.string().max(64)).min(1, '请选择报送单位').max(500),
      note: text.optional(),
    }),
    response: done,
  }),
  'returns.board': get('/api/return-rounds/{round}', {
    summary: '一期报送的进度、各单位的数和合计',
    access: readers,
    params: roundParams,
    response: board,
  }),
  'returns.locate': get('/api/return-forms/{form}/periods/{period}', {
    summary: '一张报表一期的报送，以及其中一个单位的报表',
    access: readers,
    params: z.object({ form: code, period }),
    query: z.object({ unit: z.string().max(64).optional() }),
    response: z.object({ round: z.string(), return: z.string().nullable() }),
  }),
  'returns.template': get('/api/return-rounds/{round}/template.xlsx', {
    summary: '一期报送的填报模板：全部单位，或者一个单位',
    access: readers,
    params: roundParams,
    query: z.object({ unit: z.string().max(64).optional() }),
    file: xlsx,
  }),
  'returns.export': get('/api/return-rounds/{round}/summary.xlsx', {
    summary: '一期报送的汇总表和报送情况',
    access: readers,
    params: roundParams,
    file: xlsx,
  }),
  'returns.import': post('/api/return-rounds/{round}/import', {
    summary: '导入一期报送的汇总表；先核对全表，有一处不对就不导入',
    access: fillers,
    params: roundParams,
    body: z.strictObject({
      ...fileOrPasted,
      dryRun: z.boolean(),
      source: z.string().max(200).optional(),
      request,
    }),
    response: z.object({ job: z.string() }),
  }),
  'returns.get': get('/api/returns/{return}', {
    summary: '一个单位一期的报表',
    access: readers,
    params: returnParams,
    response: returnView,
  }),
  'returns.draft': put('/api/returns/{return}/draft', {
    summary: '保存填报草稿，答复各处问题',
    access: fillers,
    params: returnParams,
    body: z.strictObject({ revision: z.int().min(0), cells: typedValues, remark: z.string().max(1000) }),
    response: checked.extend({ revision: z.number() }),
  }),
  'returns.check': post('/api/returns/{return}/check', {
    summary: '核对填写的数，不保存',
    access: fillers,
    params: returnParams,
    body: z.strictObject({ cells: typedValues }),
    response: checked,
  }),
  'returns.read': post('/api/returns/{return}/reading', {
    summary: '从Excel读出本单位的数，不保存',
    access: fillers,
    params: returnParams,
    body: z.strictObject({
      file: sm3,
    }),
    response: z.object({
      cells: z.array(typed),
      problems: z.array(z.object({ cell: z.string(), message: z.string() })),
    }),
  }),
  'returns.submit': post('/api/returns/{return}/submit', {
    summary: '报送、代为录入或者更正；上期数和上年同期数由系统带入',
    access: fillers,
    params: returnParams,
    body: z.strictObject({
      request,
      step: z.enum(['submit', 'enter', 'correct']),
      expected: z.int().min(1),
      cells: typedValues,
      /** 报送说明, 数据来源 or 更正原因, by the step. */
      words: z.string().max(1000),
    }),
    response: done,
  }),
  'returns.lateness': get('/api/return-lateness', {
    summary: '一年里各单位报送的及时情况',
    access: readers,
    query: z.object({ year: z.coerce.number().int() }),
    response: z.object({
      units: z.array(
        z.object({
          ...ofUnit,
          owed: z.number(),
          onTime: z.number(),
          late: z.number(),
          daysLate: z.number(),
          open: z.number(),
          missing: z.number(),
          givenBack: z.number(),
          corrected: z.number(),
          liaisons,
        }),
      ),
    }),
  }),
};
