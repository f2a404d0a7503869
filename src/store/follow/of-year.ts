import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';

/** The matters of a procedure that began in a year, the newest first; those of one unit where named. */
export async function mattersOfYear(
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

/** How the matters opened by others stand: parent, unit, stage, outcome and number of findings, without their texts. */
export async function inspectionsUnder(
  sql: Queries,
  region: string,
  parents: readonly string[],
  unit?: string,
): Promise<{ parent: string; unit: string; closed: boolean; findings: number }[]> {
  return sql<{ parent: string; unit: string; closed: boolean; findings: number }[]>`
    select parent, unit, closed, coalesce(jsonb_array_length(state -> 'facts' -> 'findings'), 0) as findings
      from matter
     where region = ${region} and parent = any(${parents as string[]}::uuid[]) and procedure = 'inspection'
       ${unit === undefined ? sql`` : sql`and unit = ${unit}`}`;
}
