import type { JsonObject } from '../../../kernel/ledger/json.ts';
import type { MatterState } from '../../../kernel/procedure/matter.ts';
import type { DutyRow, MeasureRow, PlanFacts, TaskRow } from './fields.ts';

/** What is fixed of a plan in one version: its tasks, who has them, what is counted. */
export interface FixedPlan {
  readonly tasks: readonly TaskRow[];
  readonly duties: readonly DutyRow[];
  readonly measures: readonly MeasureRow[];
}

export const fixedOf = (facts: PlanFacts | undefined): FixedPlan => ({
  tasks: facts?.tasks ?? [],
  duties: facts?.duties ?? [],
  measures: facts?.measures ?? [],
});

/** A task is a unit's own where it leads or is responsible; who cooperates is named in it. */
const hasTask = ({ role }: DutyRow): boolean => role !== 'cooperating';
export const keyOf = (task: string, unit: string): string => `${task}@${unit}`;

/** What a unit's task says, by task and unit: the input of the step that assigns or changes it. */
export function assignmentsOf(plan: FixedPlan): ReadonlyMap<string, JsonObject> {
  const tasks = new Map(plan.tasks.map((task) => [task.code, task]));
  const found = new Map<string, JsonObject>();
  for (const duty of plan.duties.filter(hasTask)) {
    const task = tasks.get(duty.task);
    const key = keyOf(duty.task, duty.unit);
    // A unit named as leading and as responsible leads.
    if (!task || found.get(key)?.role === 'lead') continue;
    const { code, number, part, title, text, due } = task;
    found.set(key, {
      task: code,
      number,
      ...(part === undefined ? {} : { part }),
      title,
      text,
      due,
      role: duty.role,
      partners: plan.duties
        .filter((other) => other.task === code && other.unit !== duty.unit)
        .map(({ unit, role }) => ({ unit, role })),
      measures: plan.measures
        .filter((measure) => measure.task === code)
        .map(({ task: _, ...measure }) => measure),
    });
  }
  return found;
}

/** Tasks that a version brings and the one before did not have, as inputs of `assign`. */
export function newAssignments(
  before: FixedPlan,
  after: FixedPlan,
  plan: { readonly year: number; readonly paper: string },
): JsonObject[] {
  const known = assignmentsOf(before);
  return [...assignmentsOf(after)]
    .filter(([key]) => !known.has(key))
    .map(([key, assignment]) => ({ ...assignment, unit: key.slice(key.lastIndexOf('@') + 1), ...plan }));
}

/** Units that get a task for the first time by this version: each files an implementation plan. */
export function newUnits(before: FixedPlan, after: FixedPlan): string[] {
  const unitsOf = (plan: FixedPlan) => new Set(plan.duties.filter(hasTask).map(({ unit }) => unit));
  const known = unitsOf(before);
  return [...unitsOf(after)].filter((unit) => !known.has(unit));
}

/** Whether a task as it stands already says what the plan now says. */
export function sameAsNow(child: MatterState, now: JsonObject): boolean {
  const told = (value: unknown): string => JSON.stringify(value ?? null);
  return Object.entries(now).every(([field, value]) => told(child.facts[field]) === told(value));
}
