import type { Queries } from '../connection.ts';

/** The inspections that campaigns opened, with how many findings each has, without their texts. */
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
