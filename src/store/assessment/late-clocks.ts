import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

/** Legal limits of a unit that fell due in a period and were missed. */
export interface LateClocks {
  readonly unit: string;
  readonly procedure: string;
  readonly clock: string;
  readonly late: number;
}

/**
 * By unit, procedure and clock: what was stopped after its due day, and what still runs beyond it. Limits that bind
 * the other side are none of the office's.
 */
export async function lateClocks(
  sql: Queries,
  region: string,
  ask: { readonly from: LegalDate; readonly to: LegalDate; readonly today: LegalDate },
): Promise<LateClocks[]> {
  return sql<LateClocks[]>`
    select unit, procedure, clock, count(*)::int as late from clock
    where region = ${region} and due between ${ask.from} and ${ask.to} and not binds_applicant
      and (late or (stopped_on is null and not paused and due < ${ask.today}))
    group by 1, 2, 3`;
}
