import type { NumberToken } from '../numbers/index.ts';
import { readDuration } from './durations.ts';
import { insideName, isSlogan } from './names.ts';
import { INNER } from './qualifiers.ts';
import { readUnit } from './units.ts';

/** A number that states a fact, with its unit as printed. */
export interface Candidate {
  token: NumberToken;
  unit: string;
  /** Position behind the unit. */
  end: number;
  /** 余, 多, … between number and unit. */
  inner: string;
}

/** Why a number is no figure; the reasons are the rules of the folder's README. */
export type Rejection =
  | 'ordinal'
  | 'code'
  | 'date'
  | 'article'
  | 'name'
  | 'anaphora'
  | 'one'
  | 'bare'
  | 'formula'
  | 'no-unit';

/** Judges one number in its surroundings: a candidate, or the reason it is none. */
export function judge(
  text: string,
  token: NumberToken,
  before: NumberToken | undefined,
): Candidate | Rejection {
  if (token.kind === 'ordinal') return 'ordinal';
  if (token.kind === 'digits') return 'code';
  if (before?.kind === 'ordinal' && /^[、和至到或-]$/.test(text.slice(before.end, token.start)))
    return 'article';
  if (inFormula(text, token)) return 'formula';
  if (token.kind !== 'cardinal') return ratio(text, token);
  if (insideName(text, token.start, token.end + 1)) return 'name';
  const counted = readCounted(text, token);
  if (counted === null) return unitless(text, token);
  if (token.bare) return 'bare';
  return chineseCount(text, token, counted) ?? counted;
}

/** Percentages and fractions need no unit. */
function ratio(text: string, token: NumberToken): Candidate | Rejection {
  if (token.kind === 'fraction') {
    return text[token.end] === '/' || text[token.start - 1] === '/'
      ? 'code'
      : candidate(token, '', token.end, '');
  }
  const unit = { percent: '%', permille: '‰', points: '百分点' }[
    token.kind as 'percent' | 'permille' | 'points'
  ];
  return candidate(token, unit, token.end, '');
}

function readCounted(text: string, token: NumberToken): Candidate | null {
  let at = token.end;
  while (at - token.end < 2 && (text[at] === ' ' || text[at] === '\u00a0')) at += 1;
  const inner = INNER.has(text[at] ?? '') ? text[at]! : '';
  if (inner !== '') at += 1;
  const arabic = token.notation !== 'chinese' || token.value >= 10;
  const unit =
    readDuration(text, token.start, at, token.value) ??
    readUnit(text, at, arabic) ??
    (text.startsWith('成', at) && isTenths(text, token, at) ? '成' : null);
  return unit === null ? null : candidate(token, unit, at + unit.length, inner);
}

function candidate(token: NumberToken, unit: string, end: number, inner: string): Candidate {
  return { token, unit, end, inner };
}

/** 八成, 九成以上: tenths, where no word begins with 成. */
function isTenths(text: string, token: NumberToken, i: number): boolean {
  const after = text[i + 1];
  return token.value <= 10 && (after === undefined || /[以左，,。；;、的]/.test(after));
}

/** 1+3+N, 5G, A4, No.12, 3号: parts of formulas, models and codes. */
function inFormula(text: string, token: NumberToken): boolean {
  const before = text[token.start - 1] ?? '';
  const after = text[token.end] ?? '';
  if (/[A-Za-z+＋#№]/.test(before) || /[A-Za-z+＋]/.test(after)) return !isMetric(text, token.end);
  if (before === '前' || (before === '每' && token.notation === 'chinese')) return true;
  return /[:：]/.test(after) && /\d/.test(text[token.end + 1] ?? '');
}

/** 3km, 50kg. */
function isMetric(text: string, i: number): boolean {
  return /^(?:km|kg|mg|m²|㎡)/.test(text.slice(i, i + 2));
}

/** An amount printed without a unit: 达364万。 参与人数1200， */
function unitless(text: string, token: NumberToken): Candidate | Rejection {
  if (token.notation === 'chinese' || token.valueTo !== null) return 'no-unit';
  const after = text[token.end];
  const closed = after === undefined || /[，,。；;、)）\s]/.test(after);
  if (!closed) return /[年月日号时]/.test(after) ? 'date' : 'no-unit';
  const before = text.slice(Math.max(0, token.start - 6), token.start);
  const measured =
    /(?:数|数量|总数|总量|量|得分|分数|评分|指数)(?:为|达|达到|是|超|超过|共|约|近)?[:：]?$/.test(before);
  return measured || token.scale >= 1e4 ? candidate(token, '', token.end, '') : 'no-unit';
}

/** 数 and the like do not make these small Chinese numbers counts of anything. */
const POINTING = new Set([...'这那该此其上述某另各同逐单任哪首近头整']);

/** The further tests for numbers in characters, where most of the words that only look like counts live. */
function chineseCount(text: string, token: NumberToken, counted: Candidate): Rejection | null {
  const before = text[token.start - 1] ?? '';
  if (token.notation !== 'chinese') return before === '第' ? 'ordinal' : null;
  if (
    POINTING.has(before) ||
    /(?:上述|以上|前述|以下|下列)$/.test(text.slice(token.start - 2, token.start))
  ) {
    return 'anaphora';
  }
  if (token.value === 1 && token.valueTo === null) return isCountedOne(text, token, counted) ? null : 'one';
  if (counted.unit === '个' && isSlogan(text, counted.end)) return 'name';
  if (/[一二三四五六七八九十两]/.test(before) && token.value < 10) return 'name';
  if (before === '届' || isSeries(text, token, counted.unit)) return 'ordinal';
  return null;
}

/** 一处、二处: offices named by number, the series beginning with 一. */
function isSeries(text: string, token: NumberToken, unit: string): boolean {
  return token.value === 2 && text.slice(token.start - unit.length - 2, token.start) === `一${unit}、`;
}

const EVENTS = new Set(['次', '场', '期', '轮', '场次']);

/** 一 is an article, except where a number is demanded (每年至少一次) or a length of time given (一个月内). */
function isCountedOne(text: string, token: NumberToken, counted: Candidate): boolean {
  if (counted.unit === '个月' || counted.unit.endsWith('工作日')) return true;
  const before = text.slice(Math.max(0, token.start - 16), token.start);
  const clause = before.slice(Math.max(before.search(/[^，,。；;]*$/), 0));
  if (/(?:至少|不少于|不低于)[^，,。]{0,6}$/.test(clause)) return true;
  return EVENTS.has(counted.unit) && /每(?:年|月|季度?|半年|周|个月|两年)[^，,。]{0,12}$/.test(clause);
}
