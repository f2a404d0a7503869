import type { Instant } from '../../kernel/dates.ts';
import { legalDateOf } from '../../kernel/dates.ts';
import type { IndicatorCatalogue } from '../../kernel/indicator/catalogue.ts';
import type { FigureAsk, FigureSeal } from '../../kernel/indicator/figure.ts';
import { type LateClocks, lateClocks } from '../../store/assessment/late-clocks.ts';
import { type TasksOfUnit, tasksByUnit } from '../../store/assessment/tasks.ts';
import type { Queries } from '../../store/connection.ts';
import { figures } from '../../store/figures/figures.ts';
import { itemsOf, type Scheme, type SchemeItem } from '../../yearly/assessment/scheme.ts';
import type { Seen } from '../../yearly/assessment/score-unit.ts';

/** What the observations are read with. */
export interface ObservingWorld {
  readonly sql: Queries;
  readonly region: string;
  readonly catalogue: IndicatorCatalogue;
}

/** Everything the record says about every unit, as it stands on one seal. */
export interface Observations {
  /** Undefined for what no record holds. */
  readonly seen: (unit: string, item: SchemeItem) => Seen | undefined;
  readonly seal: FigureSeal | null;
}

/** Indicator of values that units returned for what their own registers hold. */
const RETURNED = 'periodic-return.value';
/** The work plan's tasks, where there are any. */
const TASKS = 'work-task';

/**
 * The year's figures of all units in one statement, with late clocks and tasks beside it: what an item costs does
 * not grow with the number of units.
 */
export async function observe(
  { sql, region, catalogue }: ObservingWorld,
  scheme: Scheme,
  year: number,
  now: Instant,
): Promise<Observations> {
  const period = { from: `${year}-01`, to: `${year}-12` };
  const days = { from: `${year}-01-01`, to: `${year}-12-31` };
  const asks = asksOf(catalogue, scheme, period);
  const sources = new Set(itemsOf(scheme).map(({ source }) => source.kind));
  const [counted, late, tasks] = await Promise.all([
    figures(sql, catalogue, region, [...asks.values()]),
    sources.has('late') ? lateClocks(sql, region, { ...days, today: legalDateOf(now) }) : [],
    sources.has('tasks') ? tasksByUnit(sql, region, { procedure: TASKS, ...days }) : [],
  ]);
  const byUnit = new Map([...asks.keys()].map((key, at) => [key, valuesOf(counted[at]!.parts ?? [])]));
  const seal = counted[0]?.seal ?? null;
  return {
    seal,
    seen: (unit, item) => {
      switch (item.source.kind) {
        case 'indicator':
          return figureSeen(catalogue, byUnit, unit, item);
        case 'late':
          return {
            source: 'computed',
            observation: { ...countOf(lateOf(late, unit, item)), unit: item.unit },
          };
        case 'tasks':
          return tasksSeen(tasks, unit, item);
        default:
          return undefined;
      }
    },
  };
}

const keyOf = (indicator: string, kind: string | undefined): string => `${indicator} ${kind ?? ''}`;
const countOf = (value: number) => ({ value, rate: false });

/** One question for each indicator and kind, a rate by its two halves; each answered for all units. */
function asksOf(
  catalogue: IndicatorCatalogue,
  scheme: Scheme,
  period: { from: string; to: string },
): Map<string, FigureAsk> {
  const asks = new Map<string, FigureAsk>();
  const add = (indicator: string, kind: string | undefined) =>
    asks.set(keyOf(indicator, kind), { ...period, indicator, by: 'unit', ...(kind ? { kind } : {}) });
  for (const { source } of itemsOf(scheme)) {
    if (source.kind !== 'indicator') continue;
    const declared = catalogue.find(source.indicator);
    if (!declared) continue;
    if (declared.measure === 'rate') {
      add(declared.numerator, source.measure);
      add(declared.denominator, source.measure);
    } else add(source.indicator, source.measure);
  }
  // Clocks and tasks stand on the same ledger: where no figure is asked for, one is, for its seal.
  const any = catalogue.all.find(({ measure }) => measure === 'flow');
  if (asks.size === 0 && any) add(any.id, undefined);
  return asks;
}

const valuesOf = (parts: readonly { key: string; value: number | null }[]): Map<string, number> =>
  new Map(parts.map(({ key, value }) => [key, value ?? 0]));

function figureSeen(
  catalogue: IndicatorCatalogue,
  byUnit: ReadonlyMap<string, ReadonlyMap<string, number>>,
  unit: string,
  item: SchemeItem,
): Seen | undefined {
  if (item.source.kind !== 'indicator') return undefined;
  const { indicator, measure } = item.source;
  const declared = catalogue.find(indicator);
  if (!declared) return undefined;
  const value = (id: string): number => byUnit.get(keyOf(id, measure))?.get(unit) ?? 0;
  if (declared.measure === 'rate') {
    const [numerator, denominator] = [value(declared.numerator), value(declared.denominator)];
    return { source: 'computed', observation: rateOf(numerator, denominator, item.unit) };
  }
  const source = indicator === RETURNED ? 'returned' : 'computed';
  // A value nobody returned is no zero.
  const returned = byUnit.get(keyOf(indicator, measure))?.has(unit);
  const observed = source === 'returned' && !returned ? null : value(indicator);
  return { source, observation: { value: observed, rate: false, unit: item.unit } };
}

const rateOf = (numerator: number, denominator: number, unit: string) => ({
  value: denominator === 0 ? null : numerator / denominator,
  rate: true,
  unit,
  numerator,
  denominator,
});

function lateOf(late: readonly LateClocks[], unit: string, { source }: SchemeItem): number {
  if (source.kind !== 'late') return 0;
  return late
    .filter(
      (entry) =>
        entry.unit === unit &&
        (source.procedure === undefined || entry.procedure === source.procedure) &&
        (source.clock === undefined || entry.clock === source.clock),
    )
    .reduce((sum, entry) => sum + entry.late, 0);
}

function tasksSeen(tasks: readonly TasksOfUnit[], unit: string, item: SchemeItem): Seen {
  const own = tasks.find((entry) => entry.unit === unit);
  return { source: 'computed', observation: rateOf(own?.done ?? 0, own?.given ?? 0, item.unit) };
}
