import { z } from 'zod';
import { f } from '../../../../kernel/procedure/fields.ts';
import { basis, underRevisedLaw } from '../law.ts';
import { gate, step } from './words.ts';

/** What review or suit brings after the decision was served; also after the case is closed. */
export const aftermath = {
  'record-remedy': step({
    name: '登记复议、诉讼',
    from: ['execution', 'closed'],
    afterClosing: true,
    by: ['case-officer', 'legal-reviewer'],
    fields: z.object({
      remedyKind: f.choice('救济方式', { review: '行政复议', suit: '行政诉讼' }),
      remedyNotice: f.files('受理通知、应诉通知', { min: 1 }),
    }),
    derive: () => ({ remedyPending: true }),
  }),
  'record-remedy-result': step({
    name: '登记复议、诉讼结果',
    from: ['execution', 'closed'],
    afterClosing: true,
    by: ['case-officer', 'legal-reviewer'],
    fields: z.object({
      remedyResult: f.choice('结果', {
        upheld: '维持、驳回',
        withdrawn: '撤回',
        changed: '变更',
        annulled: '撤销',
        unlawful: '确认违法或者无效',
      }),
      changedFine: f.money('变更后的罚款').optional(),
      remedyDocument: f.files('复议决定书、裁判文书', { min: 1 }),
    }),
    basis: basis.withdrawal,
    gates: [
      gate({
        id: 'remedy-pending',
        holds: ({ facts }) => facts.remedyPending === true,
        basis: basis.withdrawal,
        say: '本案没有登记正在进行的复议或者诉讼，请先办理“登记复议、诉讼”。',
        early: true,
      }),
    ],
    clocks: [
      {
        clock: 'withdrawal:decision',
        do: 'start',
        when: ({ input, matter, on }) =>
          underRevisedLaw(on) &&
          !['upheld', 'withdrawn'].includes(input.remedyResult) &&
          matter?.publications.decision?.status === 'published',
      },
    ],
    derive: ({ facts, input }) => ({
      remedyPending: false,
      fine: input.changedFine ?? facts.fine ?? 0,
      ...(input.remedyResult === 'annulled' || input.remedyResult === 'unlawful'
        ? { enforcementEnded: true }
        : {}),
    }),
  }),
};
