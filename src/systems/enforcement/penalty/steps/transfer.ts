import { z } from 'zod';
import { f } from '../../../../kernel/procedure/fields.ts';
import { basis, underMarketRules } from '../law.ts';
import { paused, step } from './words.ts';

const running = ['investigation', 'conclusion', 'notice', 'deliberation'];

/** Ways out of the case before a decision: to another body, to criminal justice, or to nothing. */
export const transfer = {
  'transfer-case': step({
    name: '移送其他行政机关',
    from: running,
    to: ['transferred'],
    by: ['unit-head'],
    fields: z.object({
      receivingBody: f.text('移送机关'),
      transferReason: f.longText('移送理由', { max: 500 }),
    }),
    basis: basis.jurisdiction,
    clocks: [{ clock: 'decision', do: 'stop' }],
    outcome: '移送有管辖权的机关',
  }),
  'transfer-crime': step({
    name: '移送司法机关',
    from: running,
    to: ['justice'],
    by: ['unit-head'],
    fields: z.object({
      suspectedCrime: f.text('涉嫌罪名', { max: 60 }),
      justiceBody: f.text('移送的公安机关（监察机关）'),
      transferFiles: f.files('移送书及附件', { min: 1 }),
    }),
    basis: basis.crime,
    clocks: [
      {
        clock: 'decision',
        do: 'pause',
        when: (view) => underMarketRules(view.facts, view.on) && !paused(view, 'decision'),
        reason: '移送司法机关，中止调查',
        basis: basis.marketTerm,
      },
    ],
  }),
  'justice-returns': step({
    name: '司法机关退回',
    from: ['justice'],
    to: ['investigation'],
    by: ['case-officer'],
    fields: z.object({ returnNotice: f.files('不予立案、不起诉等文书', { min: 1 }) }),
    basis: { law: '行政处罚法', article: '第二十七条', provision: 'CF1-04' },
    clocks: [{ clock: 'decision', do: 'resume', when: (view) => paused(view, 'decision') }],
  }),
  'justice-accepts': step({
    name: '司法机关立案',
    from: ['justice'],
    to: ['transferred'],
    by: ['case-officer'],
    fields: z.object({ acceptanceNotice: f.files('立案通知书', { min: 1 }) }),
    basis: basis.crime,
    clocks: [{ clock: 'decision', do: 'stop' }],
    outcome: '移送司法机关立案',
  }),
  terminate: step({
    name: '终止调查',
    from: running,
    to: ['terminated'],
    by: ['unit-head'],
    fields: z.object({
      terminationReason: f.choice('事由', {
        death: '涉嫌违法的自然人死亡',
        dissolution: '涉嫌违法的单位终止且没有承受权利义务的组织',
      }),
      terminationFiles: f.files('证明材料', { min: 1 }),
    }),
    clocks: [{ clock: 'decision', do: 'stop' }],
    outcome: '终止调查',
  }),
};
