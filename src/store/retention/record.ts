import type { LegalDate } from '../../kernel/dates.ts';
import type { Basis } from '../../kernel/errors.ts';

/** Type of the event that says that personal values were destroyed. */
export const DESTROYED = 'retention/destroyed';

/** What the event holds: which matters and how many values, never a value or its field. */
export interface Destroyed {
  readonly procedure: string;
  readonly version: number;
  readonly years: number;
  readonly basis: Basis;
  /** Every matter was closed before this day, so that its period was over. */
  readonly closedBefore: LegalDate;
  readonly matters: readonly string[];
  readonly values: number;
}
