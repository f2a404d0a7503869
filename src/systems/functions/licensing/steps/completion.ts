import { z } from 'zod';
import { chineseDate } from '../../../../kernel/dates.ts';
import { f } from '../../../../kernel/procedure/fields.ts';
import { remedies } from '../fields.ts';
import { gate, licensingLaw, step } from '../words.ts';
import { service } from './decision.ts';

const deliverLaw = licensingLaw('第四十四条', 'XK-12');
const revokeLaw = licensingLaw('第六十九条', 'XK-34');

const promiseKept = gate<unknown>({
  id: 'promise-kept',
  early: true,
  holds: ({ facts }) => facts.promiseOpen !== true,
  basis: licensingLaw('第三十二条', 'XK-03'),
  say: '容缺受理的材料还没有补交，补交后才能送达。',
});

const servedInOrder = gate<{ readonly servedOn: string }>({
  id: 'served-in-order',
  holds: (view) => view.input.servedOn >= (view.facts.decidedOn ?? '') && view.input.servedOn <= view.on,
  basis: deliverLaw,
  say: (view) => `送达日期应当在决定之日（${chineseDate(view.facts.decidedOn)}）以后、登记之日以前，请核对。`,
});

export const completion = {
  supply: step({
    name: '补交容缺材料',
    from: ['reviewing', 'special', 'hearing', 'proposed', 'issuing'],
    by: ['window-clerk', 'applicant'],
    anyUnit: true,
    fields: z.object({ supplied: f.text('补交的材料', { max: 500 }) }),
    gates: [
      gate({
        id: 'promise-outstanding',
        early: true,
        holds: ({ facts }) => facts.promiseOpen === true,
        basis: licensingLaw('第三十一条', 'XK-31'),
        say: '本件没有待补交的容缺材料，不得要求重复提交。',
      }),
    ],
    clocks: [{ clock: 'promise', do: 'stop' }],
    derive: ({ facts }) => ({
      promiseOpen: false,
      // What was promised has come: the file must not go on saying that it is lacking.
      materials: (facts.materials ?? []).map((entry) =>
        entry.given === 'promised' ? { ...entry, given: 'provided' as const } : entry,
      ),
    }),
  }),
  deliver: step({
    name: '颁发送达',
    from: ['issuing'],
    to: ['closed'],
    by: ['window-clerk'],
    anyUnit: true,
    fields: service,
    basis: deliverLaw,
    gates: [promiseKept, servedInOrder],
    clocks: [{ clock: 'deliver', do: 'stop', from: (view) => view.input.servedOn }],
    outcome: ({ facts }) => (facts.decision === 'refused' ? '不予许可' : '准予许可'),
    documents: ['service-receipt'],
    usual: true,
  }),
  'deliver-on-commitment': step({
    name: '颁发送达',
    from: ['issuing-on-commitment'],
    to: ['verifying'],
    by: ['window-clerk'],
    anyUnit: true,
    fields: service,
    basis: deliverLaw,
    gates: [servedInOrder],
    clocks: [{ clock: 'deliver', do: 'stop', from: (view) => view.input.servedOn }],
    documents: ['service-receipt'],
    usual: true,
  }),
  'confirm-commitment': step({
    name: '核查承诺属实',
    from: ['verifying'],
    to: ['closed'],
    by: ['examiner'],
    fields: z.object({ verification: f.longText('核查情况', { max: 2000 }) }),
    basis: licensingLaw('第六十一条', 'XK-22'),
    clocks: [{ clock: 'verify', do: 'stop' }],
    outcome: '准予许可',
    usual: true,
  }),
  'revoke-false-commitment': step({
    name: '撤销许可（承诺不实）',
    from: ['verifying'],
    to: ['closed'],
    by: ['unit-head'],
    fields: z.object({
      reasons: f.longText('撤销的事实和理由', { max: 2000 }),
      heardBefore: f.flag('已听取被许可人陈述申辩'),
      ...remedies,
    }),
    basis: revokeLaw,
    gates: [
      gate<{ readonly heardBefore: boolean }>({
        id: 'heard-before-revoking',
        holds: ({ input }) => input.heardBefore,
        basis: licensingLaw('第七条', 'XK-29'),
        say: '撤销许可之前应当听取被许可人的陈述、申辩，请先听取。',
      }),
    ],
    clocks: [{ clock: 'verify', do: 'stop' }],
    derive: (view) => ({ revokedOn: view.on }),
    publishes: ['revocation'],
    outcome: '撤销许可',
  }),
  withdraw: step({
    name: '撤回申请',
    from: ['received', 'correcting', 'reviewing', 'special', 'hearing', 'proposed'],
    to: ['closed'],
    by: ['window-clerk', 'applicant'],
    anyUnit: true,
    fields: z.object({ withdrawal: f.text('撤回的说明', { max: 500 }).optional() }),
    outcome: '撤回申请',
  }),
};
