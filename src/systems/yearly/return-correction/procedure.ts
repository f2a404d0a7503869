import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import { basis } from '../periodic-return/law.ts';
import * as fields from './fields.ts';

const { step } = words<fields.CorrectionFacts>();
const office = ['legal-office', 'legal-office-head'] as const;

/**
 * Row A5: a correction that waits. The return it belongs to is closed and carries the values; this is what stands in
 * the office's to-do until the return's own step accepts or sends back the correction.
 */
export const returnCorrection = defineProcedure<fields.CorrectionFacts>({
  id: 'return-correction',
  version: 1,
  row: 'A5',
  name: '报送更正',
  chapter: 'yearly',
  about: '已审核通过的报表由单位负责人提出更正，收集单位审核通过后生效。在报表页面办理。',
  basis: [basis.duty, basis.contents],
  prefix: 'GZ',
  onlyAsChild: true,
  stages: {
    waiting: { name: '更正待核' },
    accepted: { name: '已更正', final: true },
    rejected: { name: '已退回', final: true },
  },
  steps: {
    ask: step({
      name: '提出更正',
      from: [],
      to: ['waiting'],
      by: ['unit-head'],
      fields: fields.ask,
      unitOf: ({ input }) => input.unit,
    }),
    accept: step({
      name: '更正审核通过',
      from: ['waiting'],
      to: ['accepted'],
      by: office,
      anyUnit: true,
      fields: fields.decide,
      outcome: '更正生效',
      usual: true,
    }),
    reject: step({
      name: '退回更正',
      from: ['waiting'],
      to: ['rejected'],
      by: office,
      anyUnit: true,
      fields: fields.decide,
      outcome: '更正退回，原数不变',
    }),
  },
  title: ({ formName = '', periodName = '' }) => `更正：${formName}（${periodName}）`,
  search: ['formName', 'periodName'],
  columns: ['formName', 'periodName', 'unit'],
  desk: {
    name: '单位报送',
    path: ({ form, period, unit }) =>
      form === undefined ? '/returns' : `/returns/${form}/${period}/${unit}`,
  },
});
