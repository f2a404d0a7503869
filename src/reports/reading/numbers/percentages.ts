import { smallUnit } from './characters.ts';
import { type Numeral, readNumeral } from './numerals.ts';
import type { NumeralOptions } from './place-values.ts';
import { skipSpaces } from './spaces.ts';
import type { NumberKind } from './token.ts';

export const examples: readonly (readonly [text: string, kind: NumberKind, value: number])[] = [
  ['25.3%', 'percent', 25.3],
  ['25.3％', 'percent', 25.3],
  ['百分之二十五点三', 'percent', 25.3],
  ['百分之百', 'percent', 100],
  ['百分百', 'percent', 100],
  ['3‰', 'permille', 3],
  ['千分之三', 'permille', 3],
  ['3.2个百分点', 'points', 3.2],
  ['三个百分点', 'points', 3],
];

const SIGNS: Readonly<Record<string, NumberKind>> = {
  '%': 'percent',
  '％': 'percent',
  '﹪': 'percent',
  '‰': 'permille',
};

const POINTS = ['个百分点', '個百分點', '个百分比', '百分点', '百分點'];

/** The sign of percentage behind a number, if any: its kind and where it ends. */
export function readPercentSign(text: string, i: number): { kind: NumberKind; end: number } | null {
  const at = skipSpaces(text, i, 1);
  const sign = SIGNS[text[at] ?? ''];
  if (sign !== undefined) return { kind: sign, end: at + 1 };
  for (const word of POINTS) if (text.startsWith(word, at)) return { kind: 'points', end: at + word.length };
  return null;
}

/** 百分之… and 千分之…: a percentage led by its denominator. */
export function readSpokenPercent(
  text: string,
  i: number,
  options: NumeralOptions,
): { kind: NumberKind; numeral: Numeral } | null {
  const unit = smallUnit(text[i]!);
  if (unit < 100 || text[i + 1] !== '分') return null;
  if (unit === 100 && text[i + 2] === '百') return { kind: 'percent', numeral: hundred(i + 3) };
  if (text[i + 2] !== '之') return null;
  const kind = unit === 100 ? 'percent' : 'permille';
  if (unit === 100 && text[i + 3] === '百') return { kind, numeral: hundred(i + 4) };
  const numeral = readNumeral(text, skipSpaces(text, i + 3, options.spaces), options);
  return numeral === null ? null : { kind, numeral };
}

function hundred(end: number): Numeral {
  return {
    value: 100,
    end,
    notation: 'chinese',
    digitString: false,
    bare: false,
    vague: '',
    integerDigits: 3,
    decimals: 0,
    scale: 100,
    plain: true,
    lower: null,
  };
}
