import type { Calendar } from '../calendar/calendar.ts';
import { addDays, addMonths, dayNumber, type Instant, type LegalDate } from '../dates.ts';
import type { Limit } from './law.ts';

/** Days that do not count: from `from` up to the day before `to`. */
export interface Standstill {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

/** How long something lasts, added up: consecutive limits of one unit are one limit (SPEC C11). */
export function addedUp(limits: readonly Limit[]): Limit[] {
  const sums: Limit[] = [];
  for (const limit of limits) {
    const last = sums.at(-1);
    if (last?.unit === limit.unit) {
      sums[sums.length - 1] = { unit: limit.unit, amount: last.amount + limit.amount };
    } else {
      sums.push(limit);
    }
  }
  return sums;
}

/**
 * The last day of a period before any rolling: the day on which `limit` is full, counted from the day after
 * `from`, days of standstill left out (SPEC C7–C10). `standstills` are in order and do not overlap.
 */
export function lastDayOf(
  from: LegalDate,
  limit: Limit,
  standstills: readonly Standstill[],
  calendar: Calendar,
): LegalDate {
  const counting = limit.unit === 'workday' ? inWorkdays(calendar) : inDays;
  let last = counting.add(from, limit.unit === 'workday' ? limit.amount : daysIn(from, limit));
  const first = addDays(from, 1);
  for (const still of standstills) {
    const begins = still.from > first ? still.from : first;
    if (begins <= last && still.to > begins) {
      last = counting.add(last, counting.between(begins, still.to));
    }
  }
  return last;
}

/** The day a period ends by law: a workday on which the clock does not stand still (SPEC C9, C10). */
export function rolled(last: LegalDate, standstills: readonly Standstill[], calendar: Calendar): LegalDate {
  let day = calendar.rollToWorkday(last);
  for (const still of standstills) {
    if (still.from <= day && day < still.to) {
      day = calendar.rollToWorkday(still.to);
    }
  }
  return day;
}

/** The instant at which a number of hours is full; legal days of standstill are left out (SPEC C12). */
export function afterHours(from: Instant, hours: number, standstills: readonly Standstill[]): Instant {
  const begin = Date.parse(from);
  let end = begin + hours * hourMs;
  for (const still of standstills) {
    const begins = Math.max(begin, midnight(still.from));
    const ends = midnight(still.to);
    if (begins < end && ends > begins) {
      end += ends - begins;
    }
  }
  return new Date(end).toISOString();
}

/** Two ways to count: `between` counts from `a` up to the day before `b`. */
interface Counting {
  add(day: LegalDate, n: number): LegalDate;
  between(a: LegalDate, b: LegalDate): number;
}

const inDays: Counting = { add: addDays, between: (a, b) => dayNumber(b) - dayNumber(a) };

function inWorkdays(calendar: Calendar): Counting {
  return {
    add: calendar.addWorkdays,
    between: (a, b) => calendar.workdaysBetween(addDays(a, -1), addDays(b, -1)),
  };
}

/** Calendar days in a limit of days, months or years that begins after `from`. */
function daysIn(from: LegalDate, limit: Limit): number {
  const months = { day: 0, month: 1, year: 12, workday: 0, hour: 0 }[limit.unit];
  return months === 0 ? limit.amount : dayNumber(addMonths(from, limit.amount * months)) - dayNumber(from);
}

const hourMs = 3_600_000;

function midnight(day: LegalDate): number {
  return Date.parse(`${day}T00:00:00.000+08:00`);
}
