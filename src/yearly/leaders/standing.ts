import type { LegalDate } from '../../kernel/dates.ts';
import type { Duty } from '../../systems/yearly/leader-duties/duties.ts';

export type DutyState = 'done' | 'running' | 'late';

export interface DutyFacts {
  readonly year: number;
  readonly today: LegalDate;
  /** What the ledger counts, in the duty's unit. */
  readonly actual: number;
  /** Evidence was brought for what the ledger cannot know. */
  readonly brought: boolean;
}

/** Last day of a duty in the year. */
export const dueOfDuty = (duty: Duty, year: number): LegalDate => `${year}-${duty.by ?? '12-31'}`;

/** How a duty stands: done by record or evidence; else late once its day has passed. */
export function standingOf(duty: Duty, { year, today, actual, brought }: DutyFacts): DutyState {
  if (actual >= duty.target || brought) return 'done';
  return today > dueOfDuty(duty, year) ? 'late' : 'running';
}
