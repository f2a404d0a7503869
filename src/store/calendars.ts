import { withNotice } from '../kernel/calendar/amendment.ts';
import { type Calendar, createCalendar } from '../kernel/calendar/calendar.ts';
import type { HolidayNotice } from '../kernel/calendar/notice.ts';
import { officialNotices } from '../kernel/calendar/notices.ts';
import type { Instant } from '../kernel/dates.ts';
import type { Queries } from './connection.ts';

/** A notice as it was entered here; a year has as many entries as were made. */
export interface EnteredNotice {
  readonly year: number;
  /** Which entry of the year it is, from 1. */
  readonly ordinal: number;
  readonly notice: HolidayNotice;
  readonly enteredBy: string;
  readonly enteredAt: Instant;
}

/** The calendars of an installation: what holds now, and what held before. */
export interface Calendars {
  readonly present: Calendar;
  /** The notices that stand, in the order in which they count. */
  readonly notices: readonly HolidayNotice[];
  /** The calendar in force at an instant, so that what was judged by it can be judged again. */
  at(instant: Instant): Calendar;
  /** The calendar of a version that held once. */
  of(version: string): Calendar | undefined;
}

/** The calendar in force: the notices the product brings, and those entered since. */
export async function presentCalendar(sql: Queries): Promise<Calendar> {
  return (await readCalendars(sql)).present;
}

/** All calendars, present and past. */
export async function readCalendars(sql: Queries): Promise<Calendars> {
  return calendarsOf(await enteredNotices(sql));
}

/** Every entry, in the order in which they were made. */
export async function enteredNotices(sql: Queries): Promise<EnteredNotice[]> {
  const rows = await sql<EnteredNotice[]>`
    select year, ordinal, notice, entered_by as "enteredBy", entered_at as "enteredAt"
    from holiday_notice order by entered_at, year, ordinal`;
  return [...rows];
}

function calendarsOf(entered: readonly EnteredNotice[]): Calendars {
  const standing: (readonly HolidayNotice[])[] = [officialNotices];
  for (const { notice } of entered) standing.push(withNotice(standing.at(-1)!, notice));
  const built = new Map<number, Calendar>();
  const after = (count: number): Calendar => {
    const known = built.get(count);
    if (known) return known;
    const calendar = createCalendar(standing[count]!);
    built.set(count, calendar);
    return calendar;
  };
  return {
    present: after(entered.length),
    notices: standing[entered.length]!,
    at: (instant) => after(entered.filter(({ enteredAt }) => enteredAt <= instant).length),
    of: (version) =>
      standing
        .map((_, count) => entered.length - count)
        .map(after)
        .find((calendar) => calendar.version === version),
  };
}

/**
 * Writes one more entry of a year.
 * @returns the entry, or nothing where somebody entered one of that year at the same moment.
 */
export async function enterNotice(
  sql: Queries,
  entry: Omit<EnteredNotice, 'ordinal' | 'year'>,
): Promise<EnteredNotice | undefined> {
  const { notice, enteredBy, enteredAt } = entry;
  const [written] = await sql<{ ordinal: number }[]>`
    insert into holiday_notice (year, ordinal, notice, entered_by, entered_at)
    select ${notice.year}, coalesce(max(ordinal), 0) + 1, ${JSON.stringify(notice)}::text::jsonb, ${enteredBy}, ${enteredAt}
      from holiday_notice where year = ${notice.year}
    on conflict (year, ordinal) do nothing returning ordinal`;
  return written && { ...entry, year: notice.year, ordinal: written.ordinal };
}
