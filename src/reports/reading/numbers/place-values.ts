import { readArabic } from './arabic.ts';
import { arabicDigit, bigUnit, chineseDigit, isPointWord, smallUnit, writtenTens } from './characters.ts';
import { skipSpaces } from './spaces.ts';

/**
 * How one character (or one arabic literal) changes a numeral that is being read. Each `take…` returns the position
 * after what it took, or -1 where the numeral ends.
 */

export interface NumeralOptions {
  /** How many spaces may stand between the characters of one numeral. */
  spaces: number;
}

const VAGUE = new Set(['余', '餘', '多', '几', '幾', '来']);

export interface State {
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

export function begin(i: number): State {
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
export function step(state: State, text: string, i: number, options: NumeralOptions): number {
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
  // 过万亿元: the one multiplier of multipliers that is written without a digit, as 千亿 is.
  if (big === 1e4 && state.end === i && state.groupStart === i && bigUnit(text[i + 1] ?? '') === 1e8)
    state.group = Math.max(state.group, state.parts.length === 0 ? 1 : 0);
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

/** 千瓦, 千克, 千伏: a thousand of the unit, no place of the number before it. */
const METRIC = new Set('瓦伏克卡');

function takeSmall(state: State, text: string, unit: number, i: number): number {
  if (unit === 1000 && state.arabicPending && METRIC.has(text[i + 1] ?? '')) return -1;
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
  state.parts.push({ value: exact(sum * unit), unit });
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

/** 9.38 × 10^12 is 9380000000000.002 in binary; a literal has no more than fifteen digits. */
function exact(product: number): number {
  return Number(product.toPrecision(15));
}

/** 十余万, 二十几亿: the open remainder stands inside the numeral only where a multiplier follows. */
function takeVague(state: State, text: string, i: number, options: NumeralOptions): number {
  if (state.end === state.groupStart && state.parts.length === 0) return -1;
  const after = skipSpaces(text, i + 1, options.spaces);
  if (bigUnit(text[after] ?? '') === 0) return -1;
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
export function closeAbbreviation(state: State): void {
  if (state.digit > 0 && !state.arabicPending && state.before >= 100) {
    state.digit *= state.before / 10;
    state.before = 0;
  }
}
