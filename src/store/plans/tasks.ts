import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';

/** Everything a plan opened that is still open or has ended: tasks and implementation plans of its units. */
export async function mattersOfPlan(
  sql: Queries,
  region: string,
  plan: string,
  unit?: string,
): Promise<MatterState[]> {
  const rows = await sql<{ state: MatterState }[]>`
    select state from matter
    where region = ${region} and parent = ${plan} ${unit === undefined ? sql`` : sql`and unit = ${unit}`}
    order by id`;
  return rows.map(({ state }) => state);
}

/** The matters of a procedure that are open, e.g. reminders; those of one unit where named. */
export async function openMattersOf(
  sql: Queries,
  region: string,
  procedure: string,
  unit?: string,
): Promise<MatterState[]> {
  const rows = await sql<{ state: MatterState }[]>`
    select state from matter
    where region = ${region} and procedure = ${procedure} and not closed
      ${unit === undefined ? sql`` : sql`and unit = ${unit}`}
    order by started_on, id`;
  return rows.map(({ state }) => state);
}

/** The issued plans of a region, newest first: for what tasks were before, and for choosing a year. */
export async function issuedPlans(sql: Queries, region: string): Promise<MatterState[]> {
  const rows = await sql<{ state: MatterState }[]>`
    select state from matter
    where region = ${region} and procedure = 'work-plan' and state -> 'facts' ->> 'issuedOn' is not null
    order by (state -> 'facts' ->> 'year')::int desc, started_on desc, id desc`;
  return rows.map(({ state }) => state);
}
