import { z } from 'zod';
import { get, paging } from './endpoint.ts';
import { xlsx } from './shapes.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应为2024-09的形式');
const period = { from: month, to: month };

export const sealView = z.object({ number: z.number(), size: z.number(), root: z.string(), at: z.string() });

export const figureView = z.object({
  indicator: z.string(),
  name: z.string(),
  unit: z.string(),
  definition: z.string(),
  measure: z.enum(['flow', 'stock', 'rate']),
  value: z.number().nullable(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  parts: z.array(z.object({ key: z.string(), name: z.string(), value: z.number() })).optional(),
  /** `computed` from records here, or `returned` by a unit. */
  source: z.enum(['computed', 'returned']),
  seal: sealView.nullable(),
});

export const figures = {
  'figure.get': get('/api/figures/{indicator}', {
    summary: '一个指标在一段时期的数',
    access: 'signed-in',
    params: z.object({ indicator: z.string() }),
    query: z.object({
      ...period,
      unit: z.string().optional(),
      kind: z.string().optional(),
      by: z.enum(['unit', 'month', 'kind']).optional(),
    }),
    response: figureView,
  }),
  'figure.many': get('/api/figures', {
    summary: '一类指标在一段时期的数',
    access: 'signed-in',
    query: z.object({ ...period, source: z.string().optional(), unit: z.string().optional() }),
    response: z.object({ figures: z.array(figureView), seal: sealView.nullable() }),
  }),
  'figure.entries': get('/api/figures/{indicator}/entries', {
    summary: '一个数由哪些记录构成',
    access: 'signed-in',
    params: z.object({ indicator: z.string() }),
    query: z.object({ ...period, unit: z.string().optional(), kind: z.string().optional(), ...paging }),
    response: z.object({
      rows: z.array(
        z.object({
          matter: z.string().nullable(),
          number: z.string(),
          title: z.string(),
          unitName: z.string(),
          on: z.string(),
          kindName: z.string(),
          value: z.number(),
        }),
      ),
      total: z.number(),
      sum: z.number(),
    }),
  }),
  'figure.export': get('/api/figures/{indicator}/entries.xlsx', {
    summary: '一个数的全部记录导出为Excel',
    access: 'signed-in',
    params: z.object({ indicator: z.string() }),
    query: z.object({ ...period, unit: z.string().optional(), kind: z.string().optional() }),
    file: xlsx,
  }),
};
