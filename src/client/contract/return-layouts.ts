import { z } from 'zod';
import { get, put } from './endpoint.ts';
import { code, office, period, periodKind, readers } from './return-words.ts';
import { xlsx } from './shapes.ts';

const source = z.union([
  z.strictObject({ item: z.string().max(30) }),
  z.strictObject({ indicator: z.string().max(100) }),
]);
const layoutColumn = z.strictObject({
  title: z.string().trim().min(1, '请填写栏名').max(60),
  group: z.string().trim().max(60).optional(),
  code: z.string().trim().max(40).optional(),
  unit: z.string().trim().max(20),
  source,
  /** The value is multiplied by ten to this power: 元 → 万元 is -4. */
  scale: z.int().min(-9).max(9),
  decimals: z.int().min(0).max(6),
});
const returnLayout = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/, '表号由字母、数字和连接号组成，最多20位'),
  name: z.string().trim().min(1, '请填写表名').max(100),
  issuer: z.string().trim().max(100),
  /** Units down and columns across, or one line for each column. */
  direction: z.enum(['units', 'lines']),
  periodKind,
  /** Lines printed above the table. */
  heading: z.array(z.string().max(200)).max(10),
  columns: z.array(layoutColumn).min(1, '请至少设置一栏').max(300),
});
export type ReturnLayout = z.infer<typeof returnLayout>;

const layoutTable = z.object({
  layout: returnLayout,
  version: z.number(),
  periodName: z.string(),
  seal: z.number().nullable(),
  units: z.array(z.object({ code: z.string(), name: z.string() })),
  /** By column; each has the total, and a value for each unit in the order of `units`. */
  columns: z.array(
    z.object({
      total: z.number().nullable(),
      lastYear: z.number().nullable(),
      values: z.array(z.number().nullable()),
    }),
  ),
});
export type ReturnLayoutTable = z.infer<typeof layoutTable>;

const layoutParams = z.object({ layout: code });

/** Superiors' tables, filled from what was returned. */
export const returnLayouts = {
  'returns.layouts': get('/api/return-layouts', {
    summary: '上级报表：各表的最新版本',
    access: readers,
    response: z.object({
      layouts: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          issuer: z.string(),
          periodKind,
          version: z.number(),
          columns: z.number(),
        }),
      ),
    }),
  }),
  'returns.layout': get('/api/return-layouts/{layout}', {
    summary: '一张上级报表的栏目和数的来源',
    access: readers,
    params: layoutParams,
    response: z.object({ layout: returnLayout, version: z.number() }),
  }),
  'returns.sources': get('/api/return-sources', {
    summary: '上级报表可以取的数：各报表的指标和台账指标',
    access: readers,
    response: z.object({
      sources: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string() })),
    }),
  }),
  'returns.saveLayout': put('/api/return-layouts/{layout}', {
    summary: '保存上级报表的新版本',
    access: office,
    params: layoutParams,
    body: z.strictObject({ expected: z.int().min(0), layout: returnLayout }),
    response: z.object({ version: z.number(), message: z.string() }),
  }),
  'returns.layoutTable': get('/api/return-layouts/{layout}/table', {
    summary: '按上级报表的栏目汇总一期的数',
    access: readers,
    params: layoutParams,
    query: z.object({ period }),
    response: layoutTable,
  }),
  'returns.layoutExport': get('/api/return-layouts/{layout}/table.xlsx', {
    summary: '按上级报表的样式导出一期的数',
    access: readers,
    params: layoutParams,
    query: z.object({ period }),
    file: xlsx,
  }),
};
