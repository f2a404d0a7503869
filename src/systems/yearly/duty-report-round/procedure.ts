import { z } from 'zod';
import { defineProcedure, type Facts, words } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { nameShown, reportForms } from '../duty-report/fields.ts';
import { basis, leader } from '../leaders.ts';

const arrange = z.object({
  year: f.integer('述法年度', { min: 2016, max: 2100 }),
  day: f.date('报送截止日期'),
  form: f.choice('述法方式', reportForms),
  mustPublish: f.flag('述法报告要公开'),
  nameShown,
  requirements: f.longText('述法要求', { max: 2000 }).optional(),
  leaders: f.rows('述法人员', leader, { min: 1, max: 200 }),
  files: f.files('通知').optional(),
});
const add = z.object({ ...leader, day: f.date('报送截止日期') });

type RoundFacts = Facts & Partial<z.infer<typeof arrange>>;
const { step, gate } = words<RoundFacts>();
const office = ['legal-office', 'legal-office-head'] as const;

const dayAhead = gate<{ day?: string }>({
  id: 'day-ahead',
  holds: ({ input, on }) => input.day === undefined || input.day >= on,
  basis: basis.firstResponsible,
  say: '报送截止日期已经过去，请核对。',
});

/** Row A6: the year's round of reports by first responsible persons; one report for each. */
export const dutyReportRound = defineProcedure<RoundFacts>({
  id: 'duty-report-round',
  version: 1,
  row: 'A6',
  name: '年度述法部署',
  chapter: 'yearly',
  about: '部署年度述法：列出述法人员和截止日期，每人自动生成一份述法报告，逾期由系统提醒。',
  basis: [basis.firstResponsible, basis.contents],
  prefix: 'SB',
  board: '/leaders',
  stages: { collecting: { name: '述法进行中' }, closed: { name: '已完成', final: true } },
  steps: {
    arrange: step({
      name: '部署述法',
      from: [],
      to: ['collecting'],
      by: office,
      fields: arrange,
      gates: [dayAhead],
      claims: [
        { kind: 'duty-report-round', field: 'year', say: '这个年度的述法已经部署，请在原部署中增补人员。' },
      ],
      opens: [
        {
          procedure: 'duty-report',
          step: 'assign',
          link: 'report',
          each: ({ input: { leaders, year, day, form, mustPublish, nameShown: shown } }) =>
            leaders.map((row) => ({
              ...row,
              year,
              day,
              form,
              mustPublish,
              ...(shown === undefined ? {} : { nameShown: shown }),
            })),
        },
      ],
    }),
    add: step({
      name: '增补述法人员',
      from: ['collecting'],
      by: office,
      fields: add,
      gates: [dayAhead],
      opens: [
        {
          procedure: 'duty-report',
          step: 'assign',
          link: 'report',
          input: ({ facts, input }) => ({
            ...input,
            year: facts.year!,
            form: facts.form!,
            mustPublish: facts.mustPublish!,
            ...(facts.nameShown === undefined ? {} : { nameShown: facts.nameShown }),
          }),
        },
      ],
    }),
    close: step({
      name: '办结',
      from: ['collecting'],
      to: ['closed'],
      by: office,
      fields: z.object({ summary: f.longText('述法情况小结', { max: 2000 }).optional() }),
      gates: [
        gate({
          id: 'all-reported',
          holds: ({ matter }) => (matter?.children ?? []).every(({ closed }) => closed),
          basis: basis.firstResponsible,
          say: '还有人员没有完成述法，请先催办。',
          early: true,
        }),
      ],
      outcome: '全部完成述法',
      usual: true,
    }),
  },
  title: (facts) => (facts.year === undefined ? '' : `${facts.year}年度述法`),
  columns: ['year', 'day', 'form'],
});
