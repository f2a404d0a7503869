import { readApproximation } from './approximations.ts';
import { arabicDigit, isLatin, mayBeginNumber } from './characters.ts';
import { readFraction } from './fractions.ts';
import { type Numeral, readNumeral } from './numerals.ts';
import { readPercentSign, readSpokenPercent } from './percentages.ts';
import type { NumeralOptions } from './place-values.ts';
import { afterConnector, lowerEnd } from './ranges.ts';
import type { NumberKind, NumberToken } from './token.ts';

const OPTIONS: NumeralOptions = { spaces: 0 };

/** Before a minus sign: the start, a space, a mark, or a word of change. */
const BEFORE_MINUS = new Set([
  ' ',
  ',',
  '，',
  ':',
  '：',
  '(',
  '（',
  '为',
  '长',
  '是',
  '达',
  '降',
  '升',
  '率',
  '和',
  '、',
]);

/**
 * All numbers of a text in order, without overlap; linear in the length of the text, since every reader
 * either consumes what it looked at or looks a bounded distance ahead.
 */
export function scanNumbers(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  let i = 0;
  while (i < text.length) {
    if (!mayBeginNumber(text, i)) {
      i += 1;
      continue;
    }
    const token = readNumberAt(text, i);
    if (token === null) i += 1;
    else {
      tokens.push(token);
      i = token.end;
    }
  }
  return tokens;
}

function readNumberAt(text: string, i: number): NumberToken | null {
  const spoken = readSpokenPercent(text, i, OPTIONS);
  if (spoken !== null) return token(spoken.kind, text, i, spoken.numeral);
  const first = readApproximation(text, i) ?? readNumeral(text, i, OPTIONS);
  if (first === null) return null;
  if (text[i - 1] === '第') return token('ordinal', text, i, first);
  if (!first.plain || first.digitString) return token('digits', text, i, first);
  const fraction = readFraction(text, first);
  if (fraction !== null) return { ...token('fraction', text, i, first), ...fraction };
  const sign = readPercentSign(text, first.end);
  return (
    range(text, i, first, sign?.end ?? first.end, sign?.kind ?? null) ??
    token(sign?.kind ?? 'cardinal', text, i, first, sign?.end)
  );
}

function range(
  text: string,
  start: number,
  first: Numeral,
  firstEnd: number,
  firstKind: NumberKind | null,
): NumberToken | null {
  const at = afterConnector(text, firstEnd, start);
  if (at < 0 || first.bare || !mayBeginNumber(text, at)) return null;
  const second = readNumeral(text, at, OPTIONS);
  if (second === null || !second.plain || second.bare || second.digitString) return null;
  const sign = readPercentSign(text, second.end);
  if (firstKind !== null && sign?.kind !== firstKind) return null;
  const low = lowerEnd(first, second);
  if (low === null) return null;
  const whole = token(sign?.kind ?? 'cardinal', text, start, second, sign?.end);
  return { ...whole, value: signed(text, start, low), valueTo: second.value, notation: first.notation };
}

function token(kind: NumberKind, text: string, start: number, numeral: Numeral, end?: number): NumberToken {
  return {
    kind,
    start: negativeSign(text, start) ? start - 1 : start,
    end: end ?? numeral.end,
    value: signed(text, start, numeral.lower ?? numeral.value),
    valueTo: numeral.lower === null ? null : numeral.value,
    notation: numeral.notation,
    vague: numeral.vague,
    bare: numeral.bare,
    integerDigits: numeral.integerDigits,
    decimals: numeral.decimals,
    scale: numeral.scale,
  };
}

function signed(text: string, start: number, value: number): number {
  return negativeSign(text, start) ? -value : value;
}

/** 负3.2, -3.2: 减负1.5亿 is no minus; a hyphen is one only where no word or number it could join stands before it. */
function negativeSign(text: string, start: number): boolean {
  const sign = text[start - 1];
  if (sign === '负' || sign === '負') return !/[减抱肩正胜辜担欺自]/.test(text[start - 2] ?? '');
  if (sign !== '-' && sign !== '－') return false;
  if (arabicDigit(text, start) < 0) return false;
  const before = text[start - 2];
  return before === undefined || (BEFORE_MINUS.has(before) && !isLatin(text, start - 2));
}
