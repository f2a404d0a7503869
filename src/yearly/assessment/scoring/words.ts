import type { Observation } from './rule.ts';

/** Points to two decimals, without the dust of binary fractions. */
export const round = (value: number): number => Math.round((value + Number.EPSILON) * 100 + 1e-7) / 100;

/** `3次`, `96.84%（92/95件）`. */
export function textOf(
  value: number,
  seen: Pick<Observation, 'rate' | 'unit'> & {
    numerator?: number | undefined;
    denominator?: number | undefined;
  },
): string {
  if (!seen.rate) return `${round(value)}${seen.unit}`;
  const share = `${round(value * 100)}%`;
  return seen.denominator === undefined
    ? share
    : `${share}（${seen.numerator}/${seen.denominator}${seen.unit}）`;
}
