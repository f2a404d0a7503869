import type { Band, Scheme } from './scheme.ts';
import { round } from './scoring/words.ts';

/** An item of a unit as it was scored, with all that proves the number. */
export interface ScoredItem {
  readonly code: string;
  /** Full marks for the class of the unit. */
  readonly max: number;
  /** Full marks it counts with; 0 where it did not apply and its marks went to the others. */
  readonly counted: number;
  readonly points: number;
  readonly why: string;
  readonly source: 'computed' | 'returned' | 'verified' | 'judged';
  readonly effect?: 'lowest' | 'lower' | undefined;
  /** Value as a decimal text; absent where there was nothing to measure. */
  readonly value?: string | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
}

/** An item whose points an upheld appeal changed. */
export interface Adjustment {
  readonly code: string;
  readonly points: number;
}

export interface UnitResult {
  readonly unit: string;
  readonly unitClass: string;
  /** Of the scheme's full marks, with bonus. */
  readonly score: number;
  readonly bonus: number;
  readonly grade: string;
  /** Place within the class, 1 for the first; equal scores share a place. */
  readonly rank: number;
  /** Units of the class. */
  readonly of: number;
}

/**
 * Score of a unit. Items that did not apply leave their marks to the others: what was reached of what counted,
 * of the scheme's full marks. A bonus is added after that, unscaled.
 */
export function totalOf(
  scheme: Scheme,
  items: readonly ScoredItem[],
  adjustments: readonly Adjustment[] = [],
): { readonly score: number; readonly bonus: number } {
  const adjusted = new Map(adjustments.map(({ code, points }) => [code, points]));
  let reached = 0;
  let counted = 0;
  let bonus = 0;
  for (const item of items) {
    const points = adjusted.get(item.code) ?? item.points;
    if (item.max === 0) bonus += points;
    else {
      // An appeal that is upheld on an item that "did not apply" brings it back with its full marks.
      const counts = adjusted.has(item.code) ? item.max : item.counted;
      counted += counts;
      if (counts > 0) reached += points;
    }
  }
  const scaled = counted === 0 ? 0 : (reached / counted) * scheme.total;
  return { score: round(Math.max(scaled, 0) + bonus), bonus: round(bonus) };
}

/** Grade by the declared bands; a veto puts it last, or lowers it by one for each. */
export function gradeOf(
  bands: readonly Band[],
  score: number,
  items: readonly Pick<ScoredItem, 'effect'>[],
): string {
  const last = bands.length - 1;
  if (last < 0) return '';
  if (items.some(({ effect }) => effect === 'lowest')) return bands[last]!.name;
  const reached = bands.findIndex(({ from }) => score >= from);
  const lowered = items.filter(({ effect }) => effect === 'lower').length;
  return bands[Math.min((reached < 0 ? last : reached) + lowered, last)]!.name;
}

export interface ToRank {
  readonly unit: string;
  readonly unitClass: string;
  readonly items: readonly ScoredItem[];
  readonly adjustments?: readonly Adjustment[];
}

/** Scores, grades and places of all units, by class and place. */
export function resultsOf(scheme: Scheme, units: readonly ToRank[]): UnitResult[] {
  const scored = units.map(({ unit, unitClass, items, adjustments }) => {
    const total = totalOf(scheme, items, adjustments);
    return { unit, unitClass, ...total, grade: gradeOf(scheme.bands, total.score, items) };
  });
  return scheme.classes.flatMap(({ id }) => {
    const peers = scored.filter(({ unitClass }) => unitClass === id).sort((a, b) => b.score - a.score);
    return peers.map((peer) => ({
      ...peer,
      rank: peers.findIndex(({ score }) => score === peer.score) + 1,
      of: peers.length,
    }));
  });
}

/** What a unit should improve: the items that cost it most, dearest first. */
export function lostPoints(
  items: readonly ScoredItem[],
  adjustments: readonly Adjustment[] = [],
): (ScoredItem & { readonly lost: number })[] {
  const adjusted = new Map(adjustments.map(({ code, points }) => [code, points]));
  return items
    .map((item) => ({ ...item, lost: round(item.counted - (adjusted.get(item.code) ?? item.points)) }))
    .filter(({ counted, lost }) => counted > 0 && lost > 0)
    .sort((a, b) => b.lost - a.lost);
}

/** What one item does to the outcome: how it tells units apart, and who changes place without it. */
export interface ItemWeight {
  readonly code: string;
  /** Units it applied to. */
  readonly applied: number;
  /** Units that lost points on it. */
  readonly losing: number;
  /** Mean share of the full marks that was lost, 0 to 1. */
  readonly meanLost: number;
  /** Units whose place in their class is another one without it. */
  readonly moved: number;
}

/** What every item changes: each is left out once, and the places are compared. */
export function sensitivity(scheme: Scheme, units: readonly ToRank[]): ItemWeight[] {
  const places = new Map(resultsOf(scheme, units).map(({ unit, rank }) => [unit, rank]));
  const codes = [...new Set(units.flatMap(({ items }) => items.map(({ code }) => code)))];
  return codes.map((code) => {
    const own = units.flatMap(({ items }) => items.filter((item) => item.code === code && item.counted > 0));
    const without = resultsOf(
      scheme,
      units.map((unit) => ({ ...unit, items: unit.items.filter((item) => item.code !== code) })),
    );
    const lost = own.reduce((sum, { counted, points }) => sum + (counted - points) / counted, 0);
    return {
      code,
      applied: own.length,
      losing: own.filter(({ counted, points }) => points < counted).length,
      meanLost: own.length === 0 ? 0 : lost / own.length,
      moved: without.filter(({ unit, rank }) => places.get(unit) !== rank).length,
    };
  });
}
