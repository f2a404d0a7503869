import { arabicDigit } from './characters.ts';
import { type Numeral, readNumeral } from './numerals.ts';

/** 三分之一, 三分之二; 1/3, 2/3. A slash between larger numbers is a date or a ratio of codes. */
export const examples: readonly (readonly [text: string, value: number])[] = [
  ['三分之一', 1 / 3],
  ['三分之二', 2 / 3],
  ['1/3', 1 / 3],
  ['2/5', 0.4],
];

/** A fraction whose first number (denominator before 分之, numerator before the slash) has just been read. */
export function readFraction(text: string, first: Numeral): { value: number; end: number } | null {
  if (text.startsWith('分之', first.end) && first.value > 0) {
    const numerator = readNumeral(text, first.end + 2);
    return numerator === null ? null : { value: numerator.value / first.value, end: numerator.end };
  }
  const slash = text[first.end];
  if ((slash !== '/' && slash !== '／') || first.notation !== 'arabic') return null;
  if (first.decimals > 0 || first.value >= 10 || arabicDigit(text, first.end + 1) < 0) return null;
  const denominator = readNumeral(text, first.end + 1);
  if (denominator === null || denominator.notation !== 'arabic' || denominator.decimals > 0) return null;
  if (denominator.value > 10 || denominator.value <= first.value || text[denominator.end] === '/')
    return null;
  return { value: first.value / denominator.value, end: denominator.end };
}
