import { beginning, ending, words } from './words.ts';

/**
 * The words that leave a figure open: before the number (约, 不少于), inside it (20余万, 十几), behind the
 * unit (以上, 左右). Where several stand together the one nearest the number is kept, and 达 only when alone.
 */
export const examples: readonly (readonly [text: string, qualifier: string])[] = [
  ['发放资料6000余份', '余'],
  ['近百人', '近'],
  ['约30件', '约'],
  ['不少于2次', '不少于'],
  ['办结率达98%', '达'],
  ['压缩30%以上', '以上'],
  ['超1000人', '超'],
  ['关注人数超过1000人', '超过'],
  ['20多万件', '多'],
  ['十几家', '几'],
  ['3天以内', '以内'],
  ['12件', ''],
];

const LEADING = ending(
  words(`
  不得低于 不得少于 不得超过 不低于 不少于 不超过 不高于 不多于 不大于 不小于 不足 不到 至少 最少 最多
  超过了 超过 突破 高达 多达 达到了 达到 接近 将近 大约 大概 低于 少于 高于 多于 大于 小于 约 近 超 逾 达
  满 ≥ ≤ > <
`),
);
const WEAK = new Set(['达', '达到', '达到了', '满']);
const NORMAL: Readonly<Record<string, string>> = { 超过了: '超过', 达到了: '达到' };

export const INNER = new Set(['余', '餘', '多', '来', '几']);
const TRAILING = beginning(words('以上 以下 以内 之内 左右 上下 之多'));

/** The leading word that ends at `end`; '' for none. */
export function leadingQualifier(text: string, end: number): string {
  return LEADING(text, end);
}

export function trailingQualifier(text: string, i: number): string {
  const at = text[i] === '(' || text[i] === '（' ? i + 1 : i;
  return TRAILING(text, at);
}

export interface QualifierPlaces {
  /** Where the number begins, signs of approximation included. */
  start: number;
  /** Where the unit ends. */
  end: number;
  /** The word inside the number: 余, 多, 数. */
  vague: string;
}

export function readQualifier(text: string, places: QualifierPlaces): string {
  const leading = leadingQualifier(text, places.start);
  if (leading !== '' && !WEAK.has(leading)) return NORMAL[leading] ?? leading;
  return places.vague || trailingQualifier(text, places.end) || (NORMAL[leading] ?? leading);
}
