import type { LegalDate } from '../../../kernel/dates.ts';

/**
 * Dates as documents print them. Examples: 2018-01-23 · 2017年6月28日 · 2020/6/1 · 2020.06.01 ·
 * 二〇一七年六月二十八日 · 2017年08月09 (a page that lost its 日).
 */
const ARABIC = /(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)\s?日?/;
const HAN =
  /([一二][一二三四五六七八九〇○零O]{3})\s?年\s?([一二三四五六七八九十]{1,2})\s?月\s?([一二三四五六七八九十]{1,3})\s?日/;

const HAN_DIGIT: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  O: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** 31 for 三十一: months and days never pass 31. */
function smallHan(printed: string): number {
  const [tens, ones] = printed.includes('十') ? printed.split('十') : ['', printed];
  const ten = printed.includes('十') ? Number(HAN_DIGIT[tens!] ?? '1') * 10 : 0;
  return ten + Number(HAN_DIGIT[ones!] ?? '0');
}

/** The legal date of year, month and day, or null where no such day exists. */
export function legalDate(year: number, month: number, day: number): LegalDate | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > lastDay) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first full date printed in `text`. */
export function findDate(text: string): { date: LegalDate; start: number; end: number } | null {
  const arabic = ARABIC.exec(text);
  if (arabic) {
    const date = legalDate(Number(arabic[1]), Number(arabic[2]), Number(arabic[3]));
    return date === null ? null : { date, start: arabic.index, end: arabic.index + arabic[0].length };
  }
  const han = HAN.exec(text);
  if (!han) return null;
  const year = Number([...han[1]!].map((char) => HAN_DIGIT[char]).join(''));
  const date = legalDate(year, smallHan(han[2]!), smallHan(han[3]!));
  return date === null ? null : { date, start: han.index, end: han.index + han[0].length };
}

/** The date of a line that holds a date and nothing else, as a signature does. */
export function dateLine(line: string): LegalDate | null {
  const trimmed = line.trim();
  if (trimmed.length > 16) return null;
  const found = findDate(trimmed);
  if (found?.start !== 0) return null;
  return found.end === trimmed.length ? found.date : null;
}

/**
 * The date of a line whose 年月日 a copy lost: 2017322 → 2017-03-22, 20171108 → 2017-11-08. Seven digits that
 * could be two dates (2017112) say nothing.
 */
export function bareDateLine(line: string): LegalDate | null {
  const digits = /^((?:19|20)\d{2})(\d{3,4})$/.exec(line.trim());
  if (!digits) return null;
  const [year, rest] = [Number(digits[1]), digits[2]!];
  const splits = rest.length === 4 ? [2] : [1, 2];
  const dates = splits.flatMap(
    (at) => legalDate(year, Number(rest.slice(0, at)), Number(rest.slice(at))) ?? [],
  );
  return dates.length === 1 ? dates[0]! : null;
}

/** Last day of a month. */
export function monthEnd(year: number, month: number): LegalDate | null {
  return legalDate(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}
