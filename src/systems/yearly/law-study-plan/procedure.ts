import { z } from 'zod';
import { defineProcedure, type Facts, words } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { planned } from '../law-study/fields.ts';
import { basis } from '../leaders.ts';

const issue = z.object({
  year: f.integer('年度', { min: 2019, max: 2100 }),
  title: f.text('计划名称'),
  documentNumber: f.text('发文字号', { max: 60 }).optional(),
  sessions: f.rows('学法安排', planned, { min: 1, max: 100 }),
  files: f.files('计划文本').optional(),
});
const add = z.object({ ...planned, addReason: f.longText('增补理由', { max: 500 }) });

type PlanFacts = Facts & Partial<z.infer<typeof issue>>;
const { step, gate } = words<PlanFacts>();
const office = ['legal-office', 'legal-office-head'] as const;

const inYear = gate<{ year?: number; sessions?: readonly { readonly day: string }[]; day?: string }>({
  id: 'in-year',
  holds: ({ facts, input }) => {
    const year = String(input.year ?? facts.year);
    const days = [...(input.sessions ?? []).map(({ day }) => day), ...(input.day ? [input.day] : [])];
    return days.every((day) => day.startsWith(`${year}-`));
  },
  basis: basis.lectures,
  say: '计划日期不在计划的年度之内，请核对。',
});

/** Row A6 (and H1): the year's plan of study; each line is a session that is held or cancelled. */
export const lawStudyPlan = defineProcedure<PlanFacts>({
  id: 'law-study-plan',
  version: 1,
  row: 'A6',
  name: '年度学法计划',
  chapter: 'yearly',
  about: '印发领导干部年度学法计划；每一项自动成为一次学法活动，到期没有举办的由系统提醒。',
  basis: [basis.lectures],
  prefix: 'XJ',
  board: '/registers/law-study',
  stages: { issued: { name: '实施中' }, closed: { name: '已完成', final: true } },
  steps: {
    issue: step({
      name: '印发计划',
      from: [],
      to: ['issued'],
      by: office,
      fields: issue,
      gates: [inYear],
      opens: [
        {
          procedure: 'law-study',
          step: 'arrange',
          link: 'session',
          each: ({ input }) => input.sessions.map((row) => ({ ...row, inPlan: true })),
        },
      ],
    }),
    add: step({
      name: '增补一项',
      from: ['issued'],
      by: office,
      fields: add,
      gates: [inYear],
      opens: [
        {
          procedure: 'law-study',
          step: 'arrange',
          link: 'session',
          input: ({ input: { addReason: _, ...row } }) => ({ ...row, inPlan: true }),
        },
      ],
    }),
    close: step({
      name: '办结',
      from: ['issued'],
      to: ['closed'],
      by: office,
      fields: z.object({ summary: f.longText('完成情况', { max: 1000 }).optional() }),
      gates: [
        gate({
          id: 'sessions-ended',
          holds: ({ matter }) => (matter?.children ?? []).every(({ closed }) => closed),
          basis: basis.lectures,
          say: '计划内还有学法活动没有举办，请先登记举办情况或者取消。',
          early: true,
        }),
      ],
      outcome: '计划执行完毕',
      usual: true,
    }),
  },
  title: (facts) => facts.title ?? '',
  search: ['title'],
  columns: ['year', 'documentNumber'],
});
