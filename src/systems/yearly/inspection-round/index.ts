import { z } from 'zod';
import { defineProcedure, type Facts, words } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { ways } from '../inspection/fields.ts';
import { basis } from '../work-plan/law.ts';

export { walks } from './walks.ts';

const open = z.object({
  name: f.text('督察名称'),
  year: f.integer('年度', { min: 2004, max: 2100 }),
  way: f.choice('方式', ways),
  scope: f.longText('督察内容', { max: 3000 }),
  from: f.date('督察开始日期'),
  selfCheckBy: f.date('自查报告报送期限'),
  inspectors: f.text('督察组').optional(),
  units: f.rows('被督察单位', { unit: f.unit('单位') }, { min: 1, max: 200 }),
});
const close = z.object({
  conclusions: f.longText('督察总体情况', { max: 10_000 }),
  report: f.files('督察报告').optional(),
});

type RoundFacts = Facts & Partial<z.infer<typeof open> & z.infer<typeof close>>;
const { step, gate } = words<RoundFacts>();

/** Row A2: an inspection of several units at once; ends when each of them has ended. */
export const inspectionRound = defineProcedure<RoundFacts>({
  id: 'inspection-round',
  version: 1,
  row: 'A2',
  name: '督察安排',
  chapter: 'yearly',
  about:
    '安排一次法治政府建设督察：选定被督察单位，逐个通知、检查、反馈、整改、复核，全部办结后形成督察报告。',
  basis: [basis.inspection],
  prefix: 'DA',
  desk: { name: '督察督办', path: () => '/inspections' },
  stages: { running: { name: '督察中' }, closed: { name: '已结束', final: true } },
  steps: {
    open: step({
      name: '部署督察',
      from: [],
      to: ['running'],
      by: ['legal-office', 'legal-office-head', 'supervisor'],
      fields: open,
      gates: [
        gate<{ selfCheckBy?: string; from?: string }>({
          id: 'self-check-ahead',
          holds: ({ input, on }) =>
            input.selfCheckBy === undefined || (input.selfCheckBy >= on && input.selfCheckBy <= input.from!),
          basis: basis.inspection,
          say: '自查报告的报送期限应当在今天以后、督察开始以前。',
        }),
        gate<{ units?: readonly { unit: string }[] }>({
          id: 'each-unit-once',
          holds: ({ input }) =>
            new Set((input.units ?? []).map(({ unit }) => unit)).size === (input.units ?? []).length,
          basis: basis.inspection,
          say: '同一单位选了两次，请删去重复的。',
        }),
      ],
      opens: [
        {
          procedure: 'inspection',
          step: 'notify',
          link: 'inspection',
          each: ({ input }) =>
            input.units.map(({ unit }) => ({
              unit,
              round: input.name,
              year: input.year,
              way: input.way,
              scope: input.scope,
              from: input.from,
              selfCheckBy: input.selfCheckBy,
            })),
        },
      ],
    }),
    close: step({
      name: '结束督察',
      from: ['running'],
      to: ['closed'],
      by: ['legal-office', 'legal-office-head', 'supervisor'],
      fields: close,
      gates: [
        gate({
          id: 'every-unit-ended',
          holds: ({ matter }) => matter!.children.every(({ closed }) => closed),
          basis: basis.inspection,
          say: ({ matter }) =>
            `还有${matter!.children.filter(({ closed }) => !closed).length}个单位的督察没有办结，不能结束。`,
          early: true,
        }),
      ],
      outcome: '已结束',
    }),
  },
  indicators: [
    {
      id: 'inspection-round.opened',
      name: '部署法治政府建设督察',
      unit: '次',
      measure: 'flow',
      definition: '期间内部署的法治政府建设督察，按部署之日和方式计。',
      kinds: ways,
      counts: [{ on: ['open'], kind: ({ facts }) => facts.way ?? '' }],
    },
  ],
  title: (facts) => facts.name ?? '',
  search: ['name'],
  columns: ['year', 'way', 'from'],
});
