import { caseload, type IndicatorDeclaration } from '../../../kernel/indicator/declaration.ts';
import { clockOfPublication } from '../../../kernel/publication/open.ts';
import { addYuan } from './amounts.ts';
import { type ExemptionGround, exemptionGrounds, type PenaltyFacts } from './fields.ts';
import { mostSevere, penaltyKinds } from './kinds.ts';

type Indicator = IndicatorDeclaration<PenaltyFacts>;

/** Steps by which a penalty is decided; the statistics go by the day of the written decision. */
const deciding = ['decide', 'punish-on-spot'] as const;
const procedureKinds = { ordinary: '普通程序', simple: '简易程序' } as const;

const cases = caseload<PenaltyFacts>({
  id: 'penalty',
  name: '行政处罚案件',
  received: ['file', 'punish-on-spot'],
  done: ['close', 'transfer-case', 'justice-accepts', 'terminate'],
});

const decided: Indicator[] = [
  {
    id: 'penalty.decided',
    name: '作出行政处罚决定',
    unit: '件',
    measure: 'flow',
    definition:
      '年度内作出的行政处罚决定，按决定之日计，含以后被撤销的；并处两种以上处罚的算一件，计入最重的种类。',
    kinds: penaltyKinds,
    counts: [{ on: deciding, kind: ({ facts }) => mostSevere(facts.kinds!) }],
  },
  {
    id: 'penalty.decided-by-procedure',
    name: '作出行政处罚决定（按程序）',
    unit: '件',
    measure: 'flow',
    definition: '作出的行政处罚决定，按普通程序和简易程序分列，按决定之日计。',
    kinds: procedureKinds,
    counts: [
      { on: ['decide'], kind: () => 'ordinary' },
      { on: ['punish-on-spot'], kind: () => 'simple' },
    ],
  },
  {
    id: 'penalty.fines',
    name: '罚款金额',
    unit: '元',
    measure: 'flow',
    definition: '处罚决定书载明的罚款数额，按决定之日计，不以实际缴纳为准。',
    counts: [{ on: deciding, value: ({ facts }) => facts.fine ?? 0 }],
  },
  {
    id: 'penalty.forfeits',
    name: '罚没金额',
    unit: '元',
    measure: 'flow',
    definition: '处罚决定书载明的罚款和能够确定金额的没收违法所得、非法财物，按决定之日计。',
    counts: [{ on: deciding, value: ({ facts }) => addYuan(facts.fine, facts.confiscation) }],
  },
  {
    id: 'penalty.paid',
    name: '罚款入库金额',
    unit: '元',
    measure: 'flow',
    definition: '凭银行票据登记的罚款缴款，按登记之日计，不含加处罚款。',
    counts: [
      {
        on: ['record-payment'],
        value: ({ facts, before }) => addYuan(facts.paid, -Number(before?.facts.paid ?? 0)),
      },
    ],
  },
];

const exempted: Indicator[] = [
  {
    id: 'penalty.exempted',
    name: '不予行政处罚',
    unit: '件',
    measure: 'flow',
    definition: '年度内作出的不予行政处罚决定，按决定之日和情形计。',
    kinds: exemptionGrounds,
    counts: [{ on: ['decide-no-penalty'], kind: ({ facts }) => facts.exemptionGround as ExemptionGround }],
  },
  {
    id: 'penalty.exempted-amount',
    name: '免予罚款金额',
    unit: '元',
    measure: 'flow',
    definition: '不予行政处罚的案件按裁量基准本应处以的罚款，按决定之日计；没有登记金额的不计。',
    counts: [{ on: ['decide-no-penalty'], value: ({ facts }) => facts.exemptedAmount ?? 0 }],
  },
];

const procedureSteps: Indicator[] = [
  {
    id: 'penalty.hearings',
    name: '举行行政处罚听证',
    unit: '次',
    measure: 'flow',
    definition: '年度内举行的行政处罚听证，按举行之日计；撤回、缺席而终止的不计。',
    counts: [{ on: ['hold-hearing'] }],
  },
  {
    id: 'penalty.transferred',
    name: '移送案件',
    unit: '件',
    measure: 'flow',
    definition: '移送其他行政机关和司法机关的线索、案件，按移送之日计。',
    kinds: { body: '移送其他行政机关', justice: '移送司法机关' },
    counts: [
      { on: ['transfer-clue', 'transfer-case'], kind: () => 'body' },
      { on: ['transfer-crime'], kind: () => 'justice' },
    ],
  },
  {
    id: 'penalty.major',
    name: '重大行政处罚决定',
    unit: '件',
    measure: 'flow',
    definition: '作出决定之日依法应当经法制审核的行政处罚决定。',
    counts: [{ on: ['decide'], when: ({ facts }) => facts.major === true }],
  },
  {
    id: 'penalty.major-reviewed',
    name: '经法制审核的重大行政处罚决定',
    unit: '件',
    measure: 'flow',
    definition: '依法应当经法制审核的行政处罚决定中，决定前经法制审核通过的。',
    counts: [{ on: ['decide'], when: ({ facts }) => facts.major === true && facts.reviewed === true }],
  },
  {
    id: 'penalty.legality-review-rate',
    name: '重大行政处罚决定法制审核率',
    unit: '%',
    measure: 'rate',
    definition: '经法制审核的重大行政处罚决定占重大行政处罚决定的比例。',
    numerator: 'penalty.major-reviewed',
    denominator: 'penalty.major',
  },
  {
    id: 'penalty.annulled',
    name: '被纠正的行政处罚决定',
    unit: '件',
    measure: 'flow',
    definition: '经复议、诉讼被变更、撤销、确认违法或者无效的处罚决定，按登记结果之日计。',
    counts: [
      {
        on: ['record-remedy-result'],
        when: ({ facts }) => ['changed', 'annulled', 'unlawful'].includes(facts.remedyResult ?? ''),
      },
    ],
  },
];

const disclosed: Indicator[] = [
  {
    id: 'penalty.published',
    name: '公示行政处罚决定',
    unit: '件',
    measure: 'flow',
    definition: '年度内公示的行政处罚决定，按公示之日计。',
    counts: [{ on: ['$publish'] }],
  },
  {
    id: 'penalty.published-on-time',
    name: '按期公示的行政处罚决定',
    unit: '件',
    measure: 'flow',
    definition: '在法定期限内公示的行政处罚决定，按公示之日计。',
    counts: [
      {
        on: ['$publish'],
        when: ({ after }) => after.clocks[clockOfPublication('decision')]?.stopped?.outcome === '按期公示',
      },
    ],
  },
  {
    id: 'penalty.disclosure-rate',
    name: '行政处罚决定按期公示率',
    unit: '%',
    measure: 'rate',
    definition: '按期公示的行政处罚决定占公示的行政处罚决定的比例。',
    numerator: 'penalty.published-on-time',
    denominator: 'penalty.published',
  },
];

export const indicators: readonly Indicator[] = [
  ...cases,
  ...decided,
  ...exempted,
  ...procedureSteps,
  ...disclosed,
];
