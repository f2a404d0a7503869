import type { Figure } from '../reading/index.ts';

/** What became of a figure from the earlier document to the later. */
export type Movement = 'rose' | 'fell' | 'same' | 'vanished' | 'new';

export const MOVEMENT_NAMES: Readonly<Record<Movement, string>> = {
  rose: '上升',
  fell: '下降',
  same: '持平',
  vanished: '不再出现',
  new: '新出现',
};

export interface ComparedFigure {
  /** What is counted, in the words of the later document where it names it. */
  subject: string;
  unit: string;
  /** Code of the indicator; null where the two were matched by their words. */
  indicator: string | null;
  before: Figure | null;
  after: Figure | null;
  movement: Movement;
  /** `after` minus `before`, in `unit`; null where one is missing. */
  change: number | null;
  /** `change` in per cent of `before`, two decimals; null for rates, from zero, and where one is missing. */
  percent: number | null;
}

export interface Comparison {
  before: { title: string | null; date: string | null };
  after: { title: string | null; date: string | null };
  figures: ComparedFigure[];
  counts: Record<Movement, number>;
}

/** Many documents side by side: a row for each indicator with its unit, a column for each document. */
export interface ComparisonTable {
  columns: { title: string | null; issuer: string | null; date: string | null }[];
  rows: { indicator: string | null; subject: string; unit: string; cells: (Figure | null)[] }[];
}
