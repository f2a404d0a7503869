import { z } from 'zod';

/** A unit as choices and filters need it: its names, and the time it stood. */
export const unitChoice = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  class: z.string(),
  from: z.string(),
  /** Last day of one that was abolished or merged. */
  to: z.string().nullable(),
});
