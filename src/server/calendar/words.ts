import type { DayChange } from '../../kernel/calendar/amendment.ts';
import type { DayInfo } from '../../kernel/calendar/calendar.ts';
import { type LegalDate, weekday } from '../../kernel/dates.ts';

/** A changed day as screens and the command line tell it. */
export function changeInWords({ date, before, after }: DayChange, today: LegalDate) {
  return { date, before: dayInWords(date, before), after: dayInWords(date, after), past: date < today };
}

/** `工作日`, `周末`, `放假（国庆节）`, `调休上班`. */
function dayInWords(date: LegalDate, { workday, name }: DayInfo): string {
  if (workday) return name ?? '工作日';
  if (name !== undefined) return `放假（${name}）`;
  return weekday(date) === 6 ? '周六' : '周日';
}
