import type { LegalDate } from '../../../kernel/dates.ts';
import type { Basis } from '../../../kernel/errors.ts';
import type { PostKindId } from '../../../kernel/identity/posts.ts';
import { type StepView, words } from '../../../kernel/procedure/declaration.ts';
import { lawBook } from '../../../law/index.ts';
import type { RequestFacts } from './fields.ts';

/** The words of a procedure, bound to the facts of a request. */
export const { step, gate } = words<RequestFacts>();

export type View<I = unknown> = StepView<RequestFacts, I>;

/** Who handles requests in a unit. */
export const handlers: readonly PostKindId[] = ['window-clerk', 'liaison', 'examiner'];

/** 《政府信息公开条例》, by article and provision. */
export function regulation(article: string, provision?: string): Basis {
  return { law: '政府信息公开条例', article, ...(provision ? { provision } : {}) };
}

/** Whether the regulation as revised in 2019 governs an act of that day. */
export const revised = (on: LegalDate): boolean => lawBook.inForce('GK1-06', on);

/** Whether a clock of the matter runs or stands still. */
export function open(view: View, clock: string): boolean {
  const state = view.matter?.clocks[clock];
  return state !== undefined && state.stopped === undefined;
}

/** Whether the period of a clock that runs has passed. */
export function passed(view: View, clock: string): boolean {
  const due = view.dueOf(clock);
  return open(view, clock) && due !== undefined && view.on > due;
}

/** Whether the step was taken before. */
export function taken(view: View, step: string): boolean {
  return view.matter?.taken.some((entry) => entry.step === step) ?? false;
}
