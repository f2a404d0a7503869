import type { Figure } from '../reading/index.ts';

/** Below this two subjects are different things. 1 is the same words. */
const ALIKE = 0.6;
/** Figures beyond this are matched by indicator and by equal words only. */
const MOST_COMPARED = 400;

/** Whether a figure is one of a year's work: not a change, not negated words without a subject, not a time limit. */
export function isComparable({ unit, subject, period }: Figure): boolean {
  if (subject.length < 2 || ['百分点', '倍', '番', ''].includes(unit)) return false;
  return !/同比|环比|上年|去年/.test(period);
}

/** 件 and 件次 count otherwise; 场 and 场(次) do not. */
export function plainUnit(unit: string): string {
  const open = unit.search(/[(（]/);
  return open < 0 ? unit : unit.slice(0, open);
}

/**
 * Pairs of figures that speak of the same thing: first those of equal subject, then those whose indicator is found
 * once on each side, then the most alike subjects. Every figure enters one pair at most; the unit must agree.
 */
export function matchFigures(before: readonly Figure[], after: readonly Figure[]): Map<Figure, Figure> {
  const pairs = new Map<Figure, Figure>();
  const taken = new Set<Figure>();
  const pair = (early: Figure, late: Figure) => {
    pairs.set(early, late);
    taken.add(late);
  };
  const free = () => ({
    early: before.filter((figure) => !pairs.has(figure)),
    late: after.filter((figure) => !taken.has(figure)),
  });
  for (const key of [wordsKey, indicatorKey]) {
    const { early, late } = free();
    const lateOf = singles(late, key);
    for (const [name, figure] of singles(early, key)) {
      const other = lateOf.get(name);
      if (other !== undefined) pair(figure, other);
    }
  }
  const { early, late } = free();
  for (const [a, b] of mostAlike(early.slice(0, MOST_COMPARED), late.slice(0, MOST_COMPARED))) {
    if (!pairs.has(a) && !taken.has(b)) pair(a, b);
  }
  return pairs;
}

function wordsKey({ subject, unit }: Figure): string {
  return `${subject}|${plainUnit(unit)}`;
}

function indicatorKey({ indicator, unit }: Figure): string | null {
  return indicator === null ? null : `${indicator}|${plainUnit(unit)}`;
}

/** Figures whose key stands once; of several with one value the first. */
function singles(figures: readonly Figure[], keyOf: (figure: Figure) => string | null): Map<string, Figure> {
  const found = new Map<string, Figure>();
  const ambiguous = new Set<string>();
  for (const figure of figures) {
    const key = keyOf(figure);
    if (key === null) continue;
    const known = found.get(key);
    if (known === undefined) found.set(key, figure);
    else if (known.value !== figure.value) ambiguous.add(key);
  }
  for (const key of ambiguous) found.delete(key);
  return found;
}

function mostAlike(before: readonly Figure[], after: readonly Figure[]): [Figure, Figure][] {
  const afterPairs = after.map((figure) => bigrams(figure.subject));
  const candidates: { pair: [Figure, Figure]; score: number }[] = [];
  for (const early of before) {
    const own = bigrams(early.subject);
    for (const [i, late] of after.entries()) {
      if (plainUnit(early.unit) !== plainUnit(late.unit) || clash(early, late)) continue;
      const score = dice(own, afterPairs[i]!);
      if (score >= ALIKE) candidates.push({ pair: [early, late], score });
    }
  }
  return candidates.sort((a, b) => b.score - a.score).map(({ pair }) => pair);
}

/** Two different indicators are two things, however alike their words. */
function clash(a: Figure, b: Figure): boolean {
  return a.indicator !== null && b.indicator !== null && a.indicator !== b.indicator;
}

function bigrams(words: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < words.length; i += 1) found.add(words.slice(i, i + 2));
  return found;
}

/** Share of common pairs of signs (Dice's coefficient). */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
