import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';

/** The matters of a procedure that began in a year, the newest first; those of one unit where named. */
export async function mattersBegunIn(
  sql: Queries,
  region: string,
  procedure: string,
  { year, unit }: { readonly year: number; readonly unit?: string | undefined },
): Promise<MatterState[]> {
  const rows = await sql<{ state: MatterState }[]>`
    select state from matter
    where region = ${region} and procedure = ${procedure}
      and started_on between ${`${year}-01-01`} and ${`${year}-12-31`}
      ${unit === undefined ? sql`` : sql`and unit = ${unit}`}
    order by started_on desc, id desc`;
  return rows.map(({ state }) => state);
}
