import type { ClockRow } from '../../client/contract/overview.ts';
import type { LegalDate } from '../../kernel/dates.ts';
import { clockName } from '../../store/supervision/causes.ts';
import type { RunningClock } from '../../store/supervision/overdue.ts';
import { dueColumns } from '../handlers/clocks.ts';
import type { World } from '../world.ts';

/** A running clock in words. */
export function clockRow(world: World, row: RunningClock, today: LegalDate): ClockRow {
  const procedure = world.systems.registry.find(row.procedure);
  return {
    matter: row.matter,
    number: row.number,
    title: row.title,
    procedure: row.procedure,
    procedureName: procedure?.declaration.name ?? row.procedure,
    clockName: procedure ? clockName(procedure, row.clock) : row.clock,
    unitName: world.directory().shortName(row.unit),
    due: row.due,
    provisional: row.provisional,
    ...dueColumns(world, { due: row.due, paused: false }, today),
  };
}
