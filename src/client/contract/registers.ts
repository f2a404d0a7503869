import { z } from 'zod';
import { get, json, legalDate, paging } from './endpoint.ts';
import { limitStanding, ofUnit, stagesOf, xlsx } from './shapes.ts';

// Where matters are found: the work list of a post, the registers, the search over everything.

const flagText = z.enum(['true', 'false']).transform((value) => value === 'true');

const registerRow = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  ...ofUnit,
  ...stagesOf,
  closed: z.boolean(),
  outcome: z.string().nullable(),
  startedOn: z.string(),
  closedOn: z.string().nullable(),
  handlerName: z.string(),
  due: z.string().nullable(),
  /** Workdays until due; negative when late. */
  daysLeft: z.number().nullable(),
  standing: limitStanding,
  provisional: z.boolean(),
  paused: z.boolean(),
  fields: json,
});

const registerQuery = z.object({
  q: z.string().max(100).optional(),
  unit: z.string().max(64).optional(),
  stage: z.string().max(64).optional(),
  state: z.enum(['open', 'closed']).optional(),
  from: legalDate.optional(),
  to: legalDate.optional(),
  late: flagText.optional(),
  sort: z.enum(['newest', 'oldest', 'due']).default('newest'),
  ...paging,
});

export const nextStep = z.object({
  step: z.string(),
  name: z.string(),
  /** May be taken for several matters in one go. */
  batch: z.boolean(),
});

/** What a matter is told by in a row. */
const matterHead = {
  id: z.string(),
  procedure: z.string(),
  procedureName: z.string(),
  number: z.string(),
  title: z.string(),
  unitName: z.string(),
};

export const todoRow = z.object({
  ...matterHead,
  stageNames: z.array(z.string()),
  seq: z.number(),
  /** The usual next step of this post, open as the matter stands. */
  next: nextStep.nullable(),
  /** The limit that ends first; null where none runs. */
  clockName: z.string().nullable(),
  due: z.string().nullable(),
  promised: z.string().nullable(),
  daysLeft: z.number().nullable(),
  standing: limitStanding,
  provisional: z.boolean(),
  paused: z.boolean(),
  /** Other limits that run, behind the one that ends first. */
  later: z.array(z.object({ name: z.string(), due: z.string() })),
});

export const registers = {
  'todo.list': get('/api/todo', {
    summary: '我的待办：等待本岗位办理的事项，先到期的在前',
    access: 'signed-in',
    query: z.object({
      procedure: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
      /** So many times `limit` are passed over; what is due first is on the first page. */
      page: z.coerce.number().int().min(1).max(100).default(1),
    }),
    response: z.object({
      /** There is a further page. */
      more: z.boolean(),
      rows: z.array(todoRow),
      publications: z.array(
        z.object({
          matter: z.string(),
          number: z.string(),
          seq: z.number(),
          publication: z.string(),
          procedure: z.string(),
          procedureName: z.string(),
          title: z.string(),
          unitName: z.string(),
          due: z.string().nullable(),
          daysLeft: z.number().nullable(),
          standing: limitStanding,
        }),
      ),
    }),
  }),
  'register.page': get('/api/registers/{procedure}', {
    summary: '台账：查询、筛选、排序、分页',
    access: 'signed-in',
    params: z.object({ procedure: z.string() }),
    query: registerQuery,
    response: z.object({
      rows: z.array(registerRow),
      total: z.number(),
      /** The total was counted only so far: there are more. */
      more: z.boolean(),
    }),
  }),
  'register.totals': get('/api/registers/{procedure}/totals', {
    summary: '台账中数字栏目的合计，按全部符合条件的办件计算',
    access: 'signed-in',
    params: z.object({ procedure: z.string() }),
    query: registerQuery.omit({ page: true, size: true, sort: true }),
    response: z.object({
      columns: z.array(z.object({ field: z.string(), sum: z.number(), count: z.number().int() })),
      /** So many rows are not added up: the query has to be narrowed. */
      tooMany: z.boolean(),
    }),
  }),
  'register.export': get('/api/registers/{procedure}/export.xlsx', {
    summary: '台账导出为Excel',
    access: 'signed-in',
    params: z.object({ procedure: z.string() }),
    query: registerQuery.omit({ page: true, size: true }),
    file: xlsx,
  }),
  'search.all': get('/api/search', {
    summary: '全局查找办件和现行清单事项：编号、名称、拼音首字母',
    access: 'signed-in',
    query: z.object({ q: z.string().min(1).max(100) }),
    response: z.object({
      hits: z.array(
        z.object({
          kind: z.enum(['matter', 'item']),
          /** Of an item: its code as id and number, its list as procedure. */
          ...matterHead,
          state: z.string(),
        }),
      ),
      /** More hold the words than are told of. */
      more: z.boolean(),
    }),
  }),
};
