import { z } from 'zod';
import { get, legalDate, post } from './endpoint.ts';

const holiday = z.object({ name: z.string(), from: z.string(), to: z.string() });

/** A day that a notice makes another: what it was and what it is, in words. */
const dayChange = z.object({
  date: z.string(),
  before: z.string(),
  after: z.string(),
  /** The day lies before today: what was judged by it stands. */
  past: z.boolean(),
});

/** What an entry did to the clocks that run; nothing is known of the notices the product brings. */
const entry = z.object({
  on: z.string(),
  by: z.string(),
  recomputed: z.number(),
  changed: z.number(),
});

/** A notice that changes single days of the year, later than the year's own. */
const amendment = z.object({
  source: z.string(),
  number: z.string().nullable(),
  amends: z.string(),
  changes: z.array(dayChange),
  entered: entry.nullable(),
});

const givenAmendment = z.strictObject({
  year: z.int(),
  source: z.string().trim().max(200),
  number: z.string().trim().max(60).optional(),
  /** Title or number of the notice it amends. */
  amends: z.string().trim().max(200),
  days: z
    .array(z.strictObject({ date: legalDate, workday: z.boolean(), name: z.string().trim().max(40) }))
    .max(60),
});

export const calendar = {
  'calendar.get': get('/api/calendar', {
    summary: '工作日历：已录入的放假通知',
    access: 'signed-in',
    response: z.object({
      years: z.array(
        z.object({
          year: z.number(),
          source: z.string(),
          noticed: z.boolean(),
          workdays: z.number(),
          /** As it stands after the last notice. */
          holidays: z.array(holiday),
          adjusted: z.array(z.string()),
          entered: entry.nullable(),
          amendments: z.array(amendment),
        }),
      ),
      noticedThrough: z.number(),
      provisionalClocks: z.number(),
    }),
  }),
  'calendar.enter': post('/api/calendar', {
    summary: '录入放假通知或者调整个别日期的通知；未办结的时限随之重算',
    access: ['legal-office', 'legal-office-head'],
    body: z.strictObject({
      /** The notice as it was published, or the same as JSON. */
      text: z.string().max(10_000).optional(),
      /** A notice that changes single days, day by day. */
      amendment: givenAmendment.optional(),
      dryRun: z.boolean(),
    }),
    response: z.object({
      year: z.number(),
      source: z.string(),
      number: z.string().nullable(),
      amends: z.string().nullable(),
      holidays: z.array(holiday),
      adjusted: z.array(z.string()),
      changes: z.array(dayChange),
      /** The day on which the same notice was entered before, where this entry takes its place. */
      replaces: z.string().nullable(),
      /** The notice stands already as it is: nothing was entered. */
      again: z.boolean(),
      recomputed: z.number(),
      changed: z.number(),
      /** No longer provisional. */
      settled: z.number(),
      /** Late by the change alone. */
      late: z.number(),
    }),
  }),
};
