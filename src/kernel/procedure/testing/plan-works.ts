import { z } from 'zod';
import type { LegalDate } from '../../dates.ts';
import { type CompiledProcedure, compile } from '../compile.ts';
import { defineProcedure, type Facts, words } from '../declaration.ts';
import { f } from '../fields.ts';
import { law } from './works.ts';

// A plan whose tasks are matters of their own: several children at once, steered by the plan, with days it sets.

const basis = { law: '测试规定', article: '第一条' };
const task = { code: f.text('编号'), unit: f.unit('单位'), day: f.date('完成日期') };
type PlanFacts = Facts & { readonly tasks?: readonly { code: string; unit: string; day: string }[] };
type TaskFacts = Facts & { readonly code?: string; readonly day?: string; readonly reason?: string };
const plan = words<PlanFacts>();
const work = words<TaskFacts>();

const planWork = defineProcedure<PlanFacts>({
  id: 'plan-work',
  version: 1,
  row: 'T4',
  name: '测试计划',
  chapter: 'yearly',
  about: '测试用。',
  basis: [basis],
  prefix: 'JH',
  stages: { issued: { name: '已印发' }, ended: { name: '已结束', final: true } },
  steps: {
    issue: plan.step({
      name: '印发',
      from: [],
      to: ['issued'],
      by: ['legal-office'],
      fields: z.object({ tasks: f.rows('任务', task) }),
      opens: [
        {
          procedure: 'task-work',
          step: 'assign',
          link: 'task',
          each: ({ input }) => input.tasks.map(({ code, unit, day }) => ({ code, unit, day })),
        },
      ],
    }),
    amend: plan.step({
      name: '调整',
      from: ['issued'],
      by: ['legal-office'],
      fields: z.object({ code: f.text('编号'), day: f.date('完成日期'), reason: f.text('理由') }),
      steers: [
        {
          link: 'task',
          step: 'change',
          input: ({ input }, child) =>
            child.facts.code === input.code ? { day: input.day, reason: input.reason } : undefined,
        },
      ],
    }),
    end: plan.step({
      name: '结束',
      from: ['issued'],
      to: ['ended'],
      by: ['legal-office'],
      fields: z.object({}),
      steers: [{ link: 'task', step: 'end', input: () => ({}) }],
      outcome: '已结束',
    }),
  },
  title: () => '计划',
});

const taskWork = defineProcedure<TaskFacts>({
  id: 'task-work',
  version: 1,
  row: 'T5',
  name: '测试任务',
  chapter: 'yearly',
  about: '测试用。',
  basis: [basis],
  prefix: 'RW',
  onlyAsChild: true,
  stages: { open: { name: '办理中' }, done: { name: '已完成', final: true } },
  clocks: {
    finish: { name: '完成', rule: 'T-10', set: ({ input }) => input.day as LegalDate, main: true },
  },
  steps: {
    assign: work.step({
      name: '下达',
      from: [],
      to: ['open'],
      by: ['legal-office'],
      fields: z.object(task),
      unitOf: ({ input }) => input.unit,
      clocks: [{ clock: 'finish', do: 'start' }],
    }),
    change: work.step({
      name: '变更',
      from: ['open'],
      by: ['legal-office'],
      anyUnit: true,
      fields: z.object({ day: f.date('完成日期'), reason: f.text('理由') }),
      clocks: [
        {
          clock: 'finish',
          do: 'move',
          to: ({ input }) => input.day,
          reason: ({ input }) => input.reason,
        },
      ],
    }),
    end: work.step({
      name: '完成',
      from: ['open'],
      to: ['done'],
      by: ['legal-office'],
      anyUnit: true,
      fields: z.object({}),
      clocks: [{ clock: 'finish', do: 'stop' }],
      outcome: '已完成',
    }),
  },
  title: (facts) => facts.code ?? '',
});

const compiled = new Map<string, CompiledProcedure>(
  [planWork, taskWork].map((entry) => [entry.id, compile(entry, law)]),
);
export const planProcedure = (id: string): CompiledProcedure => compiled.get(id)!;
