import type { LegalDate } from '../dates.ts';

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
  /** Last day of the last year in an unbroken run of years with a notice. */
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
}
