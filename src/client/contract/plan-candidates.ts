import { z } from 'zod';
import { get } from './endpoint.ts';

/** Indicators a demand of a plan may be bound to, the likeliest first. */
export const planCandidates = z.object({
  candidates: z.array(
    z.object({
      indicator: z.string(),
      name: z.string(),
      sourceName: z.string(),
      unit: z.string(),
      /** Subdivision the demand speaks of. */
      kind: z.string().nullable(),
      kindName: z.string().nullable(),
      /** Why it is proposed. */
      reasons: z.array(z.string()),
      /** What it counts in the year so far, in the whole region; null where a share has no denominator. */
      value: z.number().nullable(),
      ask: z.object({
        indicator: z.string(),
        from: z.string(),
        to: z.string(),
        kind: z.string().optional(),
      }),
    }),
  ),
});

export const planCandidateRoutes = {
  'plans.candidates': get('/api/plan-indicators', {
    summary: '量化要求可以按哪些指标自动计数：建议、理由和年内已计数；可按名称和拼音首字母查找',
    access: ['legal-office', 'legal-office-head'],
    query: z.object({
      year: z.coerce.number().int().min(2004).max(2100),
      text: z.string().max(500),
      unit: z.string().max(20),
      q: z.string().max(50).optional(),
    }),
    response: planCandidates,
  }),
};
