import { z } from 'zod';
import { get, put } from './endpoint.ts';
import { code, office, periodKind, readers } from './return-words.ts';
import { saved, versionQuery } from './shapes.ts';
import { unitChoice } from './unit-choice.ts';

const measure = z.enum(['flow', 'stock', 'cumulative', 'rate']);

export const formItemView = z.object({
  code: z.string(),
  name: z.string(),
  group: z.string().optional(),
  unit: z.string(),
  definition: z.string(),
  measure,
  decimals: z.number(),
  required: z.boolean(),
  negative: z.boolean().optional(),
  sum: z.string().optional(),
  ratio: z.string().optional(),
  within: z.string().optional(),
  jump: z.string(),
  jumpFloor: z.string(),
  owedBy: z.array(z.string()).optional(),
  indicator: z.string().optional(),
});
export type ReturnItemView = z.infer<typeof formItemView>;

const formContent = z.object({
  code: z.string(),
  name: z.string(),
  periodKind,
  note: z.string(),
  items: z.array(formItemView),
});
const formHead = z.object({
  code: z.string(),
  name: z.string(),
  periodKind,
  version: z.number(),
  items: z.number(),
  ...saved,
});
export type ReturnFormHead = z.infer<typeof formHead>;

const formParams = z.object({ form: code });

/** Forms of returns: what is asked of whom. */
export const returnForms = {
  'returns.forms': get('/api/return-forms', {
    summary: '报表：各报表的最新版本',
    access: readers,
    response: z.object({ forms: z.array(formHead) }),
  }),
  'returns.form': get('/api/return-forms/{form}', {
    summary: '一张报表的指标，按版本',
    access: readers,
    params: formParams,
    query: versionQuery,
    response: z.object({
      form: formContent,
      version: z.number(),
      /** Figures an item may be a value of. */
      indicators: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string() })),
      units: z.array(unitChoice),
    }),
  }),
  'returns.saveForm': put('/api/return-forms/{form}', {
    summary: '保存报表的新版本；已布置的各期不变',
    access: office,
    params: formParams,
    body: z.strictObject({ expected: z.int().min(0), form: z.record(z.string(), z.json()) }),
    response: z.object({ version: z.number(), message: z.string() }),
  }),
};
