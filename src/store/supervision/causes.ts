import type { Calendar } from '../../kernel/calendar/calendar.ts';
import { workdaysLeft } from '../../kernel/clock/standing.ts';
import { addDays, chineseDate, type LegalDate } from '../../kernel/dates.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { Raising } from '../../kernel/supervision/raise.ts';

/** A clock that is near its end or past it, as the sweep finds it. */
export interface DueClock {
  readonly matter: string;
  readonly clock: string;
  readonly due: LegalDate;
  readonly provisional: boolean;
}

/** `yellow` while the due day is near, `red` once it has passed. */
export type DueLevel = 'yellow' | 'red';

/** What names an alert about a clock: one for each level and due day, however often the sweep passes by. */
export function causeOf(clock: DueClock, level: DueLevel): string {
  return `${clock.matter}:${clock.clock}:${level}:${clock.due}`;
}

/** The alert a clock gives by itself; no procedure declares it (行政执法监督: 超期预警). */
export function dueAlert(
  clock: DueClock,
  level: DueLevel,
  procedure: CompiledProcedure,
  today: LegalDate,
  calendar: Calendar,
): Raising {
  const name = clockName(procedure, clock.clock);
  const day = `${chineseDate(clock.due)}${clock.provisional ? '（暂定）' : ''}`;
  const left = workdaysLeft(clock.due, today, calendar);
  const cause = causeOf(clock, level);
  if (level === 'yellow') {
    const time = left === 0 ? '今日届满' : `还有${left}个工作日`;
    const message = `“${name}”于${day}届满，${time}，请抓紧办理。`;
    return { rule: 'clock.near', name: '临近到期', level, message, cause };
  }
  const message = `“${name}”已于${day}届满，超过${-left}个工作日，请立即办理并说明原因。`;
  return { rule: 'clock.overdue', name: '办理超期', level, message, cause };
}

/** What a clock is called: its own name, or that of the publication whose days it runs. */
export function clockName(procedure: CompiledProcedure, clock: string): string {
  const { clocks, publications } = procedure.declaration;
  const publication = publications?.[clock.replace(/^publication:/, '')];
  return clocks?.[clock]?.name ?? (publication ? `${publication.name}期限` : clock);
}

/**
 * The last due day that counts as near today, for each number of workdays from 0 to `most`: so that a query can
 * compare days and need not count workdays.
 */
export function nearLimits(today: LegalDate, calendar: Calendar, most: number): LegalDate[] {
  return Array.from({ length: most + 1 }, (_, near) => addDays(calendar.addWorkdays(today, near + 1), -1));
}
