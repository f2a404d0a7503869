import { readArabic } from './arabic.ts';
import {
  arabicDigit,
  bigUnit,
  chineseDigit,
  isPointWord,
  isZero,
  smallUnit,
  writtenTens,
} from './characters.ts';

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

export interface NumeralOptions {
  /** How many spaces may stand between the characters of one numeral. */
  spaces: number;
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
];

const VAGUE = new Set(['余', '餘', '多', '几', '幾', '来']);

interface State {
  /** Finished parts above 万, falling. */
  parts: { value: number; unit: number }[];
  group: number;
  digit: number;
  /** The last small unit of the running group; units must fall. */
  lastSmall: number;
  /** The unit immediately before the pending digit; 0 after 零. */
  before: number;
  scale: number;
  /** Position before the running group and before the pending digit, to fall back to. */
  groupStart: number;
  digitStart: number;
  end: number;
  arabicPending: boolean;
  arabic: boolean;
  chinese: boolean;
  bare: boolean;
  vague: string;
  decimals: number;
  integerDigits: number;
  plain: boolean;
}

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

function begin(i: number): State {
  return {
    parts: [],
    group: 0,
    digit: -1,
    lastSmall: 10000,
    before: 0,
    scale: 1,
    groupStart: i,
    digitStart: i,
    end: i,
    arabicPending: false,
    arabic: false,
    chinese: false,
    bare: false,
    vague: '',
    decimals: 0,
    integerDigits: 0,
    plain: true,
  };
}

/** Takes one character (or one arabic literal) into the state; the new position, or -1 to stop. */
function step(state: State, text: string, i: number, options: NumeralOptions): number {
  const char = text[i]!;
  if (arabicDigit(text, i) >= 0) return takeArabic(state, text, i);
  const digit = chineseDigit(char);
  if (digit === 0) return takeZero(state, i);
  if (digit > 0) return takeDigit(state, digit, i);
  const tens = writtenTens(char);
  if (tens > 0) return takeTens(state, tens, i);
  const small = smallUnit(char);
  if (small > 0) return takeSmall(state, text, small, i);
  const big = bigUnit(char);
  if (big > 0) return takeBig(state, big, i);
  if (VAGUE.has(char)) return takeVague(state, text, i, options);
  if (isPointWord(char)) return takePoint(state, text, i, options);
  return -1;
}

function takeArabic(state: State, text: string, i: number): number {
  if (state.digit >= 0 || (state.chinese && state.before === 0 && state.end > i)) return -1;
  const literal = readArabic(text, i);
  if (state.parts.length > 0 || state.group > 0) {
    const limit = state.group > 0 ? state.lastSmall : state.parts.at(-1)!.unit;
    if (!literal.plain || literal.value >= limit) return -1;
  }
  openDigit(state, i);
  state.digit = literal.plain ? literal.value : 0;
  state.plain &&= literal.plain;
  state.integerDigits = literal.integerDigits;
  state.decimals = Math.max(state.decimals, literal.decimals);
  state.arabic = true;
  state.arabicPending = true;
  state.end = literal.end;
  return literal.plain ? literal.end : -1;
}

function takeZero(state: State, i: number): number {
  if (state.digit > 0) return -1;
  state.before = 0;
  state.chinese = true;
  state.digit = -1;
  state.end = i + 1;
  return i + 1;
}

function takeDigit(state: State, digit: number, i: number): number {
  if (state.digit >= 0) return -1;
  openDigit(state, i);
  state.digit = digit;
  state.chinese = true;
  state.arabicPending = false;
  state.end = i + 1;
  return i + 1;
}

function takeTens(state: State, tens: number, i: number): number {
  if (state.digit >= 0 || state.lastSmall <= 10) return -1;
  if (state.group === 0) state.groupStart = i;
  state.group += tens;
  state.lastSmall = 10;
  state.before = 10;
  state.scale = Math.max(state.scale, 10);
  state.chinese = true;
  state.end = i + 1;
  return i + 1;
}

function takeSmall(state: State, text: string, unit: number, i: number): number {
  if (unit >= state.lastSmall) return abandonDigit(state);
  if (state.digit < 0) {
    const first = state.end === state.groupStart && state.parts.length === 0;
    if (unit !== 10 && !first) return -1;
    // 百 and 千 before 分之 belong to a percentage.
    if (unit !== 10 && text[i + 1] === '分') return -1;
    state.bare = unit !== 10;
    if (state.group === 0) state.groupStart = i;
  }
  state.group += (state.digit < 0 ? 1 : state.digit) * unit;
  state.digit = -1;
  state.lastSmall = unit;
  state.before = unit;
  state.scale = Math.max(state.scale, unit);
  state.chinese = true;
  state.arabicPending = false;
  state.end = i + 1;
  return i + 1;
}

function takeBig(state: State, unit: number, i: number): number {
  const group = state.group + Math.max(state.digit, 0);
  let sum = group;
  let kept = state.parts.length;
  while (kept > 0 && state.parts[kept - 1]!.unit < unit) sum += state.parts[--kept]!.value;
  // 四万万: the unit itself is multiplied again.
  if (group === 0 && kept > 0 && state.parts[kept - 1]!.unit === unit && kept === state.parts.length) {
    sum = state.parts[--kept]!.value;
  }
  if (kept > 0 && state.parts[kept - 1]!.unit <= unit) return abandonGroup(state);
  if (sum === 0) return -1;
  state.parts.length = kept;
  state.parts.push({ value: sum * unit, unit });
  state.group = 0;
  state.digit = -1;
  state.lastSmall = 10000;
  state.before = unit;
  state.scale = Math.max(state.scale, unit);
  state.bare = false;
  state.arabicPending = false;
  state.end = i + 1;
  state.groupStart = i + 1;
  return i + 1;
}

/** 十余万, 二十几亿: the open remainder stands inside the numeral only where a multiplier follows. */
function takeVague(state: State, text: string, i: number, options: NumeralOptions): number {
  if (state.end === state.groupStart && state.parts.length === 0) return -1;
  const after = skipSpaces(text, i + 1, options.spaces);
  if (bigUnit(text[after] ?? '') === 0 && smallUnit(text[after] ?? '') === 0) return -1;
  if (smallUnit(text[after] ?? '') > 0 && bigUnit(text[after] ?? '') === 0) return -1;
  state.vague = text[i]!;
  state.chinese = true;
  return after;
}

/** 三点五, 零点五: single digits after the point; 九点三十 is a time and stays whole. */
function takePoint(state: State, text: string, i: number, options: NumeralOptions): number {
  if (state.decimals > 0 || state.arabicPending || state.end < i - options.spaces) return -1;
  let at = skipSpaces(text, i + 1, options.spaces);
  let fraction = 0;
  let place = 0.1;
  let count = 0;
  while (at < text.length && count < 15) {
    const digit = chineseDigit(text[at]!);
    if (digit < 0 || '两兩俩倆'.includes(text[at]!)) break;
    fraction += digit * place;
    place /= 10;
    count += 1;
    at += 1;
  }
  if (count === 0 || smallUnit(text[at] ?? '') > 0) return -1;
  closeAbbreviation(state);
  fraction = Number(fraction.toFixed(count));
  state.digit = Math.max(state.digit, 0) + fraction;
  state.decimals = count;
  state.arabicPending = true;
  state.end = at;
  return bigUnit(text[at] ?? '') > 0 ? at : -1;
}

function openDigit(state: State, i: number): void {
  if (state.group === 0) state.groupStart = i;
  state.digitStart = i;
}

/** 五十千, 五百六百: the pending digit belongs to the next number. */
function abandonDigit(state: State): number {
  if (state.digit >= 0) {
    state.end = state.digitStart;
    state.digit = -1;
  }
  return -1;
}

/** 3万4万: the running group belongs to the next number. */
function abandonGroup(state: State): number {
  state.end = state.groupStart;
  state.group = 0;
  state.digit = -1;
  return -1;
}

/** 两千四百五 is 2450: a last digit without unit counts in the next lower place. */
function closeAbbreviation(state: State): void {
  if (state.digit > 0 && !state.arabicPending && state.before >= 100) {
    state.digit *= state.before / 10;
    state.before = 0;
  }
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

export function skipSpaces(text: string, i: number, most: number): number {
  let at = i;
  while (at - i < most && (text[at] === ' ' || text[at] === '\u3000')) at += 1;
  return at;
}

function trimSpaces(text: string, end: number, most: number): number {
  let at = end;
  while (end - at < most && text[at - 1] === ' ') at -= 1;
  return at;
}
