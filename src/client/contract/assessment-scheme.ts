import { z } from 'zod';

// The shape of a scheme on the wire: the tree, the weights by class, and the scoring of each item as data.

const points = z.number().min(0, '分值不能为负数').max(10_000).multipleOf(0.01, '分值最多两位小数');
const cap = points.nullable();
const share = z.number().min(0).max(1);
const byClass = z.record(z.string().max(40), points);

const schemeRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at-least'), least: z.int().min(0).max(1_000_000), per: points, cap }),
  z.strictObject({ kind: z.literal('at-most'), most: z.int().min(0).max(1_000_000), per: points, cap }),
  z.strictObject({ kind: z.literal('presence'), deduct: cap }),
  z.strictObject({
    kind: z.literal('rate'),
    target: share,
    below: z.enum(['nothing', 'proportional', 'per-point']),
    per: points,
    cap,
  }),
  z.strictObject({
    kind: z.literal('tiers'),
    tiers: z.array(z.strictObject({ from: z.number().min(0).max(1_000_000_000), share })).max(20),
  }),
  z.strictObject({ kind: z.literal('bonus'), per: points, cap: points }),
  z.strictObject({ kind: z.literal('veto'), effect: z.enum(['lowest', 'lower']) }),
  z.strictObject({ kind: z.literal('judged') }),
]);
export type SchemeRuleView = z.infer<typeof schemeRule>;

const schemeSource = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('indicator'),
    indicator: z.string().max(100),
    measure: z.string().max(100).optional(),
  }),
  z.strictObject({ kind: z.literal('tasks') }),
  z.strictObject({
    kind: z.literal('late'),
    procedure: z.string().max(60).optional(),
    clock: z.string().max(100).optional(),
  }),
  z.strictObject({ kind: z.literal('evidence') }),
  z.strictObject({ kind: z.literal('reviewers') }),
]);
export type SchemeSourceView = z.infer<typeof schemeSource>;

const schemeItem = z.strictObject({
  code: z.string().max(20),
  title: z.string().max(300),
  standard: z.string().max(1000),
  points: byClass,
  source: schemeSource,
  rule: schemeRule,
  unit: z.string().max(10),
  whenAbsent: z.enum(['redistribute', 'full', 'nothing']),
  falseFactor: z.number().min(0).max(10),
});
export type SchemeItemView = z.infer<typeof schemeItem>;

/** Most items of a scheme: a hundred is what the model has. */
const MOST_ITEMS = 300;

export const scheme = z.strictObject({
  title: z.string().trim().max(200),
  year: z.int().min(2000).max(2100),
  total: z.number().min(1).max(10_000),
  classes: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(40),
        name: z.string().max(60),
        units: z.array(z.string().max(64)).max(1000),
      }),
    )
    .max(20),
  groups: z
    .array(
      z.strictObject({
        title: z.string().max(200),
        announced: byClass,
        parts: z
          .array(z.strictObject({ title: z.string().max(200), items: z.array(schemeItem).max(MOST_ITEMS) }))
          .max(60),
      }),
    )
    .max(40),
  bands: z.array(z.strictObject({ name: z.string().max(20), from: z.number().min(0).max(10_000) })).max(10),
  reviewGap: share,
  overall: z.strictObject({ name: z.string().max(100), weight: z.number().min(0).max(100) }).nullable(),
  /** What the public is shown of the result, by which decision; nothing where absent. */
  publicity: z
    .strictObject({ show: z.enum(['grades', 'ranks']), decision: z.string().trim().max(60) })
    .nullable()
    .optional(),
});
export type SchemeDraft = z.infer<typeof scheme>;
