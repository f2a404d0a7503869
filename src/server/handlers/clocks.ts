import type { z } from 'zod';
import type { clockView } from '../../client/contract/matters.ts';
import type { Calendar } from '../../kernel/calendar/calendar.ts';
import { type ClockState, dueOf, openPause, standing, workdaysLeft } from '../../kernel/clock/index.ts';
import { markUnsure } from '../../kernel/procedure/citation.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { clockName } from '../../store/supervision/causes.ts';
import type { World } from '../world.ts';

type ClockView = z.input<typeof clockView>;

/**
 * The clocks of a matter with how each date was computed, and by which calendar: the one each stands on, which for
 * what has stopped is the one it was judged by. The running ones first, by due day.
 */
export async function clockViews(
  world: World,
  procedure: CompiledProcedure,
  state: MatterState,
  today: string,
): Promise<ClockView[]> {
  const rows = await world.sql<{ clock: string; calendar: string }[]>`
    select clock, calendar from clock where region = ${world.region.code} and matter = ${state.id}`;
  const stands = new Map(rows.map((row) => [row.clock, row.calendar]));
  return Object.values(state.clocks)
    .map((clock) => {
      const judged = world.calendars().of(stands.get(clock.clock) ?? '');
      return view(world, procedure, state, clock, { today, calendar: judged ?? world.calendar() });
    })
    .sort(
      (a, b) =>
        Number(a.stoppedOn !== undefined) - Number(b.stoppedOn !== undefined) || a.due.localeCompare(b.due),
    );
}

function view(
  world: World,
  procedure: CompiledProcedure,
  state: MatterState,
  clock: ClockState,
  { today, calendar }: { today: string; calendar: Calendar },
): ClockView {
  const due = dueOf(clock, world.law, calendar);
  const declared = procedure.declaration.clocks?.[clock.clock];
  const publication = procedure.declaration.publications?.[clock.clock.replace(/^publication:/, '')];
  const running = !clock.stopped && !(state.closed && !publication) && !openPause(clock);
  return {
    id: clock.clock,
    name: clockName(procedure, clock.clock),
    main: declared?.main ?? false,
    bindsApplicant: declared?.bindsApplicant ?? false,
    due: due.due,
    ...(due.dueAt ? { dueAt: due.dueAt } : {}),
    ...(due.promised ? { promised: due.promised } : {}),
    provisional: due.provisional,
    unverified: due.unverified,
    paused: openPause(clock) !== undefined,
    ...(clock.stopped ? { stoppedOn: clock.stopped.on, outcome: clock.stopped.outcome } : {}),
    daysLeft: running ? workdaysLeft(due.due, today, calendar) : null,
    standing: running ? standing(due.due, today, calendar, declared?.near) : null,
    ...(clock.set === undefined ? { calendar: calendarInWords(clock, due.due, calendar) } : {}),
    explain: due.lines.map(({ basis, ...line }) => ({
      ...line,
      ...(basis ? { basis: markUnsure(basis, world.law) } : {}),
    })),
  };
}

/** `2025、2026年放假通知（2026年经国办发明电〔2026〕1号调整）`: the notices of the years from the start to the due day. */
function calendarInWords({ start }: ClockState, due: string, calendar: Calendar): string {
  const notices = calendar.noticesBetween(start, due);
  const years = notices.filter(({ amends }) => amends === undefined).map(({ year }) => year);
  if (years.length === 0) return '按周末和法定节日推算';
  const amending = notices.filter(({ amends }) => amends !== undefined);
  const told = amending.map((notice) => `${notice.year}年经${notice.number ?? `《${notice.source}》`}调整`);
  return `${years.join('、')}年放假通知${told.length > 0 ? `（${told.join('；')}）` : ''}`;
}

/** Workdays left and standing of a due day as lists show them. */
export function dueColumns(
  world: World,
  row: { due: string | null; paused: boolean },
  today: string,
): { daysLeft: number | null; standing: 'on-time' | 'near' | 'late' | null } {
  if (row.due === null || row.paused) return { daysLeft: null, standing: null };
  const calendar = world.calendar();
  return { daysLeft: workdaysLeft(row.due, today, calendar), standing: standing(row.due, today, calendar) };
}
