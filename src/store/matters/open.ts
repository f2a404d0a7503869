import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';

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
