import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { UnitAssessmentFacts } from '../../systems/yearly/unit-assessment/fields.ts';
import type { Adjustment, ScoredItem, ToRank } from '../../yearly/assessment/result.ts';
import { countingMarks, type Mark } from '../../yearly/assessment/score-unit.ts';

// The ledger holds points as decimal text; here they are numbers again.

export const factsOf = (child: MatterState): UnitAssessmentFacts => child.facts as UnitAssessmentFacts;

export function itemsFrom(items: readonly ScoredItem[]): JsonObject[] {
  return items.map(({ max, counted, points, numerator, denominator, value, effect, ...item }) => ({
    ...item,
    max: String(max),
    counted: String(counted),
    points: String(points),
    ...(value === undefined ? {} : { value }),
    ...(numerator === undefined ? {} : { numerator: String(numerator) }),
    ...(denominator === undefined ? {} : { denominator: String(denominator) }),
    ...(effect === undefined ? {} : { effect }),
  }));
}

export function scoredItems(child: MatterState): ScoredItem[] {
  return (factsOf(child).items ?? []).map(({ max, counted, points, numerator, denominator, ...item }) => ({
    ...item,
    max: Number(max),
    counted: Number(counted),
    points: Number(points),
    ...(numerator === undefined ? {} : { numerator: Number(numerator) }),
    ...(denominator === undefined ? {} : { denominator: Number(denominator) }),
  }));
}

/** Points that upheld appeals put in the place of the scored ones. */
export function adjustmentsOf(child: MatterState): Adjustment[] {
  return (factsOf(child).answered ?? []).flatMap(({ code, upheld, points }) =>
    upheld && points !== undefined ? [{ code, points: Number(points) }] : [],
  );
}

export const toRank = (child: MatterState): ToRank => ({
  unit: child.unit,
  unitClass: factsOf(child).unitClass ?? '',
  items: scoredItems(child),
  adjustments: adjustmentsOf(child),
});

/** The marks that count, once they are opened. */
export function marksOf(child: MatterState): Mark[][] {
  const { opened = [], apart = [] } = factsOf(child);
  if (opened.length === 0) return [];
  const of = (round: string): Mark[] =>
    opened
      .filter((mark) => mark.round === round)
      .map(({ code, points }) => ({ code, points: Number(points) }));
  return countingMarks(
    apart.map(({ code }) => code),
    [of('first'), of('second')],
    of('third'),
  );
}
