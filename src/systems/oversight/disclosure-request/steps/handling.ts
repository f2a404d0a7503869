import { chineseDate } from '../../../../kernel/dates.ts';
import * as fields from '../fields.ts';
import { gate, handlers, passed, regulation, revised, step, taken } from '../words.ts';

const thirdParties = regulation('第三十二条', 'GK1-07');
const notCounted = regulation('第三十三条第三款', 'GK1-06');
const excessive = regulation('第三十五条', 'GK1-09');
const fees = regulation('第四十二条', 'GK1-11');

export const handling = {
  consult: step({
    name: '征求意见',
    from: ['handling'],
    to: ['consulting'],
    by: handlers,
    fields: fields.consult,
    basis: thirdParties,
    gates: [
      gate<{ readonly opinionDays?: number }>({
        id: 'opinion-period',
        holds: ({ input, on }) => revised(on) === (input.opinionDays === undefined),
        basis: thirdParties,
        say: ({ on }) =>
          revised(on)
            ? '答复意见的期限由条例定为十五个工作日，不另填写。'
            : '2019年5月15日以前的条例没有规定答复意见的期限，请填写征求意见书中写明的期限。',
      }),
    ],
    clocks: [
      { clock: 'opinion', do: 'start' },
      { clock: 'answer', do: 'pause', reason: '征求意见所需时间不计入', basis: notCounted },
    ],
    documents: ['consultation-letter'],
  }),
  'receive-opinion': step({
    name: '收到意见',
    from: ['consulting'],
    to: ['handling'],
    by: handlers,
    fields: fields.opinion,
    basis: thirdParties,
    clocks: [
      { clock: 'opinion', do: 'stop' },
      { clock: 'answer', do: 'resume' },
    ],
    usual: true,
  }),
  'opinion-lapsed': step({
    name: '逾期未提出意见',
    from: ['consulting'],
    to: ['handling'],
    by: handlers,
    fields: fields.none,
    basis: thirdParties,
    help: '第三方逾期的，由本机关依照条例决定是否公开；共同制作的机关逾期的，视为同意公开。',
    gates: [
      gate({
        id: 'opinion-overdue',
        early: true,
        holds: (view) => passed(view, 'opinion'),
        basis: thirdParties,
        say: (view) => `提出意见的期限到${chineseDate(view.dueOf('opinion'))}，届满之前请等待意见。`,
      }),
    ],
    clocks: [
      { clock: 'opinion', do: 'stop' },
      { clock: 'answer', do: 'resume' },
    ],
  }),
  extend: step({
    name: '延长答复期限',
    from: ['handling'],
    by: ['unit-head'],
    fields: fields.extend,
    basis: regulation('第三十三条第二款', 'GK1-06'),
    clocks: [
      {
        clock: 'answer',
        do: 'extend',
        by: ({ input }) => ({ amount: input.extendDays, unit: 'workday' }),
        reason: ({ input }) => input.extendReason,
      },
    ],
    documents: ['extension-notice'],
  }),
  'ask-reasons': step({
    name: '要求说明理由',
    from: ['handling'],
    to: ['explaining'],
    by: handlers,
    fields: fields.askReasons,
    basis: excessive,
    gates: [
      gate({
        id: 'excess-rule-in-force',
        early: true,
        holds: ({ on }) => revised(on),
        basis: excessive,
        say: '2019年5月15日以前的条例没有要求说明申请理由的规定。',
      }),
    ],
  }),
  explain: step({
    name: '登记说明的理由',
    from: ['explaining'],
    to: ['handling'],
    by: handlers,
    fields: fields.explain,
    basis: excessive,
    usual: true,
  }),
  charge: step({
    name: '发出收费通知',
    from: ['handling'],
    to: ['paying'],
    by: handlers,
    fields: fields.charge,
    basis: fees,
    gates: [
      gate({
        id: 'fee-allowed',
        early: true,
        holds: (view) => !revised(view.on) || taken(view, 'ask-reasons'),
        basis: fees,
        say: '依申请公开不收取费用；只有申请数量、频次明显超过合理范围的才可以收取信息处理费，请先要求说明理由。',
      }),
    ],
    clocks: [
      { clock: 'payment', do: 'start' },
      { clock: 'answer', do: 'pause', reason: '等待申请人缴费', basis: fees },
    ],
    documents: ['fee-notice'],
  }),
  pay: step({
    name: '登记缴费',
    from: ['paying'],
    to: ['handling'],
    by: handlers,
    fields: fields.pay,
    basis: fees,
    clocks: [
      { clock: 'payment', do: 'stop' },
      { clock: 'answer', do: 'resume' },
    ],
    claims: [{ kind: 'disclosure-fee-receipt', field: 'receipt', say: '该票据号码已经登记过缴费。' }],
    usual: true,
  }),
  'fee-unpaid': step({
    name: '逾期未缴费，不再处理',
    from: ['paying'],
    to: ['closed'],
    by: handlers,
    fields: fields.none,
    basis: fees,
    gates: [
      gate({
        id: 'payment-lapsed',
        early: true,
        holds: (view) => passed(view, 'payment'),
        basis: fees,
        say: (view) => `缴费期限到${chineseDate(view.dueOf('payment'))}，届满之前不能终止处理。`,
      }),
    ],
    clocks: [
      { clock: 'payment', do: 'stop' },
      { clock: 'answer', do: 'stop' },
    ],
    derive: () => ({ answer: 'other-2' }),
    outcome: '逾期未缴费，不再处理',
  }),
};
