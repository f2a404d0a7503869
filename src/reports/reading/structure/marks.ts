import type { NumberStyle } from '../model.ts';
import { hanNumber } from '../text/han-number.ts';

/**
 * The marks that number headings, as data. `pattern` is matched at one position only; group `number` is what
 * is printed, group `n` the numeral. `weak` marks (1，加强 · 一,加强 · 1 加强) are believed only where they
 * continue a sequence. Rank orders the styles from the outside in.
 */
export interface Mark {
  style: NumberStyle;
  rank: number;
  pattern: RegExp;
  weak: boolean;
  examples: readonly string[];
}

const HAN = '[一二三四五六七八九十百零〇]{1,4}';

/** After 一、 a second numeral that makes it an ordinal in prose: 一、二审 · 三、四季度 · 二、三产业. */
const NOT_ORDINAL_LIST = '(?![一二三四五六七八九十][、级审季线批期届轮产环读名])';

/** 一是一、二是二 is an idiom; 一是一体推进 is not. */
const NOT_IDIOM = '(?![一二三四五][、，,。；;])';

/** After a number, what makes it a quantity, a date or a rank: 3件 · 5月 · 12个. */
const COUNTER =
  '[月日年个项件次名人家万亿号时点期场份户起条批类大级部处元周天小分至到余多位所岁篇届米吨辆台套座村镇支本千百步环张]';

const mark = (style: NumberStyle, rank: number, source: string, weak: boolean, examples: string[]): Mark => ({
  style,
  rank,
  pattern: new RegExp(source, 'y'),
  weak,
  examples,
});

export const MARKS: readonly Mark[] = [
  mark('chapter', 0, `(?<number>第(?<n>${HAN}|\\d{1,2})[章编])[ :：、]?`, false, ['第一章 总则']),
  mark('chapter', 0, `(?<number>第(?<n>${HAN})部分)[ :：、]?(?!的|内容)`, false, ['第一部分：工作情况']),
  mark('division', 1, `(?<number>第(?<n>${HAN}|\\d{1,2})节)[ :：、]?`, false, ['第一节 一般规定']),
  mark('article', 2, `(?<number>第(?<n>${HAN}|\\d{1,3})条)(?:[ :：、]|(?=[^规第款项之的、，,]))`, false, [
    '第一条 为了',
  ]),
  mark('han', 3, `(?<number>(?<n>${HAN})) ?[、.．]${NOT_ORDINAL_LIST} ?`, false, [
    '一、总体要求',
    '一. 总体要求',
  ]),
  mark('han', 3, `(?<number>(?<n>${HAN}))[，,。:： ]`, true, ['一，总体要求', '一 总体要求']),
  mark('han-bracket', 4, `(?<number>[（(] ?(?<n>${HAN}) ?[）)])(?![项款目条类至])[、.．，,]? ?`, false, [
    '(一)依法履职',
    '（一）、依法履职',
  ]),
  mark('han-bracket', 4, `(?<number>(?<n>${HAN})[）)]) ?`, true, ['二)依法履职']),
  mark('han-bracket', 4, `(?<number>[（(](?<n>${HAN}))(?=[\\u4e00-\\u9fff]{4})`, true, ['（二依法履职']),
  mark('han-bracket', 4, '(?<number>(?<n>[㈠-㈩])) ?', false, ['㈠依法履职']),
  mark('arabic', 5, '(?<number>(?<n>\\d{1,3})) ?(?:[.．](?!\\d)|、(?!\\d)) ?', false, [
    '1.加强',
    '1、加强',
    '1．加强',
  ]),
  mark('arabic', 5, '(?<number>(?<n>\\d{1,3}))(?:[，,](?!\\d)| (?=[\\u4e00-\\u9fff]))', true, [
    '1，加强',
    '1 加强',
  ]),
  mark('arabic', 5, `(?<number>(?<n>\\d{1,2}))(?=[\\u4e00-\\u9fff])(?!${COUNTER})`, true, ['1加强组织领导']),
  mark('arabic', 5, '(?<number>(?<n>\\d{1,3}))[.．](?=(?:19|20)\\d{2}年|\\d{1,2}[+＋])', true, [
    '20.2026年民生实事',
    '21.5+2就业之家',
  ]),
  mark('arabic', 5, '(?<number>(?<n>[⒈-⒛])) ?', false, ['⒈加强']),
  mark('arabic-bracket', 6, '(?<number>[（(] ?(?<n>\\d{1,2}) ?[）)])(?![项款目条类至])[、.．]? ?', false, [
    '(1)加强',
    '（1）加强',
  ]),
  mark('arabic-bracket', 6, '(?<number>(?<n>\\d{1,2})[）)]) ?', true, ['2)加强']),
  mark('arabic-bracket', 6, '(?<number>(?<n>[⑴-⒇])) ?', false, ['⑴加强']),
  mark('circled', 7, '(?<number>(?<n>[①-⑳]))[、.．]? ?', false, ['①加强']),
  mark('enumerated', 8, `(?<number>(?<n>${HAN})(?:则)?是)${NOT_IDIOM}[，,：:要]?`, false, [
    '一是加强',
    '二是要加强',
  ]),
  mark('enumerated', 8, `(?<number>[第其](?<n>${HAN}))[，,：:](?![一二三四五六七八九十])`, true, [
    '第一，加强学习',
    '其一，加强学习',
  ]),
  mark('enumerated', 8, `(?<number>(?<n>${HAN})要)(?![求素点件害领闻])`, true, ['一要提高站位']),
];

/** Signs that are a numeral by themselves, each run of the Unicode table with its first sign. */
const SIGN_RUNS: readonly { first: string; last: string }[] = [
  { first: '①', last: '⑳' },
  { first: '⑴', last: '⒇' },
  { first: '⒈', last: '⒛' },
  { first: '㈠', last: '㈩' },
];

/** Value of a printed numeral: 3, 三, ③, ㈢. */
export function ordinalOf(numeral: string): number | null {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const run = SIGN_RUNS.find(({ first, last }) => numeral >= first && numeral <= last);
  return run ? numeral.charCodeAt(0) - run.first.charCodeAt(0) + 1 : hanNumber(numeral);
}

/** Words that, ending right before 一是, make it part of another word: 统一是, 唯一是, 第一是, 之一是. */
export const NOT_BEFORE_ENUMERATION = '统唯之第同单划归惟万专合十百几';
