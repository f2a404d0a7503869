import { z } from 'zod';

// What routes of several rooms have in common: one thing has one shape wherever it is sent.

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Who reads how the year goes: the office and the leaders of the region all of it, a unit its own part. */
export const yearlyReaders = [
  'legal-office',
  'legal-office-head',
  'region-head',
  'supervisor',
  'liaison',
  'unit-head',
] as const;

/** Idempotency key made by the caller for one act. */
export const request = z.string().min(8).max(64);
/** An act was done: on which matter, and what comes next in one Chinese sentence. */
export const done = z.object({ matter: z.string(), message: z.string() });
/** A step open to the reader. */
export const openStep = z.object({ step: z.string(), name: z.string() });

/** The unit of a row, by code and by name. */
export const ofUnit = { unit: z.string(), unitName: z.string() };
export const liaisons = z.array(z.object({ name: z.string(), post: z.string() }));
/** How a limit stands that runs; null where none runs. */
export const limitStanding = z.enum(['on-time', 'near', 'late']).nullable();

/** Content of a stored file: the SM3 of its bytes. */
export const sm3 = z.string().regex(/^[0-9a-f]{64}$/);
/** A stored file as it was brought. */
export const broughtFile = z.object({ sm3, name: z.string().max(255) });
/** A document, as a stored file or as its text. */
export const broughtDocument = [
  z.strictObject({ file: broughtFile }),
  z.strictObject({ text: z.string().min(1, '请粘贴正文').max(1_000_000) }),
] as const;

/** Which version of a paper is meant; the newest where it is absent. */
export const versionQuery = z.object({ version: z.coerce.number().int().min(1).optional() });
/** Who saved a version, and when. */
export const saved = { savedByName: z.string(), savedAt: z.string() };
/** Where the matter of a paper stands. */
export const stagesOf = { stages: z.array(z.string()), stageNames: z.array(z.string()) };

/** What a figure is asked by, so that it opens into its records. */
export const figureAsk = z.object({
  indicator: z.string(),
  from: z.string(),
  to: z.string(),
  unit: z.string().optional(),
  kind: z.string().optional(),
});
