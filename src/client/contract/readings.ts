import { z } from 'zod';
import { get, post } from './endpoint.ts';
import { docx, sm3, xlsx } from './shapes.ts';

/** Who reads documents, as in the reading of one. */
const writers = ['legal-office', 'legal-office-head', 'liaison', 'unit-head', 'region-head'] as const;

const name = z.string().max(255);

/** No more documents stand side by side: a row must be seen at once. */
const MOST_COMPARED = 40;

/** The files to compare in their order, each by its content and the name it was brought under. */
const chosen = z.strictObject({
  files: z
    .array(z.strictObject({ sm3, name }))
    .min(2, '请至少选择两份文件')
    .max(MOST_COMPARED, `一次最多对比${MOST_COMPARED}份文件`),
});

const cell = z.object({
  value: z.number(),
  valueTo: z.number().nullable(),
  qualifier: z.string(),
  text: z.string(),
  sentence: z.string(),
});
export type ComparedCell = z.infer<typeof cell>;

export const movement = z.enum(['rose', 'fell', 'same', 'vanished', 'new']);
export type MovementView = z.infer<typeof movement>;

const comparisonView = z.object({
  /** One column each, in the order given. */
  documents: z.array(
    z.object({
      name: z.string(),
      title: z.string().nullable(),
      issuer: z.string().nullable(),
      /** What its column is called: issuer, title or file, whichever tells it from all the others. */
      head: z.string(),
    }),
  ),
  rows: z.array(
    z.object({
      subject: z.string(),
      unit: z.string(),
      cells: z.array(cell.nullable()),
      /** From the first document to the last; null where more than two are compared. */
      movement: movement.nullable(),
      change: z.number().nullable(),
      percent: z.number().nullable(),
    }),
  ),
});
export type ComparisonView = z.infer<typeof comparisonView>;

const tasksOf = {
  access: writers,
  params: z.object({ sm3 }),
  query: z.object({ name: name.default('') }),
} as const;

export const readings = {
  'reading.tasksXlsx': get('/api/readings/{sm3}/tasks.xlsx', {
    summary: '审读：任务分解表（表格）',
    ...tasksOf,
    file: xlsx,
  }),
  'reading.tasksDocx': get('/api/readings/{sm3}/tasks.docx', {
    summary: '审读：任务分解表（公文）',
    ...tasksOf,
    file: docx,
  }),
  'reading.compare': post('/api/readings/compare', {
    summary: '审读：两份或多份文件的数据对比',
    access: writers,
    body: chosen,
    response: comparisonView,
  }),
  'reading.compareXlsx': post('/api/readings/compare.xlsx', {
    summary: '审读：数据对比（表格）',
    access: writers,
    body: chosen,
    file: xlsx,
  }),
};
