import type { z } from 'zod';
import type { calendar as contract } from '../../client/contract/calendar.ts';
import { dayChanges } from '../../kernel/calendar/amendment.ts';
import { type Calendar, createCalendar } from '../../kernel/calendar/calendar.ts';
import { daysOff, type HolidayNotice } from '../../kernel/calendar/notice.ts';
import { statutoryHolidays } from '../../kernel/calendar/statutory.ts';
import { addDays, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import { type EnteredNotice, enteredNotices } from '../../store/calendars.ts';
import { type Counts, recomputeRequest } from '../../store/supervision/recompute.ts';
import type { World } from '../world.ts';
import { changeInWords } from './words.ts';

type Year = z.input<(typeof contract)['calendar.get']['response']>['years'][number];
type Amendment = Year['amendments'][number];
type Entry = NonNullable<Year['entered']>;

/** The known years as they stand after the last notice, newest first, the first year without a notice on top. */
export async function calendarYears(world: World, region: string, today: LegalDate): Promise<Year[]> {
  const { present, notices } = world.calendars();
  const entries = await entriesOf(world, region);
  const noticed = notices.filter(({ amends }) => amends === undefined).map(({ year }) => year);
  const last = Math.max(...noticed);
  const first = Math.min(...noticed);
  return Array.from({ length: last - first + 2 }, (_, back) => {
    const year = last + 1 - back;
    const workdays = present.workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`);
    const own = notices.find((notice) => notice.year === year && notice.amends === undefined);
    if (!own) return provisionalYear(year, workdays);
    const amending = notices.filter((notice) => notice.year === year && notice.amends !== undefined);
    return {
      year,
      source: own.source,
      noticed: true,
      workdays,
      ...standing(present, [own, ...amending]),
      entered: entries.get(own) ?? null,
      amendments: amending.map((notice) => amendmentOf(notice, notices, today, entries.get(notice) ?? null)),
    };
  });
}

/** The days of a year's notices as they stand: neighbouring days off of one name as one range. */
function standing(calendar: Calendar, notices: readonly HolidayNotice[]) {
  if (notices.length === 1) {
    const [{ holidays, workdays }] = notices as [HolidayNotice];
    return { holidays: holidays.map((holiday) => ({ ...holiday })), adjusted: [...workdays].sort() };
  }
  const named = notices.flatMap(({ holidays, workdays }) => [...holidays.flatMap(daysOff), ...workdays]);
  const days = [...new Set(named)].sort().map((date) => ({ date, ...calendar.dayInfo(date) }));
  return {
    holidays: ranges(days.filter(({ workday }) => !workday)),
    adjusted: days.filter(({ workday }) => workday).map(({ date }) => date),
  };
}

function ranges(days: readonly { date: LegalDate; name?: string }[]): Year['holidays'] {
  const found: { name: string; from: LegalDate; to: LegalDate }[] = [];
  for (const { date, name = '' } of days) {
    const open = found.at(-1);
    if (open?.name === name && addDays(open.to, 1) === date) open.to = date;
    else found.push({ name, from: date, to: date });
  }
  return found;
}

function amendmentOf(
  notice: HolidayNotice,
  notices: readonly HolidayNotice[],
  today: LegalDate,
  entered: Entry | null,
): Amendment {
  const at = notices.indexOf(notice);
  const [before, after] = [notices.slice(0, at), notices.slice(0, at + 1)].map(createCalendar) as [
    Calendar,
    Calendar,
  ];
  return {
    source: notice.source,
    number: notice.number ?? null,
    amends: notice.amends!,
    changes: dayChanges(before, after, [notice.year]).map((change) => changeInWords(change, today)),
    entered,
  };
}

/** The entry each standing notice comes from, with what it did to the clocks of the region. */
async function entriesOf(world: World, region: string): Promise<ReadonlyMap<HolidayNotice, Entry>> {
  const { notices } = world.calendars();
  const entered = await enteredNotices(world.sql);
  const done = await world.sql<{ id: string; outcome: Counts }[]>`
    select id, outcome from request where region = ${region} and id = any (${entered.map(recomputeRequest)})`;
  const counts = new Map(done.map(({ id, outcome }) => [id, outcome]));
  const told = (entry: EnteredNotice): Entry => {
    const { clocks = 0, moved = 0 } = counts.get(recomputeRequest(entry)) ?? {};
    const by = world.directory().knownName(entry.enteredBy) ?? entry.enteredBy;
    return { on: legalDateOf(entry.enteredAt), by, recomputed: clocks, changed: moved };
  };
  const content = JSON.stringify;
  return new Map(
    notices.flatMap((notice) => {
      const entry = entered.findLast((one) => content(one.notice) === content(notice));
      return entry ? [[notice, told(entry)] as const] : [];
    }),
  );
}

/** Until the notice comes out, weekends and the statutory holidays are all that is known. */
function provisionalYear(year: number, workdays: number): Year {
  const days = [...statutoryHolidays(year)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    year,
    source: '全国年节及纪念日放假办法（暂定）',
    noticed: false,
    workdays,
    holidays: ranges(days.map(([date, name]) => ({ date, name }))),
    adjusted: [],
    entered: null,
    amendments: [],
  };
}
