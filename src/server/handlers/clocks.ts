import type { z } from 'zod';
import type { clockView } from '../../client/contract/matters.ts';
import { type ClockState, dueOf, openPause, standing, workdaysLeft } from '../../kernel/clock/index.ts';
import { markUnsure } from '../../kernel/procedure/citation.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { World } from '../world.ts';

type ClockView = z.input<typeof clockView>;

/** The clocks of a matter with how each date was computed; the running ones first, by due day. */
export function clockViews(
  world: World,
  procedure: CompiledProcedure,
  state: MatterState,
  today: string,
): ClockView[] {
  return Object.values(state.clocks)
    .map((clock) => view(world, procedure, state, clock, today))
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
  today: string,
): ClockView {
  const calendar = world.calendar();
  const due = dueOf(clock, world.law, calendar);
  const declared = procedure.declaration.clocks?.[clock.clock];
  const publication = procedure.declaration.publications?.[clock.clock.replace(/^publication:/, '')];
  const running = !clock.stopped && !(state.closed && !publication) && !openPause(clock);
  return {
    id: clock.clock,
    name: declared?.name ?? (publication ? `${publication.name}期限` : clock.clock),
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
    explain: due.lines.map(({ basis, ...line }) => ({
      ...line,
      ...(basis ? { basis: markUnsure(basis, world.law) } : {}),
    })),
  };
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
