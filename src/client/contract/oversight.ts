import { z } from 'zod';
import { calendar } from './calendar.ts';
import { get, legalDate, post } from './endpoint.ts';
import { todoRow } from './registers.ts';

/** An alert as walls and lists of alerts show it. */
export const alertRow = z.object({
  matter: z.string(),
  number: z.string(),
  level: z.string(),
  name: z.string(),
  message: z.string(),
  unitName: z.string(),
  on: z.string(),
  stageName: z.string(),
});

export const oversight = {
  'supervision.wall': get('/api/supervision', {
    summary: '监察墙：超期、临期、预警',
    access: 'signed-in',
    response: z.object({
      overdue: z.number(),
      near: z.number(),
      open: z.number(),
      alerts: z.object({ green: z.number(), yellow: z.number(), red: z.number() }),
      units: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          open: z.number(),
          near: z.number(),
          overdue: z.number(),
          red: z.number(),
          yellow: z.number(),
        }),
      ),
      mostOverdue: z.array(todoRow),
      latest: z.array(alertRow),
    }),
  }),
  'due.compute': post('/api/due', {
    summary: '期限计算器：按规定计算到期日并逐行说明',
    access: 'public',
    body: z.strictObject({
      rule: z.string(),
      /** A legal day, or a time (`2024-09-27T09:30`) where the limit is in hours; what is neither is refused with the reason. */
      start: z.string().max(30),
      extended: z.boolean().optional(),
      pauses: z
        .array(z.tuple([legalDate, legalDate]))
        .max(50)
        .optional(),
    }),
    response: z.object({
      due: z.string(),
      /** The instant, where the limit is in hours. */
      dueAt: z.string().optional(),
      provisional: z.boolean(),
      unverified: z.boolean(),
      explain: z.array(z.string()),
    }),
  }),
  'law.provisions': get('/api/provisions', {
    summary: '可以计算期限的规定',
    access: 'public',
    query: z.object({ q: z.string().max(100).optional(), system: z.string().optional() }),
    response: z.object({
      provisions: z.array(
        z.object({
          id: z.string(),
          system: z.string(),
          citation: z.string(),
          rule: z.string(),
          limit: z.string(),
          /** Counted in hours: the start is a time. */
          inHours: z.boolean(),
          from: z.string(),
          to: z.string().nullable(),
          verified: z.boolean(),
        }),
      ),
    }),
  }),
  ...calendar,
};
