import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';

/** Matters of a procedure by the year their facts speak of, the newest first; of one year or one unit where it is named. */
export async function mattersAboutYear(
  sql: Queries,
  region: string,
  procedure: string,
  only: { readonly year?: number; readonly unit?: string } = {},
): Promise<MatterState[]> {
  const rows = await sql<{ state: MatterState }[]>`
    select state from matter
    where region = ${region} and procedure = ${procedure}
      ${only.year === undefined ? sql`` : sql`and (state -> 'facts' ->> 'year')::int = ${only.year}`}
      ${only.unit === undefined ? sql`` : sql`and unit = ${only.unit}`}
    order by (state -> 'facts' ->> 'year')::int desc, started_on desc, id desc`;
  return rows.map(({ state }) => state);
}
