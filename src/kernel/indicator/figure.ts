import { addDays, type LegalDate, legalDateOf } from '../dates.ts';
import type { Indicator, IndicatorCatalogue } from './catalogue.ts';
import type { IndicatorDeclaration } from './declaration.ts';
import { monthsOf, type Period, periodOf } from './period.ts';

export type Breakdown = 'unit' | 'month' | 'kind';

/** A figure as it is asked for. */
export interface FigureAsk extends Period {
  readonly indicator: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly by?: Breakdown;
}

/** The seal a figure stands on: with it, it can be computed again at any time. */
export interface FigureSeal {
  readonly number: number;
  readonly size: number;
  readonly root: string;
  readonly at: string;
}

export interface FigurePart {
  /** Code of the unit, `2024-01`, or the kind; empty where the records name none. */
  readonly key: string;
  readonly name: string;
  /** Null for a rate over nothing. */
  readonly value: number | null;
}

/** A figure with all it takes to be printed and checked. */
export interface Figure {
  readonly indicator: string;
  readonly name: string;
  readonly measure: IndicatorDeclaration['measure'];
  /** Null for a rate over nothing. A rate is a share of one, not a percentage. */
  readonly value: number | null;
  /** 件, 元, % … */
  readonly unit: string;
  readonly definition: string;
  readonly from: string;
  readonly to: string;
  readonly parts?: readonly FigurePart[];
  readonly numerator?: number;
  readonly denominator?: number;
  readonly source: 'computed';
  /** Null while nothing is sealed. */
  readonly seal: FigureSeal | null;
  /** The period was not over when it was sealed: the figure will still change. */
  readonly provisional: boolean;
}

/** One sum over counted records, from which figures are made. Days are included on both ends. */
export interface Sum {
  readonly indicator: string;
  /** Absent: from the first record on. */
  readonly from?: LegalDate;
  readonly to: LegalDate;
  readonly unit?: string;
  readonly kind?: string;
  readonly by?: Breakdown;
}

/** What a sum came to, by the key of its breakdown (`''` where there is none). */
export type Sums = ReadonlyMap<string, number>;

/** How a figure is made: sums to be looked up. A rate has two, numerator and denominator. */
export interface FigurePlan {
  readonly ask: FigureAsk;
  readonly indicator: Indicator;
  readonly sums: readonly Sum[];
  /** The indicators that are summed, in the order of `sums`. */
  readonly counted: readonly Indicator[];
}

/** The sums a figure needs. Throws RefusedError on an unknown indicator, kind or period. */
export function planFigure(catalogue: IndicatorCatalogue, ask: FigureAsk): FigurePlan {
  const indicator = catalogue.get(ask.indicator);
  const counted =
    indicator.measure === 'rate'
      ? [catalogue.get(indicator.numerator), catalogue.get(indicator.denominator)]
      : [indicator];
  return { ask, indicator, counted, sums: counted.map((entry) => sumOf(entry, ask)) };
}

/** The records a figure of one counting indicator is the sum of. */
export function sumOf(indicator: Indicator, ask: FigureAsk): Sum {
  const { first, last } = periodOf(ask);
  const filter = {
    ...(ask.unit === undefined ? {} : { unit: ask.unit }),
    ...(ask.kind === undefined ? {} : { kind: ask.kind }),
    ...(ask.by === undefined ? {} : { by: ask.by }),
  };
  if (indicator.measure === 'flow') return { indicator: indicator.id, from: first, to: last, ...filter };
  if (indicator.measure === 'stock' && indicator.startOf !== undefined) {
    // The start of each month of the period is the end of the month before it.
    const to = ask.by === 'month' ? addDays(`${last.slice(0, 7)}-01`, -1) : addDays(first, -1);
    return { indicator: indicator.startOf, to, ...filter };
  }
  return { indicator: indicator.id, to: last, ...filter };
}

/** The figure, from what its sums came to. `unitName` names a unit by its code. */
export function figureOf(
  plan: FigurePlan,
  sums: readonly Sums[],
  seal: FigureSeal | null,
  unitName: (code: string) => string,
): Figure {
  const { ask, indicator } = plan;
  const series = sums.map((entry, at) => seriesOf(ask, plan.counted[at]!, entry));
  const [numerator, denominator] = series.map((entry, at) => totalOf(ask, plan.counted[at]!, entry));
  const [main, divisor] = series;
  return {
    indicator: indicator.id,
    name: indicator.name,
    measure: indicator.measure,
    value: denominator === undefined ? numerator! : ratio(numerator!, denominator),
    unit: indicator.unit,
    definition: indicator.definition,
    from: ask.from,
    to: ask.to,
    ...(ask.by ? { parts: partsOf(plan, main!, divisor, unitName) } : {}),
    ...(denominator === undefined ? {} : { numerator, denominator }),
    source: 'computed',
    seal,
    provisional: seal === null || periodOf(ask).last >= legalDateOf(seal.at),
  };
}

/** Nothing can be said of a share of nothing. */
const ratio = (a: number, b: number): number | null => (b === 0 ? null : a / b);

function partsOf(
  plan: FigurePlan,
  main: Sums,
  divisor: Sums | undefined,
  unitName: (code: string) => string,
): FigurePart[] {
  const keys = [...new Set([...main.keys(), ...(divisor?.keys() ?? [])])].sort();
  const parts = keys.map((key) => ({
    key,
    name: partName(plan, key, unitName),
    value: divisor ? ratio(main.get(key) ?? 0, divisor.get(key) ?? 0) : (main.get(key) ?? 0),
  }));
  // A month without anything is a point of the series; a unit or kind without anything is no part.
  return plan.ask.by === 'month' ? parts : parts.filter((part) => part.value !== 0);
}

/** By month, every month of the period has its value, and a stock adds up what came before. */
function seriesOf(ask: FigureAsk, indicator: Indicator, sums: Sums): Sums {
  if (ask.by !== 'month') return sums;
  const months = monthsOf(ask);
  if (indicator.measure !== 'stock') return new Map(months.map((month) => [month, sums.get(month) ?? 0]));
  const counts = (key: string, month: string) =>
    indicator.startOf === undefined ? key <= month : key < month;
  return new Map(
    months.map((month) => [
      month,
      exactSum([...sums].filter(([key]) => counts(key, month)).map(([, value]) => value)),
    ]),
  );
}

/** What the parts make together: their sum; for a stock by month the last of them, or the first if it is one of starts. */
function totalOf(ask: FigureAsk, indicator: Indicator, series: Sums): number {
  const values = [...series.values()];
  if (ask.by === 'month' && indicator.measure === 'stock') {
    return (indicator.startOf === undefined ? values.at(-1) : values[0]) ?? 0;
  }
  return exactSum(values);
}

/** A sum of amounts with at most two decimals, without the dust of binary fractions. */
function exactSum(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6;
}

function partName(plan: FigurePlan, key: string, unitName: (code: string) => string): string {
  if (plan.ask.by === 'unit') return unitName(key);
  if (plan.ask.by === 'kind') return plan.indicator.kinds?.[key] ?? (key === '' ? '未分类' : key);
  return key;
}
