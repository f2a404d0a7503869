import type { LegalDate } from '../dates.ts';
import type { LedgerEvent } from '../ledger/event.ts';
import type { Facts } from '../procedure/facts.ts';
import type { MatterState } from '../procedure/matter.ts';

/** What an event adds to an indicator. One row of the figure's record (SPEC I1). */
export interface Count {
  readonly indicator: string;
  /** Unit the figure is credited to. */
  readonly unit: string;
  /** Day that decides the period. */
  readonly on: LegalDate;
  /** Subdivision within the indicator; empty where there is none. */
  readonly kind: string;
  readonly value: number;
}

export interface CountView<F extends Facts = Facts> {
  readonly facts: F;
  readonly before: MatterState | undefined;
  readonly after: MatterState;
  readonly event: LedgerEvent;
}

/** One way an indicator grows: on these steps, by this much. */
export interface CountRule<F extends Facts = Facts> {
  readonly on: readonly string[];
  readonly when?: (view: CountView<F>) => boolean;
  /** Default 1. In the unit of the indicator. */
  readonly value?: (view: CountView<F>) => number;
  readonly kind?: (view: CountView<F>) => string;
  /** Instead of `value` and `kind`: several at once, e.g. one for each row of a return (SPEC I4). */
  readonly each?: (view: CountView<F>) => readonly CountPart[];
}

/** One of several counts of an event, at most one of a kind and month. */
export interface CountPart {
  readonly value: number;
  readonly kind: string;
  /** Day that decides the period, where that is not the day of the act: the last day a return speaks of. */
  readonly on?: LegalDate;
}

/**
 * `flow`: what happened in the period. `stock`: what stands at its end (the sum of all before).
 * A `rate` counts nothing itself: it names its numerator and its denominator.
 */
export type IndicatorDeclaration<F extends Facts = Facts> = {
  readonly id: string;
  readonly name: string;
  /** 件, 元, 人次 … */
  readonly unit: string;
  /** One Chinese sentence: what is counted, by which day, what is left out (口径). */
  readonly definition: string;
  readonly kinds?: { readonly [kind: string]: string };
} & (
  | { readonly measure: 'flow'; readonly counts: readonly CountRule<F>[] }
  | {
      readonly measure: 'stock';
      readonly counts: readonly CountRule<F>[];
      /** Counts nothing itself: the named stock as it stood when the period began (上期结转). */
      readonly startOf?: string;
    }
  | { readonly measure: 'rate'; readonly numerator: string; readonly denominator: string }
);

/**
 * The standard family of a caseload: carried over, received, done, open. One declaration, four figures that
 * always add up: carried over + received = done + open (SPEC I3).
 */
export function caseload<F extends Facts>(options: {
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly received: readonly string[];
  readonly done: readonly string[];
}): IndicatorDeclaration<F>[] {
  const unit = options.unit ?? '件';
  return [
    {
      id: `${options.id}.carried-over`,
      name: `${options.name}上期结转`,
      unit,
      measure: 'stock',
      definition: `期初尚未办结的${options.name}，等于上一期的期末在办。`,
      startOf: `${options.id}.open`,
      counts: [],
    },
    {
      id: `${options.id}.received`,
      name: `${options.name}本期新收`,
      unit,
      measure: 'flow',
      definition: `在期间内登记的${options.name}，按登记之日计。`,
      counts: [{ on: options.received }],
    },
    {
      id: `${options.id}.done`,
      name: `${options.name}本期办结`,
      unit,
      measure: 'flow',
      definition: `在期间内办结的${options.name}，按办结之日计，含以前期间登记的。`,
      counts: [{ on: options.done }],
    },
    {
      id: `${options.id}.open`,
      name: `${options.name}期末在办`,
      unit,
      measure: 'stock',
      definition: `期末尚未办结的${options.name}，等于上期结转加本期新收减本期办结。`,
      counts: [{ on: options.received }, { on: options.done, value: () => -1 }],
    },
  ];
}
