import type { StepView } from '../../../../kernel/procedure/declaration.ts';
import { words } from '../../../../kernel/procedure/declaration.ts';
import { addYuan } from '../amounts.ts';
import type { PenaltyFacts } from '../fields.ts';

/** The words of a procedure, bound to the facts of a penalty case. */
export const { step, gate } = words<PenaltyFacts>();

export type View<I = unknown> = StepView<PenaltyFacts, I>;

/** Whether a clock of the case runs or stands still: it was started and not yet stopped. */
export function open(view: View, clock: string): boolean {
  const state = view.matter?.clocks[clock];
  return state !== undefined && state.stopped === undefined;
}

/** Whether a clock of the case stands still. */
export function paused(view: View, clock: string): boolean {
  const last = view.matter?.clocks[clock]?.pauses.at(-1);
  return last !== undefined && last.to === undefined;
}

/** Whether the period of a clock has passed; true where it never ran. */
export function passed(view: View, clock: string): boolean {
  const due = view.dueOf(clock);
  return due === undefined || view.on > due;
}

/** Whether a step was taken since the last of `earlier`: what came before new facts looked at another case. */
export function takenSince(view: View, name: string, earlier: readonly string[]): boolean {
  const last = (of: string) => view.matter?.taken.findLastIndex((entry) => entry.step === of) ?? -1;
  return last(name) > Math.max(...earlier.map(last));
}

/** Fine still owed, in yuan. */
export function owed(facts: PenaltyFacts): number {
  return addYuan(facts.fine, -(facts.paid ?? 0));
}

/** Everyone who handled the case so far: whoever took a step, and the officers it names. */
export function handlers(view: View): string[] {
  const taken = view.matter?.taken.map((entry) => entry.person) ?? [];
  return [...new Set([...taken, ...(view.facts.officers ?? []), view.actor.person])];
}

/** Steps by which a person handles the case; whoever took one neither collects the fine nor reviews. */
export const handling = ['propose-filing', 'gather', 'conclude', 'decide', 'punish-on-spot'] as const;
