import { z } from 'zod';
import { limitText } from '../../../../kernel/clock/index.ts';
import { chineseDate } from '../../../../kernel/dates.ts';
import type { JsonObject } from '../../../../kernel/ledger/json.ts';
import { f } from '../../../../kernel/procedure/fields.ts';
import { hearingAmountCaution } from '../amounts.ts';
import { defenceResults } from '../fields.ts';
import { hearingRequired } from '../hearing-right.ts';
import { basis, defenceLimit, underMarketRules } from '../law.ts';
import { gate, open, passed, step } from './words.ts';

export const notice = {
  notify: step({
    name: '事先告知',
    from: ['conclusion'],
    to: ['notice'],
    by: ['case-officer'],
    fields: z.object({
      noticeNumber: f.text('告知书文号', { max: 60 }),
      defenceDays: f.integer('陈述申辩期限', {
        min: 1,
        max: 30,
        unit: '日',
        help: '在告知书中写明；2021年7月15日起按工作日计算',
      }),
      offerHearing: f.flag('告知听证权利'),
      noticeReceipt: f.files('告知书送达回证', { min: 1 }),
    }),
    basis: basis.notice,
    proposes: ({ facts, on }): JsonObject =>
      underMarketRules(facts, on) ? { defenceDays: defenceLimit(facts, 0, on).amount } : {},
    gates: [
      gate<{ defenceDays: number }>({
        id: 'defence-days-of-rules',
        holds: ({ facts, input, on }) =>
          input.defenceDays === defenceLimit(facts, input.defenceDays, on).amount,
        basis: basis.marketDefence,
        say: ({ facts, on }) =>
          `本案适用的程序规定定明陈述申辩期限为${limitText(defenceLimit(facts, 0, on))}，告知书应当与之一致，请改填${defenceLimit(facts, 0, on).amount}。`,
      }),
      gate<{ offerHearing: boolean }>({
        id: 'hearing-offered',
        holds: ({ facts, input, pins, on }) =>
          input.offerHearing ||
          !hearingRequired(
            {
              party: facts.partyKind!,
              kinds: facts.proposedKinds!,
              fine: facts.proposedFine!,
              confiscation: facts.proposedConfiscation!,
            },
            pins.power,
            on,
          ),
        basis: basis.hearing,
        say: ({ facts, pins, on }) =>
          `拟处罚种类或者金额达到听证标准，应当告知当事人有要求听证的权利，请勾选“告知听证权利”并使用听证告知书。${hearingAmountCaution(pins.power, facts.partyKind!, underMarketRules(facts, on))}`,
      }),
    ],
    clocks: [
      { clock: 'defence', do: 'start' },
      { clock: 'hearing-request', do: 'start', when: ({ input }) => input.offerHearing },
    ],
    derive: ({ input, on }) => ({ noticeServedOn: on, hearingOffered: input.offerHearing }),
    claims: [{ kind: 'penalty-notice-number', field: 'noticeNumber', say: '该告知书文号已被使用。' }],
    documents: ['prior-notice', 'hearing-notice'],
    usual: true,
  }),
  'record-defence': step({
    name: '登记陈述申辩',
    from: ['notice'],
    by: ['case-officer'],
    fields: z.object({
      defence: f.longText('陈述申辩意见', { personal: 'hidden' }),
      defenceRecord: f.files('陈述申辩材料、笔录', { min: 1 }),
    }),
    basis: basis.defence,
    clocks: [{ clock: 'defence', do: 'stop' }],
    derive: () => ({ defenceHeard: true, defenceReviewed: false }),
  }),
  'review-defence': step({
    name: '复核陈述申辩',
    from: ['notice'],
    by: ['case-officer'],
    fields: z.object({
      defenceResult: f.choice('复核结果', defenceResults),
      defenceReasons: f.longText('理由', { max: 2000 }),
    }),
    basis: basis.defence,
    gates: [
      gate({
        id: 'defence-to-review',
        holds: ({ facts }) => facts.defenceHeard === true,
        basis: basis.defence,
        say: '当事人还没有陈述申辩，没有需要复核的意见。',
        early: true,
      }),
    ],
    derive: () => ({ defenceReviewed: true }),
  }),
  waive: step({
    name: '登记放弃陈述申辩和听证',
    from: ['notice'],
    by: ['case-officer'],
    fields: z.object({ waiver: f.files('当事人签字的放弃声明', { min: 1 }) }),
    basis: basis.notice,
    clocks: [
      { clock: 'defence', do: 'stop' },
      { clock: 'hearing-request', do: 'stop' },
    ],
    derive: () => ({ noticeWaived: true }),
  }),
  'end-notice': step({
    name: '提请作出决定',
    from: ['notice'],
    to: ['deliberation'],
    by: ['case-officer'],
    fields: z.object({ recommendation: f.longText('处理建议', { max: 2000 }) }),
    basis: basis.notice,
    gates: [
      gate({
        id: 'defence-waited',
        holds: (view) => !open(view, 'defence') || passed(view, 'defence'),
        basis: basis.notice,
        say: (view) =>
          `陈述申辩期限到${chineseDate(view.dueOf('defence'))}届满，届满前不能作出决定；当事人书面放弃的请先登记。`,
        early: true,
      }),
      gate({
        id: 'defence-reviewed',
        holds: ({ facts }) => !facts.defenceHeard || facts.defenceReviewed === true,
        basis: basis.defence,
        say: '当事人提出的事实、理由和证据还没有复核，请先办理“复核陈述申辩”。',
        early: true,
      }),
      gate({
        id: 'hearing-waited',
        holds: (view) => !open(view, 'hearing-request') || passed(view, 'hearing-request'),
        basis: basis.hearingTerm,
        say: (view) =>
          `要求听证的期限到${chineseDate(view.dueOf('hearing-request'))}届满，届满前不能作出决定；当事人书面放弃的请先登记。`,
        early: true,
      }),
    ],
    clocks: [
      { clock: 'defence', do: 'stop' },
      { clock: 'hearing-request', do: 'stop' },
    ],
    usual: true,
  }),
};
