import { defineProcedure, type Gate, type StepView, words } from '../../../kernel/procedure/declaration.ts';
import { type CheckRule, checkReturn } from './checks.ts';
import type { CheckedItem, ReturnedValue, ReturnFacts } from './fields.ts';
import * as fields from './fields.ts';
import { indicators } from './indicators.ts';
import { basis, RULE_OF_RETURNS } from './law.ts';

const { step, gate } = words<ReturnFacts>();

interface Filled {
  readonly values?: readonly ReturnedValue[];
  readonly items?: readonly CheckedItem[];
  /** A correction has its values apart. */
  readonly proposed?: readonly ReturnedValue[];
  readonly proposedItems?: readonly CheckedItem[];
}

/** Messages a refusal shows; the page shows all, each at its cell. */
const SHOWN = 3;

function found(rule: CheckRule, input: Filled): string[] {
  const values = input.proposed ?? input.values;
  const items = input.proposedItems ?? input.items;
  if (!values || !items) return [];
  return checkReturn(items, values)
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message);
}

/** A gate that holds where no value breaks the rule. */
const valuesGate = (rule: CheckRule): Gate<ReturnFacts, Filled> =>
  gate<Filled>({
    id: `values-${rule}`,
    holds: ({ input }) => found(rule, input).length === 0,
    basis: basis.contents,
    say: ({ input }) => {
      const messages = found(rule, input);
      const more = messages.length > SHOWN ? `另有${messages.length - SHOWN}处。` : '';
      return messages.slice(0, SHOWN).join('') + more;
    },
  });

const gates = [
  valuesGate('known'),
  valuesGate('required'),
  valuesGate('number'),
  valuesGate('adds-up'),
  valuesGate('within'),
  valuesGate('cumulative'),
  valuesGate('jump'),
];

const office = ['legal-office', 'legal-office-head'] as const;
/** A correction that waits, by which it stands in the office's to-do. */
const CORRECTION = 'correction';
const correctionWaits = gate({
  id: 'correction-waits',
  holds: ({ facts }) => facts.correcting === true,
  basis: basis.contents,
  say: '没有等待审核的更正。',
  early: true,
});
const submittedOn = ({ facts, on }: StepView<ReturnFacts>) => ({
  submittedOn: facts.submittedOn ?? on,
});
const stopBoth = [
  { clock: 'return', do: 'stop' },
  { clock: 'redo', do: 'stop' },
] as const;

/** Row A5: what one unit returns for one period of one form. */
export const periodicReturn = defineProcedure<ReturnFacts>({
  id: 'periodic-return',
  version: 1,
  row: 'A5',
  name: '单位报送',
  chapter: 'yearly',
  about: '台账不在本系统的单位按期报送数据：填报、审核、退回、更正；一次填报，各类报告和上级报表共用。',
  basis: [basis.duty, basis.contents],
  prefix: 'BS',
  onlyAsChild: true,
  stages: {
    filling: { name: '待填报' },
    submitted: { name: '待审核' },
    returned: { name: '退回修改' },
    accepted: { name: '审核通过', final: true },
    unreturned: { name: '未报送', final: true },
  },
  steps: {
    owe: step({
      name: '布置',
      from: [],
      to: ['filling'],
      by: office,
      fields: fields.owe,
      unitOf: ({ input }) => input.unit,
      clocks: [{ clock: 'return', do: 'start' }],
    }),
    submit: step({
      name: '报送',
      from: ['filling', 'returned'],
      to: ['submitted'],
      by: ['liaison', 'unit-head'],
      fields: fields.submit,
      gates,
      clocks: stopBoth,
      derive: submittedOn,
      help: '在填报页填写或导入数据后报送。',
      usual: true,
    }),
    enter: step({
      name: '代为录入',
      aside: true,
      from: ['filling', 'returned'],
      to: ['submitted'],
      by: ['legal-office'],
      anyUnit: true,
      fields: fields.enter,
      gates,
      clocks: stopBoth,
      derive: submittedOn,
    }),
    'give-back': step({
      name: '退回',
      from: ['submitted'],
      to: ['returned'],
      by: office,
      anyUnit: true,
      fields: fields.giveBack,
      clocks: [{ clock: 'redo', do: 'start' }],
    }),
    accept: step({
      name: '审核通过',
      from: ['submitted'],
      to: ['accepted'],
      by: office,
      anyUnit: true,
      fields: fields.accept,
      notBy: [
        {
          from: ['submit', 'enter'],
          basis: basis.duty,
          say: '数据由您填报或者录入，应当由其他人员审核。',
        },
      ],
      derive: ({ on }) => ({ acceptedOn: on }),
      outcome: '审核通过',
      usual: true,
    }),
    correct: step({
      name: '更正',
      from: ['accepted'],
      afterClosing: true,
      by: ['unit-head'],
      fields: fields.correct,
      gates: [
        ...gates,
        gate<Filled>({
          id: 'differs',
          holds: ({ facts, input }) =>
            input.proposed === undefined ||
            JSON.stringify(sorted(input.proposed)) !== JSON.stringify(sorted(facts.values ?? [])),
          basis: basis.contents,
          say: '填写的数与现有的数相同，没有需要更正的。',
        }),
        gate({
          id: 'one-correction',
          holds: ({ facts }) => facts.correcting !== true,
          basis: basis.contents,
          say: '上一次更正还在等待审核，审核通过或者退回后可以再更正。',
          early: true,
        }),
      ],
      derive: () => ({ correcting: true }),
      opens: [
        {
          procedure: 'return-correction',
          step: 'ask',
          link: CORRECTION,
          input: ({ facts, matter, input }) => ({
            form: facts.form!,
            formName: facts.formName!,
            period: facts.period!,
            periodName: facts.periodName!,
            unit: matter!.unit,
            correctReason: input.correctReason,
          }),
        },
      ],
      help: '更正经收集单位审核通过后生效，按差额计入原报送期；原来报送的数仍可查。',
    }),
    'accept-correction': step({
      name: '更正审核通过',
      from: ['accepted'],
      afterClosing: true,
      by: office,
      anyUnit: true,
      fields: fields.acceptCorrection,
      notBy: [{ from: ['correct'], basis: basis.duty, say: '更正由您提出，应当由其他人员审核。' }],
      gates: [correctionWaits],
      steers: [{ link: CORRECTION, step: 'accept', input: () => ({ decided: true }) }],
      derive: ({ facts }) => ({
        values: (facts.proposed ?? []) as never,
        items: (facts.proposedItems ?? []) as never,
        corrected: (facts.corrected ?? 0) + 1,
        correcting: false,
      }),
    }),
    'reject-correction': step({
      name: '退回更正',
      from: ['accepted'],
      afterClosing: true,
      by: office,
      anyUnit: true,
      fields: fields.rejectCorrection,
      gates: [correctionWaits],
      steers: [{ link: CORRECTION, step: 'reject', input: () => ({ decided: true }) }],
      derive: () => ({ correcting: false }),
    }),
    urge: step({
      name: '催报',
      from: ['filling', 'returned'],
      by: office,
      anyUnit: true,
      fields: fields.urge,
      derive: ({ facts, on }) => ({ urged: (facts.urged ?? 0) + 1, urgedOn: on }),
    }),
    postpone: step({
      name: '顺延截止日',
      from: ['filling'],
      by: office,
      anyUnit: true,
      fields: fields.postpone,
      clocks: [
        {
          clock: 'return',
          do: 'move',
          to: ({ input }) => input.due,
          reason: ({ input }) => input.postponeReason,
        },
      ],
    }),
    'end-unreturned': step({
      name: '记为未报送',
      aside: true,
      from: ['filling', 'returned'],
      to: ['unreturned'],
      by: office,
      anyUnit: true,
      fields: fields.endUnreturned,
      clocks: stopBoth,
      outcome: '未报送',
    }),
  },
  clocks: {
    return: {
      name: '报送期限',
      rule: RULE_OF_RETURNS,
      set: ({ input, facts }) => String(input.due ?? facts.due),
      main: true,
    },
    redo: {
      name: '重新报送期限',
      rule: RULE_OF_RETURNS,
      set: ({ input }) => String(input.redoBy),
      near: 1,
    },
  },
  indicators,
  title: ({ formName, periodName, urged }) =>
    `${formName ?? ''}（${periodName ?? ''}）${urged ? `　已催报${urged}次` : ''}`,
  search: ['formName', 'periodName'],
  columns: ['formName', 'periodName', 'due', 'submittedOn', 'corrected'],
  desk: {
    name: '单位报送',
    path: ({ form, period, unit }) =>
      form === undefined ? '/returns' : `/returns/${form}/${period}${unit === undefined ? '' : `/${unit}`}`,
  },
});

const sorted = (values: readonly ReturnedValue[]) =>
  values.map(({ code, value, comment = '' }) => `${code} ${value} ${comment}`).sort();
