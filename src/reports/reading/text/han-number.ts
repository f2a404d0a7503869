// Chinese numerals as headings and plans use them: 一, 十二, 二十, 两, 一百零五 — up to four digits.
// The numbers of figures have a grammar of their own (../numbers).

const DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Value of a Chinese numeral below 10,000; null where the characters form none. */
export function hanNumber(printed: string): number | null {
  if (printed === '' || printed.length > 7) return null;
  let total = 0;
  let digit: number | null = null;
  let lastScale = 10_000;
  for (const char of printed) {
    const scale = SCALE[char];
    if (scale !== undefined) {
      if (scale >= lastScale) return null;
      total += (digit ?? 1) * scale;
      lastScale = scale;
      digit = null;
      continue;
    }
    const value = DIGIT[char];
    if (value === undefined || (digit !== null && digit !== 0)) return null;
    digit = value;
  }
  return total + (digit ?? 0);
}

/** `一` for 1, `二十三` for 23; for 1 to 99, as headings print them. */
export function printHan(value: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return head + (ones === 0 && tens > 0 ? '' : digits[ones]);
}
