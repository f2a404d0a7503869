import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

/** Tasks of the work plan that a unit was given in a period, and how many of them were completed by its end. */
export interface TasksOfUnit {
  readonly unit: string;
  readonly given: number;
  readonly done: number;
}

export async function tasksByUnit(
  sql: Queries,
  region: string,
  ask: { readonly procedure: string; readonly from: LegalDate; readonly to: LegalDate },
): Promise<TasksOfUnit[]> {
  return sql<TasksOfUnit[]>`
    select unit, count(*)::int as given, count(*) filter (where closed and closed_on <= ${ask.to})::int as done
    from matter
    where region = ${region} and procedure = ${ask.procedure} and started_on between ${ask.from} and ${ask.to}
    group by 1`;
}
