import type { Calendar } from '../calendar/calendar.ts';
import type { LegalDate } from '../dates.ts';

/** How a clock stands on a day: `near` = few workdays left, `late` = the due day has passed. */
export type Standing = 'on-time' | 'near' | 'late';

/** Workdays left before a clock counts as near, where nothing else is declared. */
export const nearWorkdays = 3;

/**
 * Workdays left after `today` up to the due day: 0 on the due day, negative when late. Lateness begins with
 * the day after the due day, also where that day is no workday.
 */
export function workdaysLeft(due: LegalDate, today: LegalDate, calendar: Calendar): number {
  const left = calendar.workdaysBetween(today, due);
  return today > due ? Math.min(left, -1) : left;
}

/** @param near workdays left at which a clock becomes near. */
export function standing(
  due: LegalDate,
  today: LegalDate,
  calendar: Calendar,
  near = nearWorkdays,
): Standing {
  const left = workdaysLeft(due, today, calendar);
  if (left < 0) {
    return 'late';
  }
  return left <= near ? 'near' : 'on-time';
}
