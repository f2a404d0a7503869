import type { ReportSkeleton } from './model.ts';

/**
 * A paragraph as data. In `text`:
 * - `{penalty.decided}` is a figure with its unit, `{penalty.decided@fine}` one kind of it;
 * - `{penalty.decided~}` is its change against the year before, in words (同比增长12.3%);
 * - `[…]` is left out where a figure in it is missing or nought;
 * - `[其中::甲{a}|乙{b}::]` keeps the items that have figures, joined by 、, and is left out where none has;
 * - `{year}`, `{next}`, `{organ}` are the year, the one after and who reports.
 * Rates and changes stand in brackets only: they may have no value.
 */
export interface ParagraphTemplate {
  readonly text?: string;
  /** What may be written where the ledger holds no record of any figure of `text`: offered, not demanded. */
  readonly prompt?: string;
  /** The law wants this passage, so the report is not finished without it: the prompt stands in the text. */
  readonly required?: true;
  /** Stands only where the figure is over or under a bound: shortcomings speak from figures. */
  readonly when?:
    | { readonly slot: string; readonly over: number }
    | { readonly slot: string; readonly under: number };
}

export interface SectionTemplate {
  readonly title: string;
  readonly paragraphs: readonly ParagraphTemplate[];
}

export interface ChapterTemplate {
  readonly title: string;
  readonly paragraphs?: readonly ParagraphTemplate[];
  readonly sections?: readonly SectionTemplate[];
}

export interface ReportTemplate {
  readonly skeleton: ReportSkeleton;
  readonly title: string;
  readonly opening: readonly ParagraphTemplate[];
  readonly chapters: readonly ChapterTemplate[];
}

/** All paragraphs of a template in order. */
export function paragraphsOf(template: ReportTemplate): ParagraphTemplate[] {
  return [
    ...template.opening,
    ...template.chapters.flatMap(({ paragraphs = [], sections = [] }) => [
      ...paragraphs,
      ...sections.flatMap((section) => section.paragraphs),
    ]),
  ];
}
