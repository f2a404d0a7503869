import { arabicDigit, halfWidth, isDecimalPoint, isGroupSeparator } from './characters.ts';

/** A literal in arabic digits. `plain` is false for 1.2.3, 2019.12.31 and digit strings too long to count. */
export interface ArabicLiteral {
  value: number;
  end: number;
  /** Digits before the point; 4 tells a year from a count. */
  integerDigits: number;
  decimals: number;
  plain: boolean;
}

/** More digits than this are an identifier (card, code, serial number), not an amount. */
const MAX_DIGITS = 15;

export const examples: readonly (readonly [text: string, value: number])[] = [
  ['1374', 1374],
  ['1,234', 1234],
  ['1，234，567', 1234567],
  ['１２３４', 1234],
  ['25.3', 25.3],
  ['３．５', 3.5],
  ['1,050.25', 1050.25],
];

/** Reads the literal that begins at `i`, where an arabic digit must stand. */
export function readArabic(text: string, i: number): ArabicLiteral {
  let end = digitsEnd(text, i);
  let integerDigits = end - i;
  let digits = integerDigits <= MAX_DIGITS ? ascii(text, i, end) : '';
  if (integerDigits <= 3) {
    while (isGroupSeparator(text[end] ?? '') && isTriple(text, end + 1)) {
      if (integerDigits <= MAX_DIGITS) digits += ascii(text, end + 1, end + 4);
      integerDigits += 3;
      end += 4;
    }
  }
  let decimals = 0;
  if (isDecimalPoint(text[end] ?? '') && arabicDigit(text, end + 1) >= 0) {
    const start = end + 1;
    end = digitsEnd(text, start);
    decimals = end - start;
    if (decimals <= MAX_DIGITS) digits += `.${ascii(text, start, end)}`;
  }
  const chained = isDecimalPoint(text[end] ?? '') && arabicDigit(text, end + 1) >= 0;
  const plain = !chained && integerDigits <= MAX_DIGITS && decimals <= MAX_DIGITS;
  if (chained) end = chainEnd(text, end);
  return { value: plain ? Number(digits) : Number.NaN, end, integerDigits, decimals, plain };
}

/** Exactly three digits and no fourth. */
function isTriple(text: string, i: number): boolean {
  return (
    arabicDigit(text, i) >= 0 &&
    arabicDigit(text, i + 1) >= 0 &&
    arabicDigit(text, i + 2) >= 0 &&
    arabicDigit(text, i + 3) < 0
  );
}

function digitsEnd(text: string, i: number): number {
  let end = i;
  while (arabicDigit(text, end) >= 0) end += 1;
  return end;
}

function chainEnd(text: string, i: number): number {
  let end = i;
  while (isDecimalPoint(text[end] ?? '') && arabicDigit(text, end + 1) >= 0) end = digitsEnd(text, end + 1);
  return end;
}

function ascii(text: string, start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i += 1) out += String.fromCharCode(halfWidth(text.charCodeAt(i)));
  return out;
}
