import { addDays, chineseDate, dayNumber, type LegalDate } from '../dates.ts';
import { type FieldProblem, RefusedError } from '../errors.ts';
import { type Calendar, createCalendar, type DayInfo } from './calendar.ts';
import { checkedNotice, daysOff, type HolidayNotice, yearlyTitle } from './notice.ts';

/** A day that is another after a notice than before it. */
export interface DayChange {
  readonly date: LegalDate;
  readonly before: DayInfo;
  readonly after: DayInfo;
}

/**
 * The notices that stand after one more was entered, in the order in which they count. The same notice entered
 * again (a year's own; an amendment of the same number, or of the same title where it has none) takes the place of
 * its earlier entry, so that what amends a year goes on amending it; any other comes after those before it.
 */
export function withNotice(standing: readonly HolidayNotice[], notice: HolidayNotice): HolidayNotice[] {
  const at = standing.findIndex((other) => isSameNotice(other, notice));
  return at < 0 ? [...standing, notice] : standing.with(at, notice);
}

/** Whether two entries are of one notice. */
export function isSameNotice(a: HolidayNotice, b: HolidayNotice): boolean {
  if (a.year !== b.year || (a.amends === undefined) !== (b.amends === undefined)) return false;
  return a.amends === undefined || nameOf(a) === nameOf(b);
}

/** Whether two entries say the same of every day. */
export function isAlike(a: HolidayNotice, b: HolidayNotice): boolean {
  return isSameNotice(a, b) && contentOf(a) === contentOf(b);
}

/**
 * The notice, if it may be entered beside those that stand: an amendment needs the year's own notice, changes at
 * least one day, and makes no workday of what is one.
 * @throws RefusedError `invalid` with all problems.
 */
export function checkedAgainst(notice: HolidayNotice, standing: readonly HolidayNotice[]): HolidayNotice {
  checkedNotice(notice);
  if (notice.amends === undefined) return notice;
  const fields = amendmentProblems(notice, standing);
  if (fields.length === 0) return notice;
  throw new RefusedError({
    kind: 'invalid',
    rule: 'calendar.amendment',
    message: fields.map(({ message }) => message).join(''),
    fields,
  });
}

function amendmentProblems(notice: HolidayNotice, standing: readonly HolidayNotice[]): FieldProblem[] {
  const { year, amends } = notice;
  if (!standing.some((other) => other.year === year && other.amends === undefined)) {
    const message = `${year}年的放假通知尚未录入，没有可以调整的安排。请先录入该年的通知，再录入调整通知。`;
    return [{ path: 'year', message }];
  }
  const named = ({ source, number, amends: own }: HolidayNotice): boolean =>
    source === amends || number === amends || (own === undefined && amends === yearlyTitle(year));
  if (!standing.some((other) => other.year === year && named(other))) {
    const known = standing.filter((other) => other.year === year).map(({ source }) => `《${source}》`);
    const message = `没有录入过《${amends}》。${year}年可以调整的是${known.join('、')}。`;
    return [{ path: 'amends', message }];
  }
  const before = createCalendar(standing.filter((other) => !isSameNotice(other, notice)));
  const idle = notice.workdays.flatMap((day, at) =>
    before.isWorkday(day)
      ? [{ path: `workdays.${at}`, message: `${chineseDate(day)}本来就是工作日，无须调整，请核对日期。` }]
      : [],
  );
  if (idle.length > 0) return idle;
  return changesOf(notice, before).length > 0
    ? []
    : [{ path: 'holidays', message: '所列日期与现行安排完全相同，没有调整任何一天，请核对。' }];
}

function changesOf(notice: HolidayNotice, before: Calendar): DayChange[] {
  return dayChanges(before, createCalendar([...before.noticesBetween('1980-01-01', '2100-12-31'), notice]), [
    notice.year,
  ]);
}

/** Every day of the years, and of the last of December before each, that one calendar has otherwise than another. */
export function dayChanges(before: Calendar, after: Calendar, years: readonly number[]): DayChange[] {
  const days = new Set(
    years.flatMap((year) => daysOff({ name: '', from: `${year - 1}-12-20`, to: `${year}-12-31` })),
  );
  return [...days].sort().flatMap((date) => {
    const [was, is] = [before.dayInfo(date), after.dayInfo(date)];
    return was.workday === is.workday && was.name === is.name ? [] : [{ date, before: was, after: is }];
  });
}

/** Days that amendments made into workdays or days off, from the day after `a` to `b`, with the notice that did so. */
export function amendedDays(
  calendar: Calendar,
  a: LegalDate,
  b: LegalDate,
): { readonly date: LegalDate; readonly workday: boolean; readonly notice: HolidayNotice }[] {
  const notices = calendar.noticesBetween(a, `${Number(b.slice(0, 4)) + 1}-12-31`);
  if (!notices.some(({ amends }) => amends !== undefined)) return [];
  const last = new Map<LegalDate, HolidayNotice>();
  for (const notice of notices) {
    for (const day of [...notice.holidays.flatMap(daysOff), ...notice.workdays]) last.set(day, notice);
  }
  return [...last]
    .filter(([day, { amends }]) => amends !== undefined && day > a && day <= b)
    .sort(([x], [y]) => dayNumber(x) - dayNumber(y))
    .map(([date, notice]) => ({ date, workday: calendar.isWorkday(date), notice }));
}

/** Number of an amendment, or its title where it has none: what it is told by. */
export function nameOf({ number, source }: HolidayNotice): string {
  return number ?? source;
}

function contentOf({ source, number = '', amends = '', holidays, workdays }: HolidayNotice): string {
  const off = holidays.map(({ name, from, to }) => [name, from, to]);
  return JSON.stringify([source, number, amends, off, workdays]);
}

/** Single days as a form names them: neighbouring days off of one name become one range. */
export function singleDays(
  days: readonly { readonly date: LegalDate; readonly workday: boolean; readonly name: string }[],
): Pick<HolidayNotice, 'holidays' | 'workdays'> {
  const holidays: { name: string; from: LegalDate; to: LegalDate }[] = [];
  for (const { date, name } of days
    .filter((one) => !one.workday)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const open = holidays.at(-1);
    if (open?.name === name && addDays(open.to, 1) === date) open.to = date;
    else holidays.push({ name, from: date, to: date });
  }
  return { holidays, workdays: days.filter((one) => one.workday).map(({ date }) => date) };
}
