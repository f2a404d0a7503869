import { z } from 'zod';
import { sealView } from './figures.ts';
import { figureAsk, saved, stagesOf } from './shapes.ts';

// What the writing of a yearly report sends to and fro: the draft with its figures, its versions, what the auditor found.

export const skeletonId = z.enum(['four-part', 'outline-2015', 'outline-2021']);

const returnedFields = z.object({
  value: z.number(),
  unit: z.string(),
  document: z.string(),
  section: z.string(),
  text: z.string(),
  by: z.string(),
});

export const draftFigure = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  value: z.number(),
  text: z.string(),
  definition: z.string(),
  ask: figureAsk,
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  previous: z
    .object({
      value: z.number(),
      text: z.string(),
      source: z.enum(['computed', 'returned']),
      document: z.string().optional(),
    })
    .optional(),
  source: z.enum(['computed', 'returned']),
  returned: returnedFields.optional(),
  provisional: z.boolean(),
});
export type DraftFigureView = z.infer<typeof draftFigure>;

const text = z.string().max(20_000);
const block = z.union([
  z.strictObject({ kind: z.enum(['paragraph', 'heading', 'todo']), text }),
  z.strictObject({
    kind: z.literal('table'),
    text,
    rows: z
      .array(z.array(z.string().max(500)).min(1).max(12))
      .min(1)
      .max(200),
  }),
]);
export type DraftBlockView = z.infer<typeof block>;
export const written = {
  title: z.string().trim().min(1, '请填写报告标题').max(200),
  opening: z.array(block).max(50),
  chapters: z
    .array(
      z.object({
        title: z.string().trim().min(1, '请填写章的标题').max(200),
        blocks: z.array(block).max(500),
        hints: z.array(z.string().max(500)).max(50).optional(),
      }),
    )
    .max(40),
};
/** A finding that stands as it is, and why. */
const explanation = z.object({
  code: z.string().max(40),
  text: z.string().max(300),
  context: z.string().max(5000),
  reason: z.string().trim().min(2, '请说明理由').max(500),
});
export const explaining = z.array(explanation).max(300);

const remark = z.object({ id: z.string(), message: z.string() });

const draftView = z.object({
  ...written,
  year: z.number(),
  skeleton: skeletonId,
  organ: z.string(),
  unit: z.string().optional(),
  explained: z.array(explanation.extend({ by: z.string(), on: z.string() })).optional(),
  figures: z.array(draftFigure),
  /** Slots of the template, and how many have a figure without anybody typing one. */
  coverage: z.object({ slots: z.number(), filled: z.number() }).optional(),
  missing: z.array(z.object({ id: z.string(), name: z.string(), reason: z.string() })),
  jumps: z.array(remark),
  conflicts: z.array(remark),
  seal: sealView.nullable(),
});
export type DraftView = z.infer<typeof draftView>;

export const reportHead = z.object({
  report: z.string(),
  version: z.number(),
  year: z.number(),
  skeleton: skeletonId,
  unit: z.string().nullable(),
  title: z.string(),
  ...saved,
  matter: z
    .object({
      id: z.string(),
      number: z.string(),
      seq: z.number(),
      ...stagesOf,
      closed: z.boolean(),
      signedVersion: z.number().nullable(),
      published: z.string().nullable(),
    })
    .nullable(),
});
export type ReportHeadView = z.infer<typeof reportHead>;

/** What is to be looked at in a text, however it was just saved. */
export const toMend = {
  /** What keeps it from being signed. */
  openPoints: z.array(z.string()),
  /** Numbers typed by hand, by the place of their block. */
  unmapped: z.array(z.object({ block: z.number(), text: z.string() })),
};

export const reportView = z.object({
  head: reportHead,
  draft: draftView,
  ...toMend,
  /** Last year's report as it was printed: written here, or brought as a file. */
  lastYear: z
    .object({
      title: z.string(),
      source: z.enum(['own', 'brought']),
      chapters: z.array(z.object({ title: z.string(), paragraphs: z.array(z.string()) })),
    })
    .nullable(),
  /** Whether this post may write in it now; where not, why. */
  editable: z.boolean(),
  readOnlyReason: z.string().nullable(),
  /** Last days by law for reporting it upward and for publishing it, and the day it was done. */
  deadlines: z.object({
    report: z.object({ due: z.string(), doneOn: z.string().nullable(), basis: z.string() }),
    publish: z.object({ due: z.string(), doneOn: z.string().nullable(), basis: z.string() }),
  }),
  /** Steps the matter offers this post now. */
  steps: z.array(z.object({ step: z.string(), name: z.string(), refusal: z.string().nullable() })),
});
export type ReportView = z.infer<typeof reportView>;

/** A version in the list of them; those a writer saved shortly after each other are shown as one. */
export const versionHead = z.object({
  version: z.number(),
  ...saved,
  /** It was sent on, signed or published as this. */
  marks: z.array(z.string()),
});
export type VersionView = z.infer<typeof versionHead>;

/** What the auditor found, where its writer sees it; see the server's auditing. */
export const placedFinding = z.object({
  code: z.string(),
  name: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  message: z.string(),
  suggestion: z.string().nullable(),
  words: z.string(),
  at: z.object({ chapter: z.number(), block: z.number() }).nullable(),
  start: z.number(),
  end: z.number(),
  context: z.string(),
  explained: z.object({ reason: z.string(), by: z.string(), on: z.string() }).nullable(),
});
export type PlacedFindingView = z.infer<typeof placedFinding>;
