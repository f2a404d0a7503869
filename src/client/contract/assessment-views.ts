import { z } from 'zod';
import { scheme } from './assessment-scheme.ts';
import { sealView } from './figures.ts';
import { ofUnit, openStep, saved, stagesOf } from './shapes.ts';

export const problem = z.object({
  at: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
});

export const schemeHead = z.object({
  paper: z.string(),
  version: z.number(),
  year: z.number(),
  title: z.string(),
  ...saved,
  matter: z
    .object({
      id: z.string(),
      ...stagesOf,
      closed: z.boolean(),
    })
    .nullable(),
});
export type SchemeHeadView = z.infer<typeof schemeHead>;

export const schemeView = z.object({
  head: schemeHead,
  scheme,
  problems: z.array(problem),
  /** Full marks by class as they add up. */
  sums: z.record(z.string(), z.number()),
  /** How each item is scored, in words, as it was saved. */
  words: z.record(z.string(), z.string()),
  steps: z.array(openStep),
  editable: z.boolean(),
  /** The assessment this scheme was called back from, where it is not submitted again yet. */
  voided: z.object({ matter: z.string(), number: z.string(), on: z.string(), reason: z.string() }).nullable(),
});
export type SchemeView = z.infer<typeof schemeView>;

export const result = z.object({
  ...ofUnit,
  unitClass: z.string(),
  className: z.string(),
  score: z.number(),
  bonus: z.number(),
  grade: z.string(),
  rank: z.number(),
  of: z.number(),
});
/** What an item cost the units, and what it changes. */
const itemWeight = z.object({
  code: z.string(),
  title: z.string(),
  applied: z.number(),
  losing: z.number(),
  /** Mean share of its full marks that was lost. */
  meanLost: z.number(),
  /** Units whose place is another one without it. */
  moved: z.number(),
});

export const simulation = z.object({
  year: z.number(),
  seal: sealView.nullable(),
  results: z.array(result),
  items: z.array(itemWeight),
  /** Items that records alone do not score, left out here. */
  leftOut: z.array(z.object({ code: z.string(), title: z.string() })),
  /** Full marks the simulation stands on, by class. */
  covered: z.record(z.string(), z.number()),
});
export type SimulationView = z.infer<typeof simulation>;

export const unitRow = z.object({
  ...ofUnit,
  unitClass: z.string(),
  className: z.string(),
  matter: z.string(),
  stageName: z.string(),
  scored: z.number(),
  of: z.number(),
  /** Units' reviewers who are done; null where the class has nothing to judge. */
  judged: z.number().nullable(),
  thirdNeeded: z.boolean(),
  /** Material items a verifier still has to look at. */
  toVerify: z.number(),
  appeals: z.number(),
  score: z.number().nullable(),
  rank: z.number().nullable(),
  peers: z.number(),
  grade: z.string().nullable(),
  /** The year before, where it was concluded here. */
  before: z.object({ score: z.number(), grade: z.string(), rank: z.number() }).nullable(),
});
export const board = z.object({
  matter: z.string(),
  number: z.string(),
  title: z.string(),
  year: z.number(),
  paper: z.string(),
  ...stagesOf,
  closed: z.boolean(),
  appealUntil: z.string().nullable(),
  seal: z.number().nullable(),
  classes: z.array(z.object({ id: z.string(), name: z.string() })),
  units: z.array(unitRow),
  /** Where the points were lost, dearest first; empty before anything is scored. */
  lost: z.array(z.object({ code: z.string(), title: z.string(), points: z.number(), units: z.number() })),
  steps: z.array(openStep),
  mayScore: z.boolean(),
});
export type BoardView = z.infer<typeof board>;

const unitItem = z.object({
  code: z.string(),
  group: z.string(),
  part: z.string(),
  title: z.string(),
  standard: z.string(),
  unit: z.string(),
  max: z.number(),
  kind: z.enum(['indicator', 'tasks', 'late', 'evidence', 'reviewers']),
  /** In what a verifier enters what material shows. */
  asks: z.enum(['percent', 'number']),
  /** Null while it waits, or where the reader may not see it yet. */
  points: z.number().nullable(),
  counted: z.number().nullable(),
  why: z.string(),
  sourceName: z.string(),
  /** Where its records are opened. */
  figure: z
    .object({ indicator: z.string(), kind: z.string().optional(), from: z.string(), to: z.string() })
    .nullable(),
  /** What an upheld appeal made of it. */
  adjusted: z.object({ points: z.number(), answer: z.string() }).nullable(),
  verified: z.object({ value: z.number(), falseMaterial: z.boolean(), remark: z.string() }).nullable(),
  explanations: z.array(
    z.object({
      on: z.string(),
      text: z.string(),
      files: z.array(z.object({ sm3: z.string(), name: z.string() })),
    }),
  ),
  appeal: z
    .object({ ground: z.string(), answer: z.string().nullable(), upheld: z.boolean().nullable() })
    .nullable(),
  marks: z.array(z.object({ round: z.string(), points: z.number(), remark: z.string() })),
});
export const unitView = z.object({
  assessment: z.string(),
  matter: z.string(),
  seq: z.number(),
  title: z.string(),
  year: z.number(),
  ...ofUnit,
  className: z.string(),
  ...stagesOf,
  told: z.boolean(),
  own: z.boolean(),
  items: z.array(unitItem),
  score: z.number().nullable(),
  bonus: z.number(),
  grade: z.string().nullable(),
  rank: z.number().nullable(),
  of: z.number(),
  /** Mean score of the class. */
  mean: z.number().nullable(),
  before: z.object({ year: z.number(), score: z.number(), grade: z.string(), rank: z.number() }).nullable(),
  seal: z.number().nullable(),
  appealUntil: z.string().nullable(),
  steps: z.array(openStep),
  /** Which review this reader may give now, and on which items. */
  review: z.object({ round: z.enum(['first', 'second', 'third']), codes: z.array(z.string()) }).nullable(),
});
export type UnitView = z.infer<typeof unitView>;

export const appealRow = z.object({
  ...ofUnit,
  className: z.string(),
  code: z.string(),
  title: z.string(),
  ground: z.string(),
  /** Day of the appeal; empty where it was not kept. */
  on: z.string(),
  max: z.number(),
  points: z.number(),
  why: z.string(),
  open: z.boolean(),
  upheld: z.boolean().nullable(),
  adjusted: z.number().nullable(),
  answer: z.string(),
  /** Null where this post may answer it, else why not. */
  barred: z.string().nullable(),
});
export type AppealRow = z.infer<typeof appealRow>;
