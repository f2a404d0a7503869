import { arabicDigit, chineseDigit, halfWidth, isDecimalPoint, isLatin, smallUnit } from '../characters.ts';
import { readNumeral } from '../numerals.ts';
import type { NumeralOptions } from '../place-values.ts';
import { skipSpaces } from '../spaces.ts';

/**
 * The numeral grammar behind the conventions of general-purpose number recognizers: spaces may stand inside,
 * and calculator notation (2e5, 2^5, 40k), dozens (打) and mixed fractions (三又三分之一) are read. Reports need
 * none of this, so it stays out of `scanNumbers`.
 */
export interface Amount {
  value: number;
  start: number;
  end: number;
}

export const SPACED: NumeralOptions = { spaces: 3 };

export const examples: readonly (readonly [text: string, value: number])[] = [
  ['2e5', 200000],
  ['2^5', 32],
  ['40k', 40000],
  ['-2.5 M', -2500000],
  ['三又二分之一', 3.5],
  ['1 3/5', 1.6],
  ['16分之4', 0.25],
  ['十打', 120],
  ['半百', 50],
  ['.5', 0.5],
  ['7 万 5 千', 75000],
];

const NEGATIVE = new Set(['负', '負', '-', '－']);
const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12 };

/** The amount at `i`, sign included; null where none begins. */
export function readAmount(text: string, i: number): Amount | null {
  const negative = NEGATIVE.has(text[i]!);
  const begin = negative ? i + 1 : i;
  const base = readBase(text, begin);
  if (base === null) return null;
  const whole = mixed(text, begin, base) ?? suffixed(text, base);
  return { value: negative ? -whole.value : whole.value, start: i, end: whole.end };
}

/** A plain numeral, a point with digits, or 半百. */
function readBase(text: string, i: number): Amount | null {
  if (text[i] === '半' && smallUnit(text[i + 1] ?? '') === 100) return { value: 50, start: i, end: i + 2 };
  if (isDecimalPoint(text[i] ?? '') && arabicDigit(text, i + 1) >= 0) {
    const digits = readNumeral(text, i + 1, SPACED);
    if (digits === null || digits.notation !== 'arabic' || digits.decimals > 0) return null;
    return { value: digits.value / 10 ** digits.integerDigits, start: i, end: digits.end };
  }
  const numeral = readNumeral(text, i, SPACED);
  if (numeral === null || !numeral.plain) return null;
  if (numeral.bare && numeral.scale >= 100) return null;
  return { value: numeral.value, start: i, end: numeral.end };
}

/** 五分之一, 三百又三分之一, 3/5, 1 3/5; null where no fraction follows. */
function mixed(text: string, start: number, first: Amount): Amount | null {
  const simple = fraction(text, first);
  if (simple !== null) return { ...simple, start };
  const at = skipSpaces(text, first.end, 3);
  const and = text[at] === '又';
  if (!and && at === first.end) return null;
  const second = readBase(text, and ? skipSpaces(text, at + 1, 3) : at);
  const rest = second === null ? null : fraction(text, second);
  return rest === null ? null : { value: first.value + rest.value, start, end: rest.end };
}

/** The fraction whose first number has been read. */
function fraction(text: string, first: Amount): Amount | null {
  const over = afterWord(text, first.end, '分之');
  if (over >= 0) {
    const numerator = readAmountPlain(text, over);
    return numerator === null ? null : { ...numerator, value: numerator.value / first.value };
  }
  if (halfWidth(text.charCodeAt(first.end)) !== 47) return null;
  const below = readBase(text, first.end + 1);
  return below === null ? null : { ...below, value: first.value / below.value };
}

/** The numerator of a fraction may carry its own sign, which cancels the one in front. */
function readAmountPlain(text: string, i: number): Amount | null {
  const negative = NEGATIVE.has(text[i] ?? '');
  const base = readBase(text, negative ? i + 1 : i);
  return base === null ? null : { ...base, value: negative ? -base.value : base.value };
}

/** k, M, 打, e5, ^5 behind a number. */
function suffixed(text: string, base: Amount): Amount {
  if (text[base.end] === '打') return { ...base, value: base.value * 12, end: base.end + 1 };
  const power = exponent(text, base);
  if (power !== null) return power;
  const at = skipSpaces(text, base.end, 1);
  const multiple = MULTIPLES[letter(text, at)];
  if (multiple === undefined || isLatin(text, at + 1)) return base;
  return { ...base, value: base.value * multiple, end: at + 1 };
}

function letter(text: string, i: number): string {
  return i < text.length ? String.fromCharCode(halfWidth(text.charCodeAt(i))).toLowerCase() : '';
}

function exponent(text: string, base: Amount): Amount | null {
  const mark = letter(text, base.end);
  if (mark !== 'e' && mark !== '^') return null;
  let at = base.end + 1;
  let sign = 1;
  while (letter(text, at) === '+' || letter(text, at) === '-') {
    if (letter(text, at) === '-') sign = -sign;
    at += 1;
  }
  if (arabicDigit(text, at) < 0) return null;
  const power = readNumeral(text, at);
  if (power === null || power.notation !== 'arabic') return null;
  const value = mark === 'e' ? base.value * 10 ** (sign * power.value) : base.value ** (sign * power.value);
  return { ...base, value, end: power.end };
}

/** Position behind `word` at `i`, spaces allowed before, inside and after; -1 where it does not stand. */
export function afterWord(text: string, i: number, word: string): number {
  let at = i;
  for (const char of word) {
    at = skipSpaces(text, at, 3);
    if (text[at] !== char) return -1;
    at += 1;
  }
  return skipSpaces(text, at, 3);
}

/** As the conventions print it: half width, lower case. */
export function normalized(text: string, start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    out += code === 0x3000 ? ' ' : String.fromCharCode(halfWidth(code));
  }
  return out.toLowerCase();
}

/** One Chinese character of a digit, alone. */
export function isSingleDigit(text: string, amount: Amount): boolean {
  return (
    amount.end - amount.start === 1 &&
    (chineseDigit(text[amount.start]!) >= 0 || smallUnit(text[amount.start]!) > 0)
  );
}
