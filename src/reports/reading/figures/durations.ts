/**
 * 年, 月 and 日 are dates unless the sentence measures a length of time with them. 天, 小时, 分钟 and
 * 工作日 always measure and stand in the table of units.
 */
export const examples: readonly (readonly [text: string, unit: string | null])[] = [
  ['压缩至3个月', '个月'],
  ['有效期5年', '年'],
  ['连续3年', '年'],
  ['15日内办结', '日'],
  ['压缩至3日', '日'],
  ['2017年', null],
  ['近三年', null],
  ['11月', null],
  ['12月5日前', null],
];

const BEFORE_YEARS = ['连续', '有效期', '有效期为', '期限', '任期', '满', '服务年限'];

/** The unit of time at `i` behind the number that begins at `start`; null where it dates. */
export function readDuration(text: string, start: number, i: number, value: number): string | null {
  if (text.startsWith('个月', i)) return '个月';
  const char = text[i];
  if (char === '年' && value < 100) {
    if (!BEFORE_YEARS.some((word) => text.startsWith(word, start - word.length))) return null;
    return text.startsWith('年底', i) || text.startsWith('年度', i) ? null : '年';
  }
  if (char === '日' && value < 400) {
    if (datedBefore(text, start)) return null;
    const within = text[i + 1] === '内' || text.startsWith('以内', i + 1);
    return within || LIMITS.test(text.slice(Math.max(0, start - 5), start)) ? '日' : null;
  }
  return null;
}

/** 压缩至3日, 不超过15日. */
const LIMITS = /(?:压缩|缩短|减少)(?:至|到|为|了)?$|(?:不超过|不多于|不少于)$/;

/** 12月5日: a month before the number makes it a date. */
function datedBefore(text: string, start: number): boolean {
  return text[start - 1] === '月' || text[start - 1] === '-' || text.slice(start - 2, start) === '日至';
}
