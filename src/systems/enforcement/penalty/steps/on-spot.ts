import { z } from 'zod';
import { f } from '../../../../kernel/procedure/fields.ts';
import type { CounterpartKind } from '../../../counterpart.ts';
import { largestOnSpotCollection, largestOnSpotFine } from '../amounts.ts';
import { conduct, officers, party, power, rulesChoice } from '../fields.ts';
import { basis, underMarketRules, underRevisedLaw } from '../law.ts';
import { datesInOrder, partyNamed, powerIsPenalty, powerOfUnit } from './filing.ts';
import { amountsFit } from './investigation.ts';
import { gate, step } from './words.ts';

interface OnSpot {
  readonly partyKind: CounterpartKind;
  readonly onSpotOfficers: string[];
  readonly onSpotKinds: ('warning' | 'fine')[];
  readonly onSpotFine?: number;
  readonly told: boolean;
  readonly handedOver: boolean;
  readonly collectedOnSpot: boolean;
  readonly collectReason?: string;
}

/** The simple procedure (当场处罚): decided, served and often paid where the violation was found. */
export const onSpot = {
  'punish-on-spot': step({
    name: '当场处罚',
    from: [],
    to: ['execution'],
    by: ['case-officer'],
    fields: z.object({
      procedureRules: rulesChoice,
      ...party,
      ...conduct,
      power,
      onSpotOfficers: officers.meta({ ...officers.meta(), help: '2021年7月15日起不少于两人' }),
      decisionNumber: f.text('决定书文号', { max: 60, help: '当场处罚使用预定格式、编有号码的决定书' }),
      onSpotAt: f.text('处罚时刻', { max: 20, help: '如9时30分' }).optional(),
      onSpotPlace: f.text('处罚地点', { max: 100, help: '写入决定书' }),
      onSpotKinds: f.choices('处罚种类', { warning: '警告', fine: '罚款' }),
      onSpotFine: f.money('罚款').optional(),
      findings: f.longText('违法事实', { help: '将依法公示，不写个人信息' }),
      legalBasis: f.text('处罚依据', { max: 1000 }),
      told: f.flag('已告知拟处罚内容、事实、理由、依据和权利，并听取陈述申辩'),
      handedOver: f.flag('决定书已当场交付当事人'),
      collectedOnSpot: f.flag('当场收缴罚款'),
      collectReason: f
        .text('当场收缴的理由', { help: '不当场收缴事后难以执行，或者边远地区当事人提出' })
        .optional(),
      reviewBody: f.text('行政复议机关'),
      court: f.text('行政诉讼管辖法院'),
      records: f.files('现场笔录、音视频', { min: 1 }),
    }),
    basis: basis.onSpot,
    officers: {
      field: 'onSpotOfficers',
      min: 1,
      certificate: 'enforcement',
      basis: basis.officers,
      actorAmong: true,
    },
    pins: { power: { list: 'powers', field: 'power' } },
    gates: [
      partyNamed,
      datesInOrder,
      powerIsPenalty,
      powerOfUnit,
      gate<OnSpot>({
        id: 'two-on-spot',
        holds: ({ input, on }) => !underRevisedLaw(on) || input.onSpotOfficers.length >= 2,
        basis: basis.officers,
        say: '2021年7月15日起行政执法人员不得少于两人，请填写另一名持证执法人员。',
      }),
      gate<OnSpot>({
        id: 'on-spot-limit',
        holds: ({ input, on }) => (input.onSpotFine ?? 0) <= largestOnSpotFine(input.partyKind, on),
        basis: basis.onSpot,
        say: ({ input, on }) =>
          `当场处罚对该当事人的罚款最多${largestOnSpotFine(input.partyKind, on)}元，超过的请按普通程序立案办理。`,
      }),
      gate<OnSpot>({
        id: 'on-spot-amount',
        holds: ({ input }) => amountsFit(input.onSpotKinds, input.onSpotFine),
        basis: basis.onSpot,
        say: '处罚种类与金额不一致：选择罚款的应填写罚款金额。',
      }),
      gate<OnSpot>({
        id: 'on-spot-told',
        holds: ({ input }) => input.told && input.handedOver,
        basis: basis.onSpotForm,
        say: '当场处罚也应当先告知并听取陈述申辩，决定书应当当场交付，请完成后再登记。',
      }),
      gate<OnSpot>({
        id: 'on-spot-collection',
        holds: ({ input, on }) =>
          !input.collectedOnSpot ||
          (input.onSpotFine ?? 0) <= largestOnSpotCollection(on) ||
          !!input.collectReason,
        basis: basis.onSpotCollection,
        say: ({ on }) =>
          `罚款${largestOnSpotCollection(on)}元以下才可以直接当场收缴，超过的应写明事后难以执行等法定理由，或者由当事人到银行缴纳。`,
      }),
    ],
    clocks: [
      { clock: 'payment', do: 'start', when: ({ input }) => input.onSpotKinds.includes('fine') },
      { clock: 'hand-in', do: 'start', when: ({ input }) => input.collectedOnSpot },
      { clock: 'reporting', do: 'start', when: ({ input, on }) => underMarketRules(input, on) },
    ],
    derive: ({ input, on }) => ({
      onSpot: true,
      officers: input.onSpotOfficers,
      kinds: input.onSpotKinds,
      fine: input.onSpotFine ?? 0,
      confiscation: 0,
      content: input.onSpotKinds.includes('fine') ? `罚款${input.onSpotFine}元` : '警告',
      decidedOn: on,
      receivedOn: on,
    }),
    claims: [{ kind: 'penalty-decision-number', field: 'decisionNumber', say: '该决定书号码已被使用。' }],
    publishes: ['decision'],
    documents: ['on-spot-decision'],
  }),
  'hand-in': step({
    name: '交回当场收缴的罚款',
    from: ['execution'],
    by: ['case-officer'],
    fields: z.object({ handInReceipt: f.text('机关收款凭证号码', { max: 60 }) }),
    basis: { law: '行政处罚法', article: '第七十一条', provision: 'CF1-38' },
    gates: [
      gate({
        id: 'collected-on-spot',
        holds: ({ facts }) => facts.collectedOnSpot === true && !facts.handedIn,
        basis: basis.onSpotCollection,
        say: '本案没有当场收缴而尚未交回的罚款。',
        early: true,
      }),
    ],
    clocks: [{ clock: 'hand-in', do: 'stop' }],
    derive: () => ({ handedIn: true }),
  }),
  'report-on-spot': step({
    name: '报所属机关备案',
    from: ['execution'],
    by: ['case-officer'],
    fields: z.object({ reportFiles: f.files('备案材料', { min: 1 }) }),
    basis: basis.onSpotForm,
    gates: [
      gate({
        id: 'decided-on-spot',
        holds: ({ facts }) => facts.onSpot === true,
        basis: basis.onSpotForm,
        say: '本案不是当场处罚，无须备案。',
        early: true,
      }),
    ],
    clocks: [{ clock: 'reporting', do: 'stop' }],
    derive: () => ({ reported: true }),
  }),
};
