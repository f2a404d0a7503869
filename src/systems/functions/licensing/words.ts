import type { Basis } from '../../../kernel/errors.ts';
import { type StepView, words } from '../../../kernel/procedure/declaration.ts';
import type { LicenceFacts } from './fields.ts';
import type { LicenceItem } from './materials.ts';

/** The words of a procedure, bound to the facts of a licensing matter. */
export const { step, gate } = words<LicenceFacts>();

export type View<I = unknown> = StepView<LicenceFacts, I>;

/** The pinned item. Every step but a refused first one has it: a matter cannot be opened without. */
export function itemOf(view: { readonly pins: View['pins'] }): LicenceItem {
  return view.pins.item as unknown as LicenceItem;
}

/** 《行政许可法》, by article and provision. */
export function licensingLaw(article: string, provision?: string): Basis {
  return { law: '行政许可法', article, ...(provision ? { provision } : {}) };
}

/** Whether a clock of the matter runs or stands still. */
export function open(view: View, clock: string): boolean {
  const state = view.matter?.clocks[clock];
  return state !== undefined && state.stopped === undefined;
}

/** Whether the period of a clock has passed; true where it never ran. */
export function passed(view: View, clock: string): boolean {
  const due = view.dueOf(clock);
  return due === undefined || view.on > due;
}

/** Five workdays went by without a word: the law counts the application as accepted (行政许可法 art. 32). */
export function deemedAccepted(view: View): boolean {
  return open(view, 'notice') && passed(view, 'notice');
}
