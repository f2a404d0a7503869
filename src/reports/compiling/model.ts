import type { LegalDate } from '../../kernel/dates.ts';
import type { FigureAsk, FigureSeal } from '../../kernel/indicator/figure.ts';

/** The outlines a report can be compiled in. */
export const reportSkeletons = {
  /** Contents named by 法治政府建设与责任落实督察工作规定, art. 25. */
  'four-part': '主要举措和成效—存在的不足和原因—主要负责人履职—下一年度安排',
  'outline-2015': '按《法治政府建设实施纲要（2015—2020年）》的任务',
  'outline-2021': '按《法治政府建设实施纲要（2021—2025年）》的任务',
} as const;
export type ReportSkeleton = keyof typeof reportSkeletons;

/** A place for a figure: `penalty.decided`, or one kind of it `penalty.decided@fine`. */
export interface Slot {
  readonly id: string;
  readonly indicator: string;
  readonly kind?: string;
}

/** A figure somebody returned or that a published document states, as the compiler needs it. */
export interface Returned {
  /** Slot it is a value of. */
  readonly slot: string;
  readonly value: number;
  /** A value in % is a percentage; every other one is in the unit itself, never in 万. */
  readonly unit: string;
  /** Title of the document. */
  readonly document: string;
  /** Heading it stands under. */
  readonly section: string;
  /** The sentence it stands in. */
  readonly text: string;
  /** Who confirmed it. */
  readonly by: string;
}

/** Value of the year before. */
export interface Previous {
  readonly value: number;
  readonly text: string;
  /** From the records, or as the report of that year stated it. */
  readonly source: 'computed' | 'returned';
  readonly document?: string;
}

/** A figure of a draft with all that a reader may ask of it. */
export interface DraftFigure {
  /** Slot id; with `~` at its end, the change against the year before. */
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** A rate and a change of counts are shares of one; a change of rates is a difference of shares. */
  readonly value: number;
  /** As printed: 1028件, 1719.42万元, 同比增长12.3%. */
  readonly text: string;
  readonly definition: string;
  /** The question by which its records are opened. */
  readonly ask: FigureAsk;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly previous?: Previous;
  readonly source: 'computed' | 'returned';
  readonly returned?: Omit<Returned, 'slot'>;
  /** The year was not over when the seal was made. */
  readonly provisional: boolean;
}

/**
 * A paragraph whose text holds `{{id}}` where a figure stands, a heading within a chapter, a passage the clerk has
 * to write (its text says what belongs there), or a table: its text is the caption, its first row the head.
 */
export type DraftBlock =
  | { readonly kind: 'paragraph' | 'heading' | 'todo'; readonly text: string }
  | { readonly kind: 'table'; readonly text: string; readonly rows: readonly (readonly string[])[] };

export interface DraftChapter {
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
  /** What such a chapter often says beyond what the ledger holds. Not printed; the clerk may take it up. */
  readonly hints?: readonly string[];
}

/** A finding of the auditor that a person answered for: the words stand as they are, and this is why. */
export interface Explanation {
  readonly code: string;
  /** The words the finding points at, and the paragraph they stand in: another wording is another finding. */
  readonly text: string;
  readonly context: string;
  readonly reason: string;
  readonly by: string;
  readonly on: LegalDate;
}

/** A figure that could not be given, and why. What did not happen in a register that is kept is a figure, not missing. */
export interface MissingFigure {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

/** What a clerk should look at before the report goes on. */
export interface Remark {
  readonly id: string;
  readonly message: string;
}

/** What the figures came to, apart from the text they stand in. */
export interface Measured {
  readonly figures: readonly DraftFigure[];
  /** Slots of the template and how many of them have a figure without anybody typing one. */
  readonly coverage?: { readonly slots: number; readonly filled: number };
  readonly missing: readonly MissingFigure[];
  /** Values that changed more than a reader would believe without a word. */
  readonly jumps: readonly Remark[];
  /** Last year's published value and the one computed now differ. */
  readonly conflicts: readonly Remark[];
  /** The seal every computed figure stands on; null while nothing is sealed. */
  readonly seal: FigureSeal | null;
}

export interface ReportDraft extends Measured {
  readonly title: string;
  readonly year: number;
  readonly skeleton: ReportSkeleton;
  /** Who reports: the government of the zone, or one unit. */
  readonly organ: string;
  readonly unit?: string;
  /** Salutation and what introduces the chapters. */
  readonly opening: readonly DraftBlock[];
  readonly chapters: readonly DraftChapter[];
  readonly explained?: readonly Explanation[];
}

/** Day, number and addressee with which a draft becomes a paper. */
export interface Issue {
  readonly date: LegalDate;
  readonly recipients?: string;
  readonly number?: string;
  readonly signers?: readonly string[];
}
