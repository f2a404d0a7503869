import { z } from 'zod';
import { f } from '../../../../kernel/procedure/fields.ts';
import { limitationExpired, limitationYears } from '../amounts.ts';
import { conduct, officers, type PenaltyFacts, party, power, rulesChoice, sources } from '../fields.ts';
import { basis, decisionIsLimited, underMarketRules } from '../law.ts';
import { gate, step } from './words.ts';

type Party = Pick<PenaltyFacts, 'partyKind' | 'organisation' | 'creditCode' | 'personName'>;
type Conduct = { readonly actEndedOn: string; readonly discoveredOn: string };

/** A party that cannot be named cannot be served, disclosed or counted. */
export const partyNamed = gate<Party>({
  id: 'party-named',
  holds: ({ input }) =>
    input.partyKind === 'natural' ? !!input.personName : !!input.organisation && !!input.creditCode,
  basis: basis.filing,
  say: '当事人没有写明：自然人应填写姓名，单位和个体工商户应填写名称和统一社会信用代码。',
});

export const datesInOrder = gate<Conduct>({
  id: 'dates-in-order',
  holds: ({ input, on }) => input.actEndedOn <= input.discoveredOn && input.discoveredOn <= on,
  basis: basis.limitation,
  say: '日期先后不对：违法行为终了日期不能晚于发现日期，发现日期不能晚于登记当日，请核对。',
});

/** The case stands on an item of the list of powers that is a penalty. */
export const powerIsPenalty = gate({
  id: 'power-is-penalty',
  holds: ({ pins }) => pins.power?.type === 'penalty',
  basis: basis.filing,
  say: '所选权责清单事项不是行政处罚事项，请选择职权类型为“行政处罚”的事项。',
});

type Holder = { readonly unit: string };

/** A penalty by a body without capacity is void: the power is the unit's own, or entrusted or given to it. */
export const powerOfUnit = gate({
  id: 'power-of-unit',
  holds: ({ pins, matter, actor }) => {
    const unit = matter?.unit ?? actor.unit;
    const holder = pins.power?.holder as Holder | undefined;
    return pins.power?.unit === unit || holder?.unit === unit;
  },
  basis: basis.capacity,
  say: ({ pins }) =>
    `“${pins.power?.name}”不是本单位实施的处罚事项，也没有委托或者赋权给本单位，请选择本单位的事项；不属于本单位管辖的请办理移送。`,
});

export const filing = {
  'register-clue': step({
    name: '登记案源',
    from: [],
    to: ['clue'],
    by: ['case-officer', 'window-clerk'],
    fields: z.object({
      procedureRules: rulesChoice,
      source: f.choice('案源', sources),
      ...party,
      ...conduct,
      clue: f.longText('线索内容', { personal: 'hidden' }),
    }),
    basis: basis.filing,
    gates: [partyNamed, datesInOrder],
    clocks: [
      {
        clock: 'filing',
        do: 'start',
        when: ({ input }) => underMarketRules(input, input.discoveredOn),
        from: ({ input }) => input.discoveredOn,
      },
    ],
    usual: true,
  }),
  'extend-filing': step({
    name: '延长核查期限',
    from: ['clue', 'filing'],
    by: ['unit-head'],
    fields: z.object({
      days: f.integer('延长', { min: 1, max: 15, unit: '个工作日' }),
      extensionReason: f.longText('理由', { max: 500 }),
    }),
    gates: [
      gate({
        id: 'filing-is-limited',
        holds: ({ matter }) => matter?.clocks.filing !== undefined,
        basis: basis.filing,
        say: '本案没有法定的立案核查期限，无须延长；符合立案标准的应当及时立案。',
        early: true,
      }),
    ],
    clocks: [
      {
        clock: 'filing',
        do: 'extend',
        by: ({ input }) => ({ amount: input.days, unit: 'workday' }),
        reason: ({ input }) => input.extensionReason,
      },
    ],
  }),
  'propose-filing': step({
    name: '提请立案',
    from: ['clue'],
    to: ['filing'],
    by: ['case-officer'],
    fields: z.object({
      power,
      officers,
      gravelyHarmful: f
        .flag('涉及公民生命健康安全、金融安全且有危害后果', {
          help: '是的，追责时效为五年（2021年7月15日起）',
        })
        .optional(),
      specialLimitationYears: f.integer('法律另行规定的追责时效', { min: 1, max: 20, unit: '年' }).optional(),
      proposal: f.longText('立案理由', { max: 1000 }),
    }),
    basis: basis.filing,
    officers: { field: 'officers', min: 2, certificate: 'enforcement', basis: basis.officers },
    pins: { power: { list: 'powers', field: 'power' } },
    gates: [
      powerIsPenalty,
      powerOfUnit,
      gate<{ gravelyHarmful?: boolean; specialLimitationYears?: number }>({
        id: 'within-limitation',
        holds: ({ facts, input }) => {
          const discovered = facts.discoveredOn!;
          const years = limitationYears(input.specialLimitationYears, input.gravelyHarmful, discovered);
          return !limitationExpired(facts.actEndedOn!, discovered, years);
        },
        basis: basis.limitation,
        say: '违法行为发现时已经超过追责时效，不再给予行政处罚，请办理“不予立案”。',
      }),
    ],
    usual: true,
  }),
  file: step({
    name: '批准立案',
    from: ['filing'],
    to: ['investigation'],
    by: ['unit-head'],
    fields: z.object({ filingOpinion: f.longText('审批意见', { max: 500 }) }),
    basis: basis.filing,
    notBy: [
      {
        from: ['propose-filing'],
        basis: basis.filing,
        say: '提请立案的人员不能批准自己承办的案件，请由未承办本案的负责人审批。',
      },
    ],
    clocks: [
      { clock: 'filing', do: 'stop' },
      { clock: 'decision', do: 'start', when: ({ facts, on }) => decisionIsLimited(facts, on) },
    ],
    documents: ['filing-approval'],
    usual: true,
  }),
  'decline-filing': step({
    name: '不予立案',
    from: ['clue', 'filing'],
    to: ['not-filed'],
    by: ['unit-head'],
    fields: z.object({ declineReason: f.longText('不予立案理由', { max: 1000 }) }),
    basis: basis.filing,
    clocks: [{ clock: 'filing', do: 'stop' }],
    outcome: '不予立案',
  }),
  'transfer-clue': step({
    name: '移送线索',
    from: ['clue', 'filing'],
    to: ['transferred'],
    by: ['unit-head'],
    fields: z.object({
      receivingBody: f.text('移送机关', { help: '有管辖权的机关' }),
      transferReason: f.longText('移送理由', { max: 500 }),
    }),
    basis: basis.jurisdiction,
    clocks: [{ clock: 'filing', do: 'stop' }],
    outcome: '移送有管辖权的机关',
  }),
};
