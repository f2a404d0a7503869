import type { NumberToken } from '../numbers/index.ts';
import type { Candidate } from './candidate.ts';
import { type NoCount, noChineseCount } from './chinese-counts.ts';
import { readDuration } from './durations.ts';
import { insideName } from './names.ts';
import { INNER } from './qualifiers.ts';
import { unitless } from './unitless.ts';
import { readUnit } from './units.ts';
import { beginning, words } from './words.ts';

/** Numbers that are parts of something else, and measures of more than one kind. */
export const examples: readonly (readonly [text: string, figures: readonly string[]])[] = [
  ['诉复比为2.6:1', ['2.6:1']],
  ['9:10开会', []],
  ['落实1+3个体系', []],
  ['建成5G基站120个', ['120个']],
  ['依照第三、四条', []],
  ['取消第一、二、三批5项', ['5项']],
  ['进入前10名', []],
  ['9时30分', []],
  ['近3个月办理12件', ['12件']],
  ['实现3个100%', ['100%']],
  ['百余件,数十家,百名干部', ['100件', '10家']],
  ['八成以上', ['8成']],
  ['增长2.3倍', ['2.3倍']],
  ['装机214万千瓦', ['2140000千瓦']],
  ['新建20个500千伏项目', ['20个', '500千伏']],
  ['千亿级产业', []],
  ['连跨两个万亿元台阶', ['2个']],
  ['培育千亿元级产业', []],
  ['产值过万亿元', ['1000000000000元']],
  ['新建幼儿园200所以上', ['200所']],
  ['新建100个“15分钟服务圈”', ['100个']],
  ['做好红十字、慈善工作', []],
  ['三次产业结构优化', []],
  ['历时3个半小时', ['3.5小时']],
  ['检测点24小时运行', []],
  ['24小时内送达', ['24小时']],
  ['前景十分光明', []],
  ['占全国近三成', ['3成']],
];

/** Why a number is no figure; the reasons are the rules of the folder's README. */
export type Rejection = NoCount | 'code' | 'date' | 'article' | 'bare' | 'formula' | 'no-unit';

/**
 * Judges one number in its surroundings: a candidate, or the reason it is none. `series` tells that the number
 * continues a row of ordinals (第一、二、三批).
 */
export function judge(text: string, token: NumberToken, series: boolean): Candidate | Rejection {
  if (token.kind === 'ordinal') return 'ordinal';
  if (token.kind === 'digits') return 'code';
  if (series) return 'article';
  if (isToOne(text, token)) return candidate(token, ':1', token.end + 2, '');
  if (inFormula(text, token)) return 'formula';
  if (token.kind !== 'cardinal') return ratio(text, token);
  if (insideName(text, token.start, token.end + 1)) return 'name';
  const counted = readCounted(text, token);
  if (counted === null) return unitless(text, token);
  if (token.bare && counted.inner === '') return 'bare';
  if (counted.unit === '个' && NAMED_RATE.test(text.slice(counted.end, counted.end + 8))) return 'name';
  if (isClassOfSize(text, token, counted)) return 'name';
  if (isMoment(text, token, counted)) return 'date';
  if (token.notation !== 'chinese') return counted;
  return noChineseCount(text, token, counted) ?? counted;
}

/** 实现3个100%, 四个“1”: the number behind is what the things are called. */
const NAMED_RATE = /^(?:[“"]\d+[”"]|\d+(?:\.\d+)?(?:[%％”，,。；;、]|$))/;

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
  const half = HALF_MORE.exec(text.slice(token.end, token.end + 5));
  if (half !== null && token.valueTo === null) {
    const more = { ...token, value: token.value + 0.5 };
    return candidate(more, half[1]!, token.end + half[0].length, '');
  }
  let at = token.end;
  while (at - token.end < 2 && (text[at] === ' ' || text[at] === '\u00a0')) at += 1;
  const inner = INNER.has(text[at] ?? '') ? text[at]! : '';
  if (inner !== '') at += 1;
  const arabic = token.notation !== 'chinese' || token.value >= 10;
  const unit =
    readDuration(text, token.start, at, token.value) ??
    readUnit(text, at, arabic) ??
    (text.startsWith('成', at) && isTenths(text, token, at) ? '成' : null);
  // 千亿级: a class of size, no count of levels; 十四届: a session, where 4届 are so many.
  const graded = (unit === '级' || unit === '届') && (token.notation !== 'arabic' || token.scale > 1);
  return unit === null || graded ? null : candidate(token, unit, at + unit.length, inner);
}

/** 3个半小时, 两个半月. */
const HALF_MORE = /^个半(小时|月|工作日|钟头)/;

function candidate(token: NumberToken, unit: string, end: number, inner: string): Candidate {
  return { token, unit, end, inner };
}

/** 八成, 九成以上: tenths, where no word begins with 成. */
function isTenths(text: string, token: NumberToken, i: number): boolean {
  return token.value <= 10 && OTHER_WORD(text, i) === '';
}
const OTHER_WORD = beginning(
  words(
    '成立 成员 成效 成果 成功 成为 成本 成熟 成长 成年 成人 成绩 成交 成套 成片 成品 成文 成型 成就 成案 成都 成因 成千 成分 成册 成网 成链 成群',
  ),
);

/** 1+3+N, 5G, A4, No.12, 3号: parts of formulas, models and codes. */
function inFormula(text: string, token: NumberToken): boolean {
  const before = text[token.start - 1] ?? '';
  const after = text[token.end] ?? '';
  if (/[A-Za-z+＋#№]/.test(before) || /[A-Za-z+＋]/.test(after)) return !isMetric(text, token.end);
  if (before === '前' || (before === '每' && token.notation === 'chinese')) return true;
  return /[:：]/.test(after) && /\d/.test(text[token.end + 1] ?? '');
}

/** 2.6:1: so many to one; 9:10 is a time. */
function isToOne(text: string, token: NumberToken): boolean {
  return /^[:：∶]1(?![0-9.])/.test(text.slice(token.end, token.end + 3)) && token.notation === 'arabic';
}

/** 3km, 50kg. */
function isMetric(text: string, i: number): boolean {
  return /^(?:km|kg|mg|m²|㎡)/.test(text.slice(i, i + 2));
}

/** 两个万亿元台阶, 千亿元级产业: a size that names a class; what is counted are its members. */
function isClassOfSize(text: string, token: NumberToken, { unit, end }: Candidate): boolean {
  if (unit !== '元' || token.notation !== 'chinese') return false;
  return text[token.start - 1] === '个' || text[end] === '级';
}

/** 9时30分, 近3个月, 每2个月: moments and rhythms. */
function isMoment(text: string, token: NumberToken, counted: Candidate): boolean {
  const before = text[token.start - 1] ?? '';
  if (counted.unit === '分') return /[时点:：]/.test(before);
  return counted.unit === '个月' && /[近每]/.test(before);
}
