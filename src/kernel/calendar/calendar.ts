import { createHash } from 'node:crypto';
import { chineseDate, dateOfDay, dayNumber, type LegalDate } from '../dates.ts';
import { RefusedError } from '../errors.ts';
import { checkedNotice, daysOff, type HolidayNotice } from './notice.ts';
import { statutoryHolidays, statutoryTable } from './statutory.ts';

/** What is known of one day. */
export interface DayInfo {
  readonly workday: boolean;
  /** Name of the holiday, or 调休上班 for an adjusted workday. */
  readonly name?: string;
  /** No official notice is entered for the year: weekends and statutory holidays only. */
  readonly provisional: boolean;
}

/** Workdays of Asia/Shanghai with the adjusted days of the official notices. All queries take constant time. */
export interface Calendar {
  /** Changes whenever the content does, e.g. `2015-2026.1f0c9a3e`. */
  readonly version: string;
  /** Last day of the last year in the unbroken run of noticed years; '' where there is no notice at all. */
  readonly noticedThrough: LegalDate;
  isWorkday(date: LegalDate): boolean;
  dayInfo(date: LegalDate): DayInfo;
  /** The n-th workday after `start` (before it, for a negative n); `start` itself for 0. */
  addWorkdays(start: LegalDate, n: number): LegalDate;
  /** Workdays after `a` up to and including `b`; negative where `b` is earlier. */
  workdaysBetween(a: LegalDate, b: LegalDate): number;
  /** `date` itself if it is a workday, else the next one. */
  rollToWorkday(date: LegalDate): LegalDate;
  /** Whether any day from `a` to `b` lies in a year without a notice. */
  isProvisional(a: LegalDate, b: LegalDate): boolean;
  /** The notices that arrange days of the years from `a` to `b`, the yearly ones before those that amend them. */
  noticesBetween(a: LegalDate, b: LegalDate): readonly HolidayNotice[];
}

const firstYear = 1980;
const lastYear = 2100;
const firstDay = dayNumber(`${firstYear}-01-01`);
const lastDay = dayNumber(`${lastYear}-12-31`);

/**
 * A calendar over the given notices, in the order in which they were issued: where two speak of one day the
 * later holds. Years without a notice follow weekends and the statutory holidays, and say so.
 * @throws RefusedError `invalid` where a notice is wrong, or a date lies outside 1980–2100.
 */
export function createCalendar(notices: readonly HolidayNotice[]): Calendar {
  notices.forEach(checkedNotice);
  const noticed = new Set(notices.filter((n) => n.amends === undefined).map((n) => n.year));
  const special = specialDays(notices, noticed);
  const { before, nth } = countWorkdays(special);

  const index = (date: LegalDate): number => {
    const day = dayNumber(date);
    if (day < firstDay || day > lastDay) {
      throw outOfRange(date);
    }
    return day - firstDay;
  };
  const workdaysBefore = (i: number): number => before[i] as number;
  const isWorkdayAt = (i: number): boolean => workdaysBefore(i + 1) > workdaysBefore(i);
  const workdayNumber = (k: number, from: LegalDate): LegalDate => {
    if (k < 0 || k >= nth.length) {
      throw outOfRange(from);
    }
    return dateOfDay(firstDay + (nth[k] as number));
  };

  return {
    version: versionOf(notices, noticed),
    noticedThrough: lastNoticedDay(noticed),
    isWorkday: (date) => isWorkdayAt(index(date)),
    dayInfo(date) {
      const i = index(date);
      const name = special.get(date);
      const provisional = !noticed.has(yearOf(date));
      return {
        workday: isWorkdayAt(i),
        ...(name === undefined ? {} : { name: name ?? '调休上班' }),
        provisional,
      };
    },
    addWorkdays(start, n) {
      const i = index(start);
      if (n === 0) {
        return start;
      }
      return workdayNumber(n > 0 ? workdaysBefore(i + 1) + n - 1 : workdaysBefore(i) + n, start);
    },
    workdaysBetween: (a, b) => workdaysBefore(index(b) + 1) - workdaysBefore(index(a) + 1),
    rollToWorkday: (date) => workdayNumber(workdaysBefore(index(date)), date),
    isProvisional(a, b) {
      for (let year = yearOf(a); year <= yearOf(b); year += 1) {
        if (!noticed.has(year)) {
          return true;
        }
      }
      return false;
    },
    noticesBetween: (a, b) => notices.filter(({ year }) => year >= yearOf(a) && year <= yearOf(b)),
  };
}

/** What a day is beyond its weekday: the name of a holiday, or null for an adjusted workday. */
type SpecialDays = Map<LegalDate, string | null>;

function specialDays(notices: readonly HolidayNotice[], noticed: ReadonlySet<number>): SpecialDays {
  const days: SpecialDays = new Map();
  for (let year = firstYear; year <= lastYear; year += 1) {
    if (!noticed.has(year)) {
      for (const [day, name] of statutoryHolidays(year)) {
        days.set(day, name);
      }
    }
  }
  for (const notice of notices) {
    for (const holiday of notice.holidays) {
      for (const day of daysOff(holiday)) {
        days.set(day, holiday.name);
      }
    }
    for (const day of notice.workdays) {
      days.set(day, null);
    }
  }
  return days;
}

/**
 * `before[i]` = workdays among the first i days of the range; `nth[k]` = the day on which the k-th workday
 * falls. Days and workdays are counted from zero.
 */
function countWorkdays(special: SpecialDays): { before: Int32Array; nth: Int32Array } {
  const length = lastDay - firstDay + 1;
  // 1970-01-01 was a Thursday: day numbers 2 and 3 modulo 7 are Saturday and Sunday.
  const work = Uint8Array.from({ length }, (_, i) =>
    (firstDay + i) % 7 === 2 || (firstDay + i) % 7 === 3 ? 0 : 1,
  );
  for (const [day, name] of special) {
    const i = dayNumber(day) - firstDay;
    if (i >= 0 && i < length) {
      work[i] = name === null ? 1 : 0;
    }
  }
  const before = new Int32Array(length + 1);
  const nth: number[] = [];
  work.forEach((isWork, i) => {
    before[i + 1] = (before[i] as number) + isWork;
    if (isWork === 1) {
      nth.push(i);
    }
  });
  return { before, nth: Int32Array.from(nth) };
}

function versionOf(notices: readonly HolidayNotice[], noticed: ReadonlySet<number>): string {
  const content = notices.map((n) => [
    n.year,
    n.amends !== undefined,
    n.holidays.map((h) => [h.name, h.from, h.to]),
    n.workdays,
  ]);
  const hash = createHash('sha256')
    .update(JSON.stringify([statutoryTable, content]))
    .digest('hex')
    .slice(0, 8);
  const years = [...noticed].sort((a, b) => a - b);
  return years.length === 0 ? `none.${hash}` : `${years[0]}-${years.at(-1)}.${hash}`;
}

function lastNoticedDay(noticed: ReadonlySet<number>): LegalDate {
  if (noticed.size === 0) {
    return '';
  }
  let year = Math.min(...noticed);
  while (noticed.has(year + 1)) {
    year += 1;
  }
  return `${year}-12-31`;
}

function yearOf(date: LegalDate): number {
  return Number(date.slice(0, 4));
}

function outOfRange(date: LegalDate): RefusedError {
  return new RefusedError({
    kind: 'invalid',
    rule: 'calendar.range',
    message: `日期${chineseDate(date)}附近超出历法范围（${firstYear}年至${lastYear}年），请核对日期。`,
  });
}
