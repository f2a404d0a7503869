import type { ScoredItem } from './result.ts';
import { isJudged, isOutside, itemsFor, type Scheme, type SchemeItem } from './scheme.ts';
import type { Observation } from './scoring/rule.ts';
import { judged, scoreItem } from './scoring/score.ts';

/** What is known of one item in one unit. */
export interface Seen {
  readonly observation: Observation;
  readonly source: ScoredItem['source'];
}

/** A verifier's finding on the material of a unit. */
export interface Finding {
  readonly code: string;
  /** What the material shows, in the item's unit; a percentage for a rate. */
  readonly value: number;
  readonly falseMaterial?: boolean | undefined;
}

/** Points that one reviewer gave. */
export interface Mark {
  readonly code: string;
  readonly points: number;
}

/**
 * Every item of a unit that can be scored now, in the order of the scheme: figures at once, material when a verifier
 * entered what it shows, reviewers' items when their marks are opened.
 */
export function scoreUnit(
  scheme: Scheme,
  unitClass: string,
  seen: (item: SchemeItem) => Seen | undefined,
  marks: readonly (readonly Mark[])[] = [],
): ScoredItem[] {
  return itemsFor(scheme, unitClass).flatMap((item) => {
    const max = isOutside(item) ? 0 : item.points[unitClass]!;
    if (isJudged(item)) return judgedItem(item.code, max, marks);
    const found = seen(item);
    if (!found) return [];
    const { observation, source } = found;
    const { points, counted, why, effect } = scoreItem({ ...item, max }, observation);
    const { value, numerator, denominator } = observation;
    return [
      {
        code: item.code,
        max,
        counted,
        points,
        why,
        source,
        ...(effect ? { effect } : {}),
        ...(value === null ? {} : { value: String(Math.round(value * 1e6) / 1e6) }),
        ...(numerator === undefined ? {} : { numerator }),
        ...(denominator === undefined ? {} : { denominator }),
      },
    ];
  });
}

function judgedItem(code: string, max: number, marks: readonly (readonly Mark[])[]): ScoredItem[] {
  const given = marks.flatMap((each) =>
    each.filter((mark) => mark.code === code).map(({ points }) => points),
  );
  if (given.length === 0) return [];
  const { points, counted, why } = judged(max, given);
  return [{ code, max, counted, points, why, source: 'judged', value: String(points) }];
}

/** What a verifier entered, as an observation of the item. */
export function observationOf(item: SchemeItem, finding: Finding): Observation {
  const rate = item.rule.kind === 'rate';
  return {
    value: rate ? finding.value / 100 : finding.value,
    rate,
    unit: item.unit,
    ...(finding.falseMaterial ? { false: true } : {}),
  };
}

/** Codes of the items on which two reviewers are further apart than the scheme allows. */
export function apart(
  scheme: Scheme,
  unitClass: string,
  first: readonly Mark[],
  second: readonly Mark[],
): string[] {
  return itemsFor(scheme, unitClass)
    .filter(isJudged)
    .filter((item) => {
      const [a, b] = [first, second].map((marks) => marks.find(({ code }) => code === item.code)?.points);
      return (
        a !== undefined &&
        b !== undefined &&
        Math.abs(a - b) > item.points[unitClass]! * scheme.reviewGap + 1e-9
      );
    })
    .map(({ code }) => code);
}

/**
 * The marks that count: the two of each item, or where they were too far apart the third with whichever of the two
 * is nearer to it.
 */
export function countingMarks(
  codes: readonly string[],
  [first, second]: readonly [readonly Mark[], readonly Mark[]],
  third: readonly Mark[],
): Mark[][] {
  const nearer = (code: string, a: Mark, b: Mark): Mark => {
    const by = third.find((mark) => mark.code === code);
    return by && Math.abs(b.points - by.points) < Math.abs(a.points - by.points) ? b : a;
  };
  return [
    first.map((mark) => {
      const other = second.find(({ code }) => code === mark.code);
      return codes.includes(mark.code) && other ? nearer(mark.code, mark, other) : mark;
    }),
    second.map((mark) =>
      codes.includes(mark.code) ? (third.find(({ code }) => code === mark.code) ?? mark) : mark,
    ),
  ];
}
