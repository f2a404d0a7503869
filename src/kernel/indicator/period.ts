import { addDays, addMonths, chineseDate, type LegalDate } from '../dates.ts';
import { RefusedError } from '../errors.ts';

/** A period given by two months (`2024-01`) or two days, each included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** First and last day of a period given in months or in days. Throws RefusedError `invalid`. */
export function periodOf({ from, to }: Period): {
  readonly first: LegalDate;
  readonly last: LegalDate;
} {
  if (!isPeriodEnd(from) || !isPeriodEnd(to) || from.length !== to.length) {
    throw refuse('invalid', '期间应当用两个月份（如2024-01）或者两个日期（如2024-01-01）表示。');
  }
  if (from > to) throw refuse('invalid', `期间的起点${inWords(from)}晚于终点${inWords(to)}，请核对。`);
  return from.length === 7 ? { first: `${from}-01`, last: lastDayOfMonth(to) } : { first: from, last: to };
}

/** An end of a period as people write it: `2024年1月`, `2024年1月5日`. */
function inWords(end: string): string {
  return end.length === 7 ? chineseDate(`${end}-01`).replace(/1日$/, '') : chineseDate(end);
}

/** `2024-01`, `2024-02` … of a period. */
export function monthsOf(period: Period): string[] {
  const { first, last } = periodOf(period);
  const end = last.slice(0, 7);
  const months: string[] = [];
  for (let month = first.slice(0, 7); month <= end; month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    months.push(month);
  }
  return months;
}

function lastDayOfMonth(month: string): LegalDate {
  return addDays(addMonths(`${month}-01`, 1), -1);
}

function isPeriodEnd(text: string): boolean {
  if (!/^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/.test(text)) return false;
  return text.length === 7 || (text.slice(8) !== '00' && text <= lastDayOfMonth(text.slice(0, 7)));
}

function refuse(kind: 'invalid', message: string): RefusedError {
  return new RefusedError({ kind, rule: 'indicator.I5', message });
}
