/** A legal day in Asia/Shanghai, `YYYY-MM-DD`. Legal time is counted in whole days (SPEC C1). */
export type LegalDate = string;

/** A point in time, ISO 8601 in UTC with milliseconds, e.g. `2024-09-27T01:02:03.000Z`. */
export type Instant = string;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const UTC_DAYTIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:0\d|1[0-5]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** The legal day in which an instant falls. China has had no daylight saving since 1991, so UTC+8 holds. */
export function legalDateOf(instant: Instant): LegalDate {
  // Before 16:00 UTC both calendars show the same day, and no date need be reckoned.
  if (UTC_DAYTIME.test(instant)) return instant.slice(0, 10);
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Days of a year before each month of the year that begins in March, where the leap day comes last. */
const BEFORE_MONTH = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337];
/** Days of four centuries, and from 0000-03-01 to 1970-01-01. */
const ERA_DAYS = 146_097;
const EPOCH = 719_468;

/** Days since 1970-01-01 of a legal date. Throws RangeError on anything that is not a real date. */
export function dayNumber(date: LegalDate): number {
  const [, y, m, d] = DATE.exec(date) ?? [];
  const month = Number(m);
  const day = Number(d);
  const year = Number(y) - (month <= 2 ? 1 : 0);
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(y), month);
  if (!real) throw new RangeError(`not a date: ${date}`);
  const days = year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return days + BEFORE_MONTH[(month + 9) % 12]! + day - 1 - EPOCH;
}

/** Inverse of {@link dayNumber}. */
export function dateOfDay(day: number): LegalDate {
  const shifted = day + EPOCH;
  const era = Math.floor(shifted / ERA_DAYS);
  const inEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(inYear - BEFORE_MONTH[fromMarch]! + 1, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `date` moved by whole days. */
export function addDays(date: LegalDate, days: number): LegalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** `date` moved by whole months; a day the target month lacks becomes its last day (民法典 art. 202). */
export function addMonths(date: LegalDate, months: number): LegalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: LegalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** `2024年9月27日`; nothing for a day that is not set. */
export function chineseDate(date: LegalDate | undefined): string {
  if (date === undefined) return '';
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
