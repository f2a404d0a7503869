import type { IndicatorCatalogue } from '../../kernel/indicator/catalogue.ts';
import type { FigureAsk } from '../../kernel/indicator/figure.ts';
import type { ReportDraft, ReportSkeleton, Slot } from './model.ts';
import { askOf, slotOf, slotsOf, slotsUsed } from './slots.ts';
import { templates } from './templates/outlines.ts';
import { blocksIn, textsOf } from './text.ts';

export { type CompileInput, compileReport, refigureReport } from './compile.ts';
export { type PaperOptions, paperOf } from './document.ts';
export { figureText } from './format.ts';
export { suggestSlot } from './mapping.ts';
export type { Measurements } from './measure.ts';
export type * from './model.ts';
export { reportSkeletons } from './model.ts';
export { organOf } from './organ.ts';
export { askOf } from './slots.ts';
export {
  blocksIn,
  figuresUsed,
  openPoints,
  printedText,
  textsOf,
  unknownFigures,
  unmappedNumbers,
} from './text.ts';

export interface Questioning {
  readonly skeleton: ReportSkeleton;
  readonly year: number;
  readonly unit?: string;
  /** Whether the product has such an indicator: what no system counts cannot be asked for. */
  readonly knows: (indicator: string) => boolean;
  /** Slots a clerk put in beyond those of the template. */
  readonly more?: readonly Slot[];
}

/** The slots of a report and the questions that fill them: those of the year first, then those of the year before. */
export function questionsOf({ skeleton, year, unit, knows, more = [] }: Questioning) {
  const own = slotsOf(templates[skeleton]);
  const known = new Set(own.map(({ id }) => id));
  const slots = [...own, ...more.filter(({ id }) => !known.has(id))].filter(({ indicator }) =>
    knows(indicator),
  );
  const asks = (of: number): FigureAsk[] => slots.map((slot) => askOf(slot, of, unit));
  return { slots, asks: [...asks(year), ...asks(year - 1)] };
}

/** Slots the text of a draft uses, so that figures a clerk put in are measured with those of the template. */
export function slotsInDraft(draft: Pick<ReportDraft, 'opening' | 'chapters'>): Slot[] {
  return slotsUsed(blocksIn(draft).flatMap(textsOf));
}

/**
 * Every slot a figure can stand in or be kept for: each indicator, and each of its kinds. What has no unit is a vessel
 * for values of many sorts, whose sum says nothing.
 */
export function allSlots(catalogue: IndicatorCatalogue): Slot[] {
  const counted = catalogue.all.filter(({ unit }) => unit !== '');
  return counted.flatMap(({ id, kinds = {} }) => [
    slotOf(id),
    ...Object.keys(kinds).map((kind) => slotOf(`${id}@${kind}`)),
  ]);
}
