import type { Numeral } from './numerals.ts';
import { skipSpaces } from './spaces.ts';

/**
 * 3-5, 3至5, 三到五, 3000～5000. The lower end borrows the multiplier of the upper one (3-5万). A falling
 * pair is no range, and 由3至5 tells a change, so both stay two numbers.
 */
export const examples: readonly (readonly [text: string, from: number, to: number])[] = [
  ['3-5', 3, 5],
  ['3至5', 3, 5],
  ['三到五', 3, 5],
  ['3000～5000', 3000, 5000],
  ['3-5万', 30000, 50000],
  ['10—15', 10, 15],
  ['5%-20%', 5, 20],
  ['三四十', 30, 40],
  ['二至三', 2, 3],
];

const HYPHENS = new Set(['-', '－', '—', '–', '~', '～', '〜', '─', '∼', '‑']);
const WORDS = new Set(['至', '到']);
const CHANGE = new Set(['由', '从', '自']);

/** Position after the connector between the two ends of a range; -1 where there is none. */
export function afterConnector(text: string, i: number, start: number): number {
  const at = skipSpaces(text, i, 1);
  const char = text[at] ?? '';
  if (HYPHENS.has(char)) {
    const double = HYPHENS.has(text[at + 1] ?? '') ? 1 : 0;
    return skipSpaces(text, at + 1 + double, 1);
  }
  if (!WORDS.has(char) || CHANGE.has(text[start - 1] ?? '')) return -1;
  return at + 1;
}

/** The lower end of the range `low`–`high`, in full; null where the pair does not rise. */
export function lowerEnd(low: Numeral, high: Numeral): number | null {
  if (low.value >= high.value && high.scale === 1) return null;
  const coefficient = high.value / high.scale;
  if (low.scale === 1 && high.scale >= 1e4 && low.value < coefficient) return low.value * high.scale;
  return low.value < high.value ? low.value : null;
}
