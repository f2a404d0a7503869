/** Lower-case Chinese digits; 〇 is the form used in dates (GB/T 15835-2011, 5.2). */
const DATE_DIGITS = '〇一二三四五六七八九';

/** `一`, `十`, `十一`, `二十`, … `九十九`: the ordinals of headings and articles. Throws RangeError outside 1–99. */
export function chineseOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`no heading ordinal for ${n}`);
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DATE_DIGITS[tens]}十`;
  return ten + (ones === 0 ? '' : DATE_DIGITS[ones]);
}

/** Inverse of {@link chineseOrdinal}; undefined for anything it does not write. */
export function parseChineseOrdinal(text: string): number | undefined {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!match || text === '') return undefined;
  const [, lead = '', ten = '', tail = ''] = match;
  const value = ten
    ? (lead ? DATE_DIGITS.indexOf(lead) : 1) * 10 + (tail ? DATE_DIGITS.indexOf(tail) : 0)
    : DATE_DIGITS.indexOf(lead + tail);
  return value > 0 && chineseOrdinal(value) === text ? value : undefined;
}

/** `二〇二四` for 2024: each digit read for itself, as in years. */
export function digitByDigit(value: string): string {
  return value.replace(/\d/g, (digit) => DATE_DIGITS[Number(digit)]!);
}
