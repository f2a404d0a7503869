import { z } from 'zod';
import { get } from './endpoint.ts';

// What anybody may read of the published plans; with it what all routes of one plan share.

export const planParams = z.object({ plan: z.uuid() });
/** How a unit takes part in a task. */
export const unitRole = z.enum(['lead', 'responsible', 'cooperating']);

export const publicPlans = {
  'public.plans': get('/api/public/plans', {
    summary: '已公开的年度工作要点',
    access: 'public',
    response: z.object({
      plans: z.array(
        z.object({
          plan: z.string(),
          year: z.number(),
          title: z.string(),
          publishedOn: z.string(),
          tasks: z.number(),
        }),
      ),
    }),
  }),
  'public.plan': get('/api/public/plans/{plan}', {
    summary: '一份已公开的年度工作要点：任务、单位和时限',
    access: 'public',
    params: planParams,
    response: z.object({
      plan: z.string(),
      year: z.number(),
      title: z.string(),
      number: z.string(),
      issuer: z.string(),
      issuedOn: z.string(),
      publishedOn: z.string(),
      status: z.enum(['published', 'withdrawn']),
      /** Why it was corrected or withdrawn. */
      note: z.string().nullable(),
      tasks: z.array(
        z.object({
          number: z.string(),
          part: z.string(),
          title: z.string(),
          text: z.string(),
          due: z.string(),
          units: z.array(z.object({ code: z.string(), name: z.string(), role: unitRole })),
        }),
      ),
    }),
  }),
};
