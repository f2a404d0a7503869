/** A legal day in Asia/Shanghai, `YYYY-MM-DD`. Legal time is counted in whole days (SPEC C1). */
export type LegalDate = string;

/** A point in time, ISO 8601 in UTC with milliseconds, e.g. `2024-09-27T01:02:03.000Z`. */
export type Instant = string;

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The legal day in which an instant falls. China has had no daylight saving since 1991, so UTC+8 holds. */
export function legalDateOf(instant: Instant): LegalDate {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Days since 1970-01-01 of a legal date. Throws RangeError on anything that is not a real date. */
export function dayNumber(date: LegalDate): number {
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a date: ${date}`);
  }
  return ms / DAY_MS;
}

/** Inverse of {@link dayNumber}. */
export function dateOfDay(day: number): LegalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

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

/** `2024年9月27日`. */
export function chineseDate(date: LegalDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
