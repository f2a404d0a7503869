import type { FigureAsk } from '../../kernel/indicator/figure.ts';
import { suggestedSlots } from './mapping.ts';
import type { ReportSkeleton, Slot } from './model.ts';
import { askOf, slotOf, slotsOf } from './slots.ts';
import { templates } from './templates/outlines.ts';

export { type CompileInput, compileReport, refigureReport } from './compile.ts';
export { type PaperOptions, paperOf } from './document.ts';
export { suggestSlot } from './mapping.ts';
export type { Measurements } from './measure.ts';
export type * from './model.ts';
export { reportSkeletons } from './model.ts';
export { organOf } from './organ.ts';
export { blocksIn, figuresUsed, openPoints, runsOf, unmappedNumbers } from './text.ts';

/** The slots of a skeleton and the questions that fill them: those of the year first, then those of the year before. */
export function questionsOf(skeleton: ReportSkeleton, year: number, unit?: string) {
  const slots = slotsOf(templates[skeleton]);
  const asks = (of: number): FigureAsk[] => slots.map((slot) => askOf(slot, of, unit));
  return { slots, asks: [...asks(year), ...asks(year - 1)] };
}

/** Every slot some report has or a read figure may be kept for, each once. */
export function allSlots(): Slot[] {
  const used = Object.values(templates).flatMap((template) => slotsOf(template).map(({ id }) => id));
  return [...new Set([...used, ...suggestedSlots])].map(slotOf);
}
