import { z } from 'zod';
import type { LegalDate } from '../../../../kernel/dates.ts';
import { chineseDate } from '../../../../kernel/dates.ts';
import type { ClockEffect } from '../../../../kernel/procedure/declaration.ts';
import { f } from '../../../../kernel/procedure/fields.ts';
import { addYuan, surcharge } from '../amounts.ts';
import type { PenaltyFacts } from '../fields.ts';
import { takesMoreThanMoney } from '../kinds.ts';
import { basis, periods, suitNeedsReview, underMarketRules, underRevisedLaw } from '../law.ts';
import { gate, handling, open, owed, passed, step, type View } from './words.ts';

interface Payment {
  readonly amount: number;
  readonly paidOn: string;
  readonly surchargeAmount?: number;
  readonly daysNotCounted?: number;
}

function settled(facts: PenaltyFacts): boolean {
  return (
    facts.enforcementEnded === true ||
    (owed(facts) <= 0 && (!takesMoreThanMoney(facts.kinds ?? []) || !!facts.performed))
  );
}

/** The day by which the party must have turned to review or court; only then may the agency go there (行政强制法 art. 53). */
function remediesEnd(view: View): string {
  const received = view.facts.receivedOn!;
  return view.reckon(periods.remedies(view.facts, received), received);
}

/** Where paying was put off, the three months to apply run from the end of that time (行政处罚法 2021 art. 72). */
function applicationFrom(view: View): string {
  const { deferredTo } = view.facts;
  const end = remediesEnd(view);
  return underRevisedLaw(view.on) && deferredTo !== undefined && deferredTo > end ? deferredTo : end;
}

/** The day by which the fine is to be paid: that of the law, or the one the head put it off to. */
function payBy(view: View): LegalDate {
  return view.facts.deferredTo ?? view.dueOf('payment') ?? view.facts.receivedOn!;
}

function surchargeOf(view: View<Payment>): number {
  const { input } = view;
  return surcharge(owed(view.facts), payBy(view), input.paidOn, input.daysNotCounted ?? 0);
}

/** The market regulator's rules count the days for closing from the day on which the case can be closed. */
function startClosing<I>(settles: (view: View<I>) => boolean): ClockEffect<PenaltyFacts, I> {
  return {
    clock: 'closing',
    do: 'start',
    when: (view) =>
      underMarketRules(view.facts, view.on) && view.matter?.clocks.closing === undefined && settles(view),
  };
}

const paysAll = ({ facts, input }: View<Payment>) => input.amount >= owed(facts);

/** A period that has not begun is stopped on its first day. */
const notBefore = (first: LegalDate, on: LegalDate) => (on < first ? first : on);

export const execution = {
  'record-payment': step({
    name: '登记缴款',
    from: ['execution', 'court'],
    by: ['window-clerk'],
    fields: z.object({
      amount: f.money('缴纳罚款'),
      surchargeAmount: f.money('缴纳加处罚款').optional(),
      daysNotCounted: f
        .integer('复议、诉讼期间不计加处罚款的天数', { unit: '日', help: '2021年7月15日起的规定' })
        .optional(),
      paidOn: f.date('缴款日期'),
      receipt: f.text('银行票据（电子缴款）号码', { max: 60 }),
    }),
    basis: basis.separation,
    notBy: [
      {
        from: handling,
        basis: basis.separation,
        say: '罚款决定与收缴分离：办理本案的人员不能登记收款，请由其他岗位凭银行票据登记。',
      },
    ],
    gates: [
      gate<Payment>({
        id: 'not-overpaid',
        holds: ({ facts, input }) => input.amount > 0 && input.amount <= owed(facts),
        basis: basis.separation,
        say: ({ facts }) => `尚欠罚款${owed(facts)}元，登记的金额应大于零且不超过尚欠的数额，请核对票据。`,
      }),
      gate<Payment>({
        id: 'payment-day',
        holds: ({ facts, input, on }) => facts.receivedOn! <= input.paidOn && input.paidOn <= on,
        basis: basis.separation,
        say: '缴款日期应在决定书送达之后、登记当日之前，请核对票据。',
      }),
      gate<Payment>({
        id: 'surcharge-cap',
        holds: (view) => (view.input.surchargeAmount ?? 0) <= surchargeOf(view),
        basis: basis.surcharge,
        say: (view) => `加处罚款按尚欠罚款每日百分之三计算且不超过罚款本数，本次最多${surchargeOf(view)}元。`,
      }),
    ],
    clocks: [
      { clock: 'payment', do: 'stop', when: paysAll, from: ({ input }) => input.paidOn },
      { clock: 'deferral', do: 'stop', when: paysAll },
      { clock: 'demand', do: 'stop', when: paysAll },
      {
        clock: 'court-application',
        do: 'stop',
        when: paysAll,
        from: (view) => notBefore(applicationFrom(view), view.on),
      },
      startClosing((view: View<Payment>) =>
        settled({ ...view.facts, paid: addYuan(view.facts.paid, view.input.amount) }),
      ),
    ],
    derive: ({ facts, input }) => ({
      paid: addYuan(facts.paid, input.amount),
      surchargePaid: addYuan(facts.surchargePaid, input.surchargeAmount),
    }),
    claims: [{ kind: 'penalty-receipt', field: 'receipt', say: '该票据号码已经登记过缴款。' }],
    usual: true,
  }),
  'approve-deferral': step({
    name: '批准延期、分期缴纳',
    from: ['execution'],
    by: ['unit-head'],
    fields: z.object({
      deferredTo: f.date('延至', { help: '分期缴纳的填写最后一期的日期' }),
      deferralPlan: f.longText('延期或者分期的安排', { max: 1000 }),
      deferralApplication: f.files('当事人申请', { min: 1 }),
    }),
    basis: basis.deferral,
    gates: [
      gate({
        id: 'fine-owed',
        holds: (view) => owed(view.facts) > 0,
        basis: basis.deferral,
        say: '本案没有尚未缴纳的罚款，无须延期。',
        early: true,
      }),
      gate<{ deferredTo: string }>({
        id: 'deferred-later',
        holds: (view) => view.input.deferredTo > view.on && view.input.deferredTo > payBy(view),
        basis: basis.deferral,
        say: (view) => `延期应当晚于今天和现在的缴款期限${chineseDate(payBy(view))}，请核对日期。`,
      }),
    ],
    clocks: [
      { clock: 'payment', do: 'stop' },
      { clock: 'deferral', do: 'stop' },
      { clock: 'deferral', do: 'start', when: ({ on }) => underRevisedLaw(on) },
    ],
  }),
  'record-performance': step({
    name: '登记其他处罚的执行',
    from: ['execution', 'court'],
    by: ['case-officer'],
    fields: z.object({
      performance: f.longText('没收、停业、吊销等的执行情况', { max: 1000 }),
      performanceRecord: f.files('执行凭证', { min: 1 }),
    }),
    clocks: [startClosing((view) => settled({ ...view.facts, performed: true }))],
    derive: () => ({ performed: true }),
  }),
  demand: step({
    name: '催告',
    from: ['execution'],
    by: ['case-officer'],
    fields: z.object({ demandReceipt: f.files('催告书及送达回证', { min: 1 }) }),
    basis: basis.demand,
    documents: ['demand-letter'],
    gates: [
      gate({
        id: 'payment-overdue',
        holds: (view) => owed(view.facts) > 0 && view.on > payBy(view),
        basis: basis.demand,
        say: (view) =>
          owed(view.facts) > 0
            ? `缴款期限到${chineseDate(payBy(view))}届满，届满之后仍未履行的才能催告。`
            : '本案没有尚未缴纳的罚款，无须催告。',
        early: true,
      }),
    ],
    clocks: [
      { clock: 'demand', do: 'stop' },
      { clock: 'demand', do: 'start' },
      {
        clock: 'court-application',
        do: 'start',
        when: (view) => !open(view, 'court-application'),
        from: applicationFrom,
      },
    ],
  }),
  'apply-enforcement': step({
    name: '申请法院强制执行',
    from: ['execution'],
    to: ['court'],
    by: ['unit-head'],
    fields: z.object({
      enforcementCourt: f.text('受理法院'),
      enforcementApplication: f.files('强制执行申请书', { min: 1 }),
    }),
    basis: basis.enforcement,
    gates: [
      gate({
        id: 'demanded',
        holds: (view) => open(view, 'demand') && passed(view, 'demand'),
        basis: basis.demand,
        say: (view) =>
          view.dueOf('demand') === undefined
            ? '申请法院强制执行前应当催告当事人，请先办理“催告”。'
            : `催告书送达十日后仍未履行的才能申请，催告期到${chineseDate(view.dueOf('demand'))}届满。`,
        early: true,
      }),
      gate({
        id: 'remedies-over',
        holds: (view) => view.facts.remedyPending !== true && view.on > remediesEnd(view),
        basis: basis.enforcement,
        say: (view) =>
          view.facts.remedyPending
            ? '本案正在行政复议或者行政诉讼中，结束后才能申请强制执行。'
            : `当事人${suitNeedsReview(view.facts, view.facts.receivedOn!) ? '申请复议的' : '起诉'}期限到${chineseDate(remediesEnd(view))}届满，届满后三个月内才能申请强制执行。`,
        early: true,
      }),
    ],
    clocks: [
      { clock: 'demand', do: 'stop' },
      { clock: 'court-application', do: 'stop' },
    ],
  }),
  'record-enforcement': step({
    name: '登记强制执行结果',
    from: ['court'],
    to: ['execution'],
    by: ['case-officer'],
    fields: z.object({
      enforcementResult: f.choice('结果', {
        completed: '执行完毕',
        ended: '法院裁定终结执行',
        refused: '法院裁定不予受理或者不予执行',
      }),
      ruling: f.files('法院文书', { min: 1 }),
    }),
    clocks: [startClosing(() => true)],
    derive: () => ({ enforcementEnded: true }),
  }),
  close: step({
    name: '批准结案',
    from: ['execution'],
    to: ['closed'],
    by: ['unit-head'],
    fields: z.object({
      closingReport: f.longText('结案报告', { max: 2000 }),
      archived: f.flag('案卷材料已经立卷归档'),
    }),
    gates: [
      gate({
        id: 'carried-out',
        holds: ({ facts }) => settled(facts),
        basis: { law: '行政处罚法', article: '第六十六条', provision: 'CF1-35' },
        say: ({ facts }) =>
          owed(facts) > 0
            ? `尚欠罚款${owed(facts)}元，处罚决定没有执行完毕，不能结案；逾期不缴的请催告并申请强制执行。`
            : '没收、停业、吊销等处罚的执行情况还没有登记，不能结案。',
        early: true,
      }),
      gate({
        id: 'on-spot-reported',
        holds: ({ facts }) =>
          !facts.onSpot || (facts.reported === true && (!facts.collectedOnSpot || facts.handedIn === true)),
        basis: basis.onSpotForm,
        say: '当场处罚决定还没有报所属机关备案，或者当场收缴的罚款还没有交至机关，不能结案。',
        early: true,
      }),
      gate<{ archived: boolean }>({
        id: 'archived',
        holds: ({ input }) => input.archived,
        basis: { law: '行政处罚法', article: '第四十七条', provision: 'CF1-18' },
        say: '执法全过程记录应当归档保存，请先整理案卷再结案。',
      }),
    ],
    clocks: [{ clock: 'closing', do: 'stop' }],
    outcome: ({ facts }) => (facts.exemptionGround ? '不予处罚结案' : '处罚执行完毕结案'),
    documents: ['closing-approval'],
    usual: true,
  }),
};
