import { type Calendar, createCalendar } from '../kernel/calendar/calendar.ts';
import type { HolidayNotice } from '../kernel/calendar/notice.ts';
import { officialNotices } from '../kernel/calendar/notices.ts';
import type { Instant } from '../kernel/dates.ts';
import type { Queries } from './connection.ts';

interface Entered {
  readonly year: number;
  readonly notice: HolidayNotice;
  readonly entered_at: Instant;
}

/** The calendar in force: the notices the product brings, those entered later in place of them. */
export async function presentCalendar(sql: Queries): Promise<Calendar> {
  return calendarWith(await enteredNotices(sql));
}

/**
 * The calendar that was in force at any instant, so that what was judged by it can be judged again. Of a year
 * whose notice was entered twice only the last entry is known: it counts from its own time on.
 */
export async function calendarsOverTime(sql: Queries): Promise<(at: Instant) => Calendar> {
  const entered = await enteredNotices(sql);
  const times = entered.map((notice) => notice.entered_at).sort();
  const known = new Map<number, Calendar>();
  return (at) => {
    const count = times.filter((time) => time <= at).length;
    let calendar = known.get(count);
    if (!calendar) {
      calendar = calendarWith(entered.filter((notice) => notice.entered_at <= at));
      known.set(count, calendar);
    }
    return calendar;
  };
}

async function enteredNotices(sql: Queries): Promise<Entered[]> {
  const rows = await sql<Entered[]>`select year, notice, entered_at from holiday_notice order by year`;
  return [...rows];
}

function calendarWith(entered: readonly Entered[]): Calendar {
  const years = new Set(entered.map(({ year }) => year));
  const brought = officialNotices.filter((notice) => !years.has(notice.year));
  return createCalendar([...brought, ...entered.map(({ notice }) => notice)]);
}
