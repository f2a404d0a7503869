import { z } from 'zod';
import { defineProcedure, type Facts, words } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { basis, ruleOfPlan } from '../work-plan/law.ts';

export { walks } from './walks.ts';

const ask = z.object({
  unit: f.unit('单位'),
  year: f.integer('年度', { min: 2004, max: 2100 }),
  planTitle: f.text('工作要点', { max: 300 }),
  due: f.date('报送期限'),
});
const file = z.object({
  planFiles: f.files('实施方案', { min: 1 }),
  measures: f.longText('主要措施', { max: 5000 }).optional(),
  contact: f.text('责任科室', { max: 60 }).optional(),
});
const giveBack = z.object({ returnReason: f.longText('退回理由', { max: 1000 }) });
const record = z.object({ recordComments: f.longText('备案意见', { max: 1000 }).optional() });
const release = z.object({ releaseReason: f.longText('不再报送的理由', { max: 1000 }) });

type PlanOfUnit = Facts & Partial<z.infer<typeof ask> & z.infer<typeof file>>;
const { step } = words<PlanOfUnit>();
const office = ['legal-office', 'legal-office-head'] as const;

/** Row A1: each unit that a plan names says within a month how it will carry out its tasks. */
export const implementationPlan = defineProcedure<PlanOfUnit>({
  id: 'implementation-plan',
  version: 1,
  row: 'A1',
  name: '实施方案',
  chapter: 'yearly',
  about: '年度工作要点印发后一个月内，各单位报送落实本单位任务的实施方案，由法制机构备案。',
  basis: [basis.yearlyPlan],
  prefix: 'FA',
  onlyAsChild: true,
  board: '/plans',
  stages: {
    asked: { name: '待报送' },
    filed: { name: '待备案' },
    recorded: { name: '已备案', final: true },
    released: { name: '不再报送', final: true },
  },
  clocks: {
    // The month is the plan's own demand; the law leaves it to whoever lays down the year's work.
    filing: {
      name: '报送期限',
      rule: ({ on }) => ruleOfPlan(on),
      set: ({ input }) => String(input.due),
      main: true,
      near: 5,
    },
  },
  steps: {
    ask: step({
      name: '要求报送',
      from: [],
      to: ['asked'],
      by: office,
      fields: ask,
      unitOf: ({ input }) => input.unit,
      clocks: [{ clock: 'filing', do: 'start' }],
    }),
    file: step({
      name: '报送',
      from: ['asked'],
      to: ['filed'],
      by: ['liaison', 'unit-head'],
      fields: file,
      derive: ({ on }) => ({ filedOn: on }),
      clocks: [{ clock: 'filing', do: 'stop' }],
      usual: true,
    }),
    'give-back': step({
      name: '退回修改',
      from: ['filed'],
      to: ['asked'],
      by: office,
      anyUnit: true,
      fields: giveBack,
    }),
    record: step({
      name: '备案',
      from: ['filed'],
      to: ['recorded'],
      by: office,
      anyUnit: true,
      fields: record,
      outcome: '已备案',
      notBy: [{ from: ['file'], basis: basis.yearlyPlan, say: '方案由您报送，应当由其他人员备案。' }],
      usual: true,
    }),
    release: step({
      name: '免予报送',
      aside: true,
      from: ['asked'],
      to: ['released'],
      by: ['legal-office-head'],
      anyUnit: true,
      fields: release,
      clocks: [{ clock: 'filing', do: 'stop' }],
      outcome: '不再报送',
    }),
  },
  indicators: [
    {
      id: 'implementation-plan.filed',
      name: '报送实施方案',
      unit: '份',
      measure: 'flow',
      definition: '期间内备案的年度工作要点实施方案，按备案之日计。',
      counts: [{ on: ['record'] }],
    },
  ],
  title: (facts) => `${facts.year ?? ''}年度工作要点实施方案`,
  columns: ['year'],
  reports: ['unit'],
});
