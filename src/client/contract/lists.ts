import { z } from 'zod';
import { get, json, legalDate, paging, post } from './endpoint.ts';
import { ofUnit, request, xlsx } from './shapes.ts';

export const listRow = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  ...ofUnit,
  status: z.string(),
  statusName: z.string(),
  fromDate: z.string(),
  toDate: z.string().nullable(),
  operation: z.string(),
  operationName: z.string(),
  item: json,
});

const listParams = z.object({ list: z.string() });
const listQuery = z.object({
  /** As of this day; today if absent. */
  on: legalDate.optional(),
  q: z.string().max(100).optional(),
  kind: z.string().optional(),
  unit: z.string().optional(),
  /** Items of this unit, and those entrusted or given to it. */
  exercisedBy: z.string().optional(),
  /** Items whose field `refersBy` names `refersTo`, e.g. the benchmarks of a power. */
  refersBy: z.string().max(64).optional(),
  refersTo: z.string().max(64).optional(),
  status: z.enum(['in-force', 'suspended', 'cancelled']).optional(),
  sort: z.enum(['code', 'name', 'unit']).default('code'),
  ...paging,
});

export const lists = {
  'list.page': get('/api/lists/{list}', {
    summary: '清单：任意日期的内容',
    access: 'signed-in',
    params: listParams,
    query: listQuery,
    response: z.object({
      rows: z.array(listRow),
      total: z.number(),
      on: z.string(),
      kinds: z.array(z.object({ kind: z.string(), name: z.string(), count: z.number() })),
      units: z.array(z.object({ unit: z.string(), name: z.string(), count: z.number() })),
    }),
  }),
  'list.diff': get('/api/lists/{list}/diff', {
    summary: '清单：两个日期之间的变化',
    access: 'signed-in',
    params: listParams,
    query: z.object({ from: legalDate, to: legalDate, ...paging }),
    response: z.object({
      added: z.number(),
      removed: z.number(),
      changed: z.number(),
      rows: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          change: z.enum(['added', 'removed', 'changed']),
          operationName: z.string(),
          on: z.string(),
          fields: z.array(z.object({ title: z.string(), before: z.string(), after: z.string() })),
        }),
      ),
      total: z.number(),
    }),
  }),
  'list.item': get('/api/lists/{list}/items/{code}', {
    summary: '清单事项及其全部变动',
    access: 'signed-in',
    params: z.object({ list: z.string(), code: z.string() }),
    query: z.object({ on: legalDate.optional() }),
    response: z.object({
      row: listRow,
      facts: z.array(z.object({ name: z.string(), title: z.string(), text: z.string() })),
      history: z.array(
        z.object({
          seq: z.number(),
          on: z.string(),
          operationName: z.string(),
          person: z.string(),
          reason: z.string(),
          basisDocument: z.string(),
          changes: z.array(z.object({ title: z.string(), before: z.string(), after: z.string() })),
        }),
      ),
      operations: z.array(z.object({ id: z.string(), name: z.string() })),
      chart: z.string(),
    }),
  }),
  'list.operate': post('/api/lists/{list}/{operation}', {
    summary: '办理清单变动',
    access: 'signed-in',
    params: z.object({ list: z.string(), operation: z.string() }),
    body: z.strictObject({
      request,
      code: z.string(),
      /** Effective day. */
      on: legalDate,
      input: json,
    }),
    response: z.object({ code: z.string(), seq: z.number(), message: z.string() }),
  }),
  'list.template': get('/api/lists/{list}/template.xlsx', {
    summary: '导入模板',
    access: 'signed-in',
    params: listParams,
    file: xlsx,
  }),
  'list.export': get('/api/lists/{list}/export.xlsx', {
    summary: '清单导出为Excel',
    access: 'signed-in',
    params: listParams,
    query: listQuery.omit({ page: true, size: true }),
    file: xlsx,
  }),
  'list.import': post('/api/lists/{list}/import', {
    summary: '从Excel导入；先试运行，再正式导入',
    access: 'signed-in',
    params: listParams,
    body: z.strictObject({
      request,
      /** A stored file, or pasted text with tabs. */
      file: z.string().optional(),
      pasted: z.string().optional(),
      on: legalDate,
      dryRun: z.boolean(),
    }),
    response: z.object({ job: z.string() }),
  }),
  'job.get': get('/api/jobs/{job}', {
    summary: '长任务的进度和结果',
    access: 'signed-in',
    params: z.object({ job: z.string() }),
    response: z.object({
      state: z.enum(['running', 'done', 'failed']),
      done: z.number(),
      total: z.number(),
      message: z.string(),
      errors: z.array(z.object({ cell: z.string(), message: z.string() })),
    }),
  }),
};
