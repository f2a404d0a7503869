/** Lower-case Chinese digits; 〇 is the form used in dates (GB/T 15835-2011). */
const DATE_DIGITS = '〇一二三四五六七八九';
const LARGEST = 999;

/** `一`, `十`, `十一`, `一百零一`, …: the ordinals of headings and articles. Throws RangeError outside 1–999. */
export function chineseOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > LARGEST) throw new RangeError(`no heading ordinal for ${n}`);
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  if (hundreds === 0) return belowHundred(rest);
  const head = `${DATE_DIGITS[hundreds]}百`;
  if (rest === 0) return head;
  if (rest < 10) return `${head}零${DATE_DIGITS[rest]}`;
  return head + (rest < 20 ? '一' : '') + belowHundred(rest);
}

function belowHundred(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DATE_DIGITS[tens]}十`;
  return ten + (ones === 0 ? '' : DATE_DIGITS[ones]);
}

const BY_ORDINAL: ReadonlyMap<string, number> = new Map(
  Array.from({ length: LARGEST }, (_, index) => [chineseOrdinal(index + 1), index + 1]),
);

/** Inverse of {@link chineseOrdinal}; undefined for anything it does not write. */
export function parseChineseOrdinal(text: string): number | undefined {
  return BY_ORDINAL.get(text);
}

/** `二〇二四` for 2024: each digit read for itself, as in years. */
export function digitByDigit(value: string): string {
  return value.replace(/\d/g, (digit) => DATE_DIGITS[Number(digit)]!);
}
