import { dueOf, workdaysLeft } from '../../kernel/clock/index.ts';
import type { LegalDate } from '../../kernel/dates.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { BoardTask, Standing } from '../../yearly/work-plan/board.ts';
import type { World } from '../world.ts';

/** Workdays before the due day at which a task counts as near, as its clock declares. */
const NEAR = 10;

/** A unit's task as the board counts it. Throws nothing: a task without a clock is due on the day its facts say. */
export function boardTaskOf(world: World, task: MatterState, today: LegalDate): BoardTask {
  const clock = task.clocks.finish;
  const due = clock ? dueOf(clock, world.law, world.calendar()).due : String(task.facts.due);
  const standing = standingOf(world, task, due, today);
  const finished = standing === 'done' || standing === 'done-late';
  return {
    task: String(task.facts.task),
    part: String(task.facts.part ?? ''),
    unit: task.unit,
    due,
    standing,
    doneOn: finished ? String(task.facts.claimedOn) : null,
    percent: finished ? 100 : Number(task.facts.percent ?? 0),
  };
}

function standingOf(world: World, task: MatterState, due: LegalDate, today: LegalDate): Standing {
  const [stage] = task.stages;
  if (stage === 'done') return task.outcome === '按期完成' ? 'done' : 'done-late';
  if (stage === 'cancelled') return 'cancelled';
  if (stage === 'ended') return 'unfinished';
  if (stage === 'claimed') return 'claimed';
  if (due < today) return 'late';
  return workdaysLeft(due, today, world.calendar()) <= NEAR ? 'near' : 'running';
}
