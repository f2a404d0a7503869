import type { LegalDate } from '../kernel/dates.ts';
import { lawBook } from './index.ts';

/** What the party of an act is told about time (行政处罚法 art. 59(5), 行政许可法 art. 38). */
export interface RemedyPeriods {
  /** Days to apply for review. */
  readonly reviewDays: number;
  /** Months to sue without review. */
  readonly litigationMonths: number;
  /** Days to sue after a review decision. */
  readonly suitAfterReviewDays: number;
}

/** The periods of remedy for an act of that day: 行政复议法 and 行政诉讼法 as they stood. */
export function remedyPeriods(on: LegalDate): RemedyPeriods {
  return {
    reviewDays: amount(['FY1-02', 'FY0-02'], on),
    litigationMonths: amount(['SS-03', 'SS0-01'], on),
    suitAfterReviewDays: amount(['SS-02', 'SS0-02'], on),
  };
}

/** Whether the law in force asks for review before suit in the cases of 行政复议法 (2023) art. 23. */
export function reviewComesFirst(on: LegalDate): boolean {
  return lawBook.inForce('FY1-04', on);
}

function amount(rules: readonly [string, ...string[]], on: LegalDate): number {
  const rule = rules.find((id) => lawBook.inForce(id, on)) ?? rules[0];
  const limit = lawBook.get(rule).limit;
  if (limit === undefined) throw new Error(`law: ${rule} sets no period of remedy`);
  return limit.amount;
}
