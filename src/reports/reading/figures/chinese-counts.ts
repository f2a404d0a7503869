import type { NumberToken } from '../numbers/index.ts';
import { isSlogan } from './names.ts';

/**
 * Numbers in characters before a measure word: most words that only look like counts live here. A rule
 * answers with the reason the number is no count.
 */
export type NoCount = 'anaphora' | 'one' | 'name' | 'ordinal';

export const examples: readonly (readonly [text: string, values: readonly number[]])[] = [
  ['制定四个文件', [4]],
  ['分三个阶段实施', [3]],
  ['围绕这三个方面', []],
  ['做好上述四项工作', []],
  ['每年至少举办一期培训', [1]],
  ['每季度召开一次会议', [1]],
  ['印发后一个月内', [1]],
  ['搭建一个平台', []],
  ['同比翻一番', [1]],
  ['下一番功夫', []],
  ['三番五次劝导', []],
  ['做到三个到位', []],
  ['二次供水单位', []],
  ['召开两次会议', [2]],
  ['九届六次全会', []],
  ['人大三次会议', []],
  ['接待一处、二处', []],
  ['推进污水处理厂三期工程', []],
  ['举办培训班三期', [3]],
  ['省委十二届十次、十一次全会', []],
  ['机制十分健全', []],
  ['每缺一项扣十分', [10]],
  ['近六成任务', [6]],
];

/** Before a number these point back or single out: 这三个, 各两名. */
const POINTING = new Set([...'这那该此其某另首近头']);
const POINTING_WORDS = /(?:上述|以上|前述|以下|下列)$/;

/** 二次, 二期 mean the second; two times is 两次. */
const SECOND = new Set(['次', '期', '批', '类', '轮', '名', '位']);

export interface Count {
  /** The unit as printed and where it ends. */
  unit: string;
  end: number;
}

export function noChineseCount(text: string, token: NumberToken, count: Count): NoCount | null {
  const before = text[token.start - 1] ?? '';
  const single = token.end - token.start === 1;
  const pointed =
    single &&
    count.unit !== '成' &&
    (POINTING.has(before) || POINTING_WORDS.test(text.slice(Math.max(0, token.start - 2), token.start)));
  if (pointed) return 'anaphora';
  // 三番五次, 一番努力; only 翻 makes a multiple of it.
  if (count.unit === '番' && before !== '翻') return 'name';
  if (token.value === 1 && token.valueTo === null)
    return isCountedOne(text, token, count.unit) ? null : 'one';
  if (count.unit === '个' && isSlogan(text, count.end)) return 'name';
  if (/[一二三四五六七八九十两]/.test(before) && token.value < 10) return 'name';
  if (count.unit === '分' && single && token.value === 10 && !/[扣加减得计为]/.test(before)) return 'name';
  const second = SECOND.has(count.unit) && text.slice(token.start, token.end) === '二';
  return second ||
    isStageOfWorks(text, token, count) ||
    isSession(text, token, count) ||
    isSeries(text, token, count.unit)
    ? 'ordinal'
    : null;
}

/** 污水处理厂三期: the third stage of a building; 培训班三期 were held three times. */
function isStageOfWorks(text: string, token: NumberToken, count: Count): boolean {
  if (count.unit !== '期' || token.value > 10) return false;
  const near = text.slice(Math.max(0, token.start - 12), token.start) + text.slice(count.end, count.end + 6);
  return !/培训|班|讲|课|论坛|活动|简报|刊|专栏|节目|举办|开展|分|印发|推出|编发|每年/.test(near);
}

/** 九届六次全会, 人大三次会议: sessions are numbered, not counted. */
function isSession(text: string, token: NumberToken, count: Count): boolean {
  const before = text[token.start - 1] ?? '';
  if (before === '届') return true;
  const meeting = /^(?:会议|全会|全体会议)/.test(text.slice(count.end, count.end + 4));
  return count.unit === '次' && meeting && /[大会委协、和及]/.test(before);
}

/** 一处、二处: offices named by number, the series beginning with 一. */
function isSeries(text: string, token: NumberToken, unit: string): boolean {
  const from = token.start - unit.length - 2;
  return token.value === 2 && from >= 0 && text.slice(from, token.start) === `一${unit}、`;
}

const EVENTS = new Set(['次', '场', '期', '轮', '场次']);

/** 一 is an article, except where a number is demanded (每年至少一次) or a length of time given (一个月内). */
function isCountedOne(text: string, token: NumberToken, unit: string): boolean {
  if (unit === '番' || unit === '个月' || unit.endsWith('工作日')) return true;
  const before = text.slice(Math.max(0, token.start - 16), token.start);
  if (/(?:至少|不少于|不低于)[^，,。；;]{0,6}$/.test(before)) return true;
  return EVENTS.has(unit) && /每(?:年|月|季度?|半年|周|个月|两年)[^，,。；;]{0,12}$/.test(before);
}
