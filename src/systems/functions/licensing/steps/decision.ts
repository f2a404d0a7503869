import { z } from 'zod';
import { f } from '../../../../kernel/procedure/fields.ts';
import { remedies, serviceMethods } from '../fields.ts';
import { gate, itemOf, licensingLaw, step } from '../words.ts';
import { commitmentSigned, materialsComplete } from './intake.ts';

const decideLaw = licensingLaw('第三十八条', 'XK-07');
const limitLaw = licensingLaw('第四十二条', 'XK-09');

/** What a licence says, and the number under which the decision is known. */
const licence = {
  decisionNumber: f.text('决定书文号', { max: 60 }),
  content: f.longText('许可内容', { max: 2000 }),
  licenceNumber: f.text('许可编号', { max: 60 }).optional(),
  validFrom: f.date('有效期自'),
  validTo: f.date('有效期至', { help: '长期有效的不填' }).optional(),
};
const numberOnce = [
  { kind: 'licence-decision', field: 'decisionNumber', say: '该决定书文号已经使用，请核对。' },
] as const;

const validity = gate<{ readonly validFrom: string; readonly validTo?: string }>({
  id: 'validity-in-order',
  holds: ({ input }) => input.validTo === undefined || input.validTo > input.validFrom,
  basis: licensingLaw('第三十九条', 'XK-33'),
  say: '有效期的截止日期应当晚于起始日期，请核对。',
});

const apart = {
  from: ['propose', 'site-check'],
  basis: licensingLaw('第十条', 'XK-28'),
  say: '审查和决定应当由不同人员办理，您办理过本件的审查，不能再作决定。',
};

export const decision = {
  grant: step({
    name: '准予许可',
    from: ['proposed'],
    to: ['issuing'],
    by: ['unit-head'],
    fields: z.object({
      ...licence,
      againstOpinion: f.longText('与审查意见不一致的理由', { max: 1000 }).optional(),
    }),
    basis: decideLaw,
    notBy: [apart],
    gates: [
      validity,
      gate<{ readonly againstOpinion?: string }>({
        id: 'grant-against-opinion',
        holds: (view) => view.facts.opinion === 'grant' || view.input.againstOpinion !== undefined,
        basis: licensingLaw('第十条', 'XK-28'),
        say: '审查意见是不予许可，准予许可应当写明与审查意见不一致的理由。',
      }),
    ],
    clocks: [
      { clock: 'decide', do: 'stop' },
      { clock: 'deliver', do: 'start' },
    ],
    claims: numberOnce,
    derive: (view) => ({ decision: 'granted', decidedOn: view.on }),
    publishes: ['decision'],
    documents: ['grant-decision'],
    usual: true,
  }),
  refuse: step({
    name: '不予许可',
    from: ['proposed'],
    to: ['issuing'],
    by: ['unit-head'],
    fields: z.object({
      decisionNumber: licence.decisionNumber,
      reasons: f.longText('不予许可的理由和依据', { max: 2000 }),
      ...remedies,
    }),
    basis: decideLaw,
    notBy: [apart],
    clocks: [{ clock: 'decide', do: 'stop' }],
    claims: numberOnce,
    derive: (view) => ({ decision: 'refused', decidedOn: view.on }),
    documents: ['refusal-decision'],
  }),
  'return-review': step({
    name: '退回补充审查',
    from: ['proposed'],
    to: ['reviewing'],
    by: ['unit-head'],
    fields: z.object({ returnReason: f.longText('退回理由', { max: 1000 }) }),
  }),
  extend: step({
    name: '延长期限',
    from: ['reviewing', 'proposed'],
    by: ['unit-head', 'region-head'],
    anyUnit: ['region-head'],
    fields: z.object({
      extendDays: f.integer('延长', { min: 1, max: 60, unit: '工作日' }),
      extendReason: f.longText('延长的理由', { max: 500, help: '将写入告知申请人的文书' }),
    }),
    basis: limitLaw,
    gates: [
      gate({
        id: 'extension-approver',
        early: true,
        holds: (view) =>
          itemOf(view).joint
            ? view.actor.kind === 'region-head'
            : view.actor.kind === 'unit-head' && view.actor.unit === view.matter?.unit,
        basis: limitLaw,
        say: (view) =>
          itemOf(view).joint
            ? '统一、联合或者集中办理的，延长期限由本级人民政府负责人批准。'
            : '延长期限由承办机关负责人批准。',
      }),
    ],
    clocks: [
      {
        clock: 'decide',
        do: 'extend',
        by: (view) => ({ amount: view.input.extendDays, unit: 'workday' }),
        reason: (view) => view.input.extendReason,
      },
    ],
    documents: ['extension-notice'],
  }),
  'decide-on-spot': step({
    name: '当场办结',
    from: ['received'],
    to: ['issuing'],
    by: ['window-clerk', 'unit-head'],
    anyUnit: ['window-clerk'],
    forItems: { pin: 'item', field: 'type', is: 'instant' },
    fields: z.object({ ...licence, commitmentSigned: f.flag('已签署告知承诺书').optional() }),
    basis: licensingLaw('第三十四条第二款', 'XK-32'),
    gates: [
      gate<unknown>({
        id: 'instant-item',
        early: true,
        holds: (view) => itemOf(view).type === 'instant',
        basis: licensingLaw('第三十四条第二款', 'XK-32'),
        say: '只有即办件可以当场办结，其他事项请先受理。',
      }),
      materialsComplete,
      commitmentSigned,
      validity,
    ],
    clocks: [
      { clock: 'notice', do: 'stop' },
      { clock: 'deliver', do: 'start' },
    ],
    claims: numberOnce,
    derive: (view) => ({ decision: 'granted', decidedOn: view.on, acceptedOn: view.on }),
    publishes: ['decision'],
    documents: ['grant-decision'],
  }),
  'decide-on-commitment': step({
    name: '告知承诺当场决定',
    from: ['received'],
    to: ['issuing-on-commitment'],
    by: ['examiner', 'unit-head'],
    forItems: { pin: 'item', field: 'commitment', is: true },
    fields: z.object({
      ...licence,
      commitmentSigned: f.flag('已签署告知承诺书'),
      verifyDays: f.integer('核查期限', {
        min: 1,
        max: 60,
        unit: '工作日',
        help: '决定之后核查承诺是否属实的期限',
      }),
    }),
    basis: licensingLaw('第三十四条第二款', 'XK-32'),
    notBy: [
      {
        from: ['receive'],
        basis: licensingLaw('第十条', 'XK-28'),
        say: '收件和决定应当由不同人员办理，您办理过本件的收件，不能再作决定。',
      },
    ],
    gates: [
      gate({
        id: 'commitment-item',
        early: true,
        holds: (view) => itemOf(view).commitment,
        basis: licensingLaw('第三十条', 'XK-01'),
        say: '该事项没有实行告知承诺制，请按一般程序受理和审查。',
      }),
      gate<{ readonly commitmentSigned: boolean }>({
        id: 'commitment-given',
        holds: ({ input }) => input.commitmentSigned,
        basis: licensingLaw('第三十一条', 'XK-31'),
        say: '申请人签署告知承诺书后才能当场决定。',
      }),
      materialsComplete,
      validity,
    ],
    clocks: [
      { clock: 'notice', do: 'stop' },
      { clock: 'deliver', do: 'start' },
      { clock: 'verify', do: 'start' },
    ],
    claims: numberOnce,
    derive: (view) => ({ decision: 'granted', decidedOn: view.on, acceptedOn: view.on, onCommitment: true }),
    publishes: ['decision'],
    documents: ['grant-decision'],
  }),
};

export const service = z.object({
  method: f.choice('送达方式', serviceMethods),
  servedOn: f.date('送达日期'),
  receiver: f.text('签收人', { personal: 'name' }),
});
