import { addDays } from '../../../kernel/dates.ts';
import type { CountPart, CountView, IndicatorDeclaration } from '../../../kernel/indicator/declaration.ts';
import { scaled, unscaled } from './decimal.ts';
import type { CheckedItem, Measure, ReturnedValue, ReturnFacts } from './fields.ts';
import { levelDay, periodOfKey } from './period.ts';

type View = CountView<ReturnFacts>;

/** What an acceptance or an accepted correction adds: the values of one measure, less what had been counted before. */
function differences({ facts, before, event }: View, wanted: readonly Measure[]): ReturnedValue[] {
  const measure = new Map((facts.items ?? []).map((item: CheckedItem) => [item.code, item.measure]));
  const counted = event.type.endsWith('/accept')
    ? []
    : ((before?.facts as ReturnFacts | undefined)?.values ?? []);
  const now = new Map((facts.values ?? []).map(({ code, value }) => [code, value]));
  const then = new Map(counted.map(({ code, value }) => [code, value]));
  return [...new Set([...now.keys(), ...then.keys()])]
    .filter((code) => wanted.includes(measure.get(code) ?? 'rate'))
    .map((code) => ({ code, by: scaled(now.get(code) ?? '0') - scaled(then.get(code) ?? '0') }))
    .filter(({ code, by }) => by !== 0n || !then.has(code))
    .map(({ code, by }) => ({ code, value: unscaled(by) }));
}

function flowParts(view: View): CountPart[] {
  const { last } = periodOfKey(view.facts.period!)!;
  return differences(view, ['flow']).map(({ code, value }) => ({
    kind: code,
    value: Number(value),
    on: last,
  }));
}

/**
 * A level stands for its own period alone: it is added on the day it is read off and taken back on the day after, so
 * that the sum of all before is the level, in whatever order the periods are accepted.
 */
function levelParts(view: View): CountPart[] {
  const day = levelDay(periodOfKey(view.facts.period!)!);
  if (day === undefined) return [];
  return differences(view, ['stock', 'cumulative']).flatMap(({ code, value }) => [
    { kind: code, value: Number(value), on: day },
    { kind: code, value: -Number(value), on: addDays(day, 1) },
  ]);
}

/** A correction that only waits changes no value, and so counts for nothing; before it waited it counted at once. */
const steps = ['accept', 'correct', 'accept-correction'] as const;

export const indicators: readonly IndicatorDeclaration<ReturnFacts>[] = [
  {
    id: 'periodic-return.value',
    name: '单位报送的发生数',
    unit: '',
    measure: 'flow',
    definition:
      '各单位报送并经审核通过的本期发生数，按报送期的最后一天计，分类为报表的指标；更正审核通过后按差额计入原报送期。不同指标的数不能相加。',
    counts: [{ on: steps, each: flowParts }],
  },
  {
    id: 'periodic-return.level',
    name: '单位报送的期末数和累计数',
    unit: '',
    measure: 'stock',
    definition:
      '各单位报送并经审核通过的期末数和本年累计数，分类为报表的指标，只在所报的一期期末成立；更正审核通过后按差额计入。不同指标的数不能相加。',
    counts: [{ on: steps, each: levelParts }],
  },
  {
    id: 'periodic-return.owed',
    name: '应报送报表',
    unit: '份',
    measure: 'flow',
    definition: '期间内布置的各单位应报送的报表，按布置之日计。',
    counts: [{ on: ['owe'] }],
  },
  {
    id: 'periodic-return.accepted',
    name: '审核通过的报表',
    unit: '份',
    measure: 'flow',
    definition: '期间内审核通过的报表，按审核通过之日计。',
    counts: [{ on: ['accept'] }],
  },
  {
    id: 'periodic-return.returned',
    name: '退回修改的报表',
    unit: '份次',
    measure: 'flow',
    definition: '期间内被退回修改的报表，退回一次计一次，按退回之日计。',
    counts: [{ on: ['give-back'] }],
  },
  {
    id: 'periodic-return.late',
    name: '逾期报送的报表',
    unit: '份',
    measure: 'flow',
    definition: '首次报送晚于截止日的报表，按首次报送之日计；截止日顺延的以顺延后的为准。',
    counts: [
      {
        on: ['submit', 'enter'],
        when: ({ facts, before, event }) =>
          before?.facts.submittedOn === undefined && facts.due !== undefined && event.on > facts.due,
      },
    ],
  },
  {
    id: 'periodic-return.missing',
    name: '未报送的报表',
    unit: '份',
    measure: 'flow',
    definition: '本期结束时仍未报送的报表，按结束之日计。',
    counts: [{ on: ['end-unreturned'] }],
  },
];
