import { bigUnit, chineseDigit, isZero, smallUnit } from './characters.ts';
import { begin, closeAbbreviation, type NumeralOptions, type State, step } from './place-values.ts';
import { skipSpaces } from './spaces.ts';

/**
 * Place-value numerals: 二十三, 两千零五, 一百零五万, and the same multipliers behind arabic digits
 * (3.5万, 1万2千, 2亿3000万). A numeral is a stack of parts with falling magnitudes; 万, 亿 and 兆
 * multiply everything smaller that stands before them, so 一万五千亿 is (10000 + 5000) × 亿.
 */
export interface Numeral {
  value: number;
  end: number;
  /** Where the numeral came from: decides which readings are safe. */
  notation: 'arabic' | 'chinese' | 'mixed';
  /** 二〇一七, 一二三: digits read one by one. */
  digitString: boolean;
  /** Only a bare 百, 千 or 万 (百名干部): no count on its own. */
  bare: boolean;
  /** 十几, 二十余万: the infix word for an open remainder, as printed. */
  vague: string;
  integerDigits: number;
  decimals: number;
  /** The largest multiplier used (10, 100, …), 1 for none. */
  scale: number;
  /** False for 1.2.3 and over-long digit strings. */
  plain: boolean;
  /** Two neighbouring digits, 三四十 or 五六: the lower reading. */
  lower: number | null;
}

export const examples: readonly (readonly [text: string, value: number])[] = [
  ['二十三', 23],
  ['两千零五', 2005],
  ['廿三', 23],
  ['卅', 30],
  ['一百零五万', 1050000],
  ['三点五亿', 350000000],
  ['3.5万', 35000],
  ['20.4亿', 2040000000],
  ['1万2千', 12000],
  ['2亿3000万', 230000000],
  ['壹佰贰拾叁', 123],
  ['一万五千亿', 1500000000000],
  ['两千四百五', 2450],
  ['十余万', 100000],
  ['二〇一七', 2017],
  ['9.38万亿', 9380000000000],
  ['万亿', 1000000000000],
  ['两万亿', 2000000000000],
];

/** Reads the numeral that begins at `i`; null where there is none. */
export function readNumeral(
  text: string,
  i: number,
  options: NumeralOptions = { spaces: 0 },
): Numeral | null {
  const run = digitRun(text, i);
  if (run !== null) return run;
  const state = begin(i);
  let at = i;
  while (at < text.length) {
    const next = step(state, text, at, options);
    if (next < 0) break;
    at = skipSpaces(text, next, options.spaces);
  }
  return finish(state, text, i, options);
}

function finish(state: State, text: string, start: number, options: NumeralOptions): Numeral | null {
  if (state.end === start) return null;
  closeAbbreviation(state);
  let value = state.group + Math.max(state.digit, 0);
  for (const part of state.parts) value += part.value;
  // Decimal literals times a multiplier leave dust (20.4 × 1e8); amounts are exact to the sixth place.
  value = Number.isInteger(value) ? value : Number(value.toFixed(Math.max(6, state.decimals)));
  if (value > 1e5) value = Math.abs(value - Math.round(value)) < 1e-4 ? Math.round(value) : value;
  const end = trimSpaces(text, state.end, options.spaces);
  return {
    value: state.plain ? value : Number.NaN,
    end,
    notation: state.arabic ? (state.chinese || state.parts.length > 0 ? 'mixed' : 'arabic') : 'chinese',
    digitString: false,
    bare: state.bare && state.parts.length === 0 && end - start === 1,
    vague: state.vague,
    integerDigits: state.integerDigits,
    decimals: state.decimals,
    scale: state.scale,
    plain: state.plain,
    lower: null,
  };
}

/** 二〇一七, 一二三 (digit by digit), 三四十 and 五六 (two neighbours: a range). */
function digitRun(text: string, i: number): Numeral | null {
  if (chineseDigit(text[i] ?? '') < 0 || chineseDigit(text[i + 1] ?? '') < 0) return null;
  let end = i;
  let value = 0;
  while (end < text.length && chineseDigit(text[end]!) >= 0) {
    if (end - i < 16) value = value * 10 + chineseDigit(text[end]!);
    end += 1;
  }
  const first = chineseDigit(text[i]!);
  const second = chineseDigit(text[i + 1]!);
  const neighbours = end - i === 2 && second === first + 1 && first > 0;
  const follows = text[end] ?? '';
  if (smallUnit(follows) > 0 || bigUnit(follows) > 0) {
    if (!neighbours) return isZero(text[i]!) && end - i === 2 ? null : lastOfRun(text, i, end);
    const upper = readNumeral(text, i + 1);
    return upper === null ? null : { ...upper, lower: (upper.value / second) * first };
  }
  return {
    value: neighbours ? second : value,
    end,
    notation: 'chinese',
    digitString: !neighbours,
    bare: false,
    vague: '',
    integerDigits: end - i,
    decimals: 0,
    scale: 1,
    plain: end - i <= 16,
    lower: neighbours ? first : null,
  };
}

/** 一二百: digits that are no neighbours before a unit do not make one numeral; read the first alone. */
function lastOfRun(text: string, i: number, end: number): Numeral {
  return {
    value: chineseDigit(text[i]!),
    end: end - 1,
    notation: 'chinese',
    digitString: true,
    bare: false,
    vague: '',
    integerDigits: 1,
    decimals: 0,
    scale: 1,
    plain: true,
    lower: null,
  };
}

function trimSpaces(text: string, end: number, most: number): number {
  let at = end;
  while (end - at < most && text[at - 1] === ' ') at -= 1;
  return at;
}
