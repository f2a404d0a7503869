import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';

/** The issued plans of a region, newest first: for what tasks were before, and for choosing a year. */
export async function issuedPlans(sql: Queries, region: string): Promise<MatterState[]> {
  const rows = await sql<{ state: MatterState }[]>`
    select state from matter
    where region = ${region} and procedure = 'work-plan' and state -> 'facts' ->> 'issuedOn' is not null
    order by (state -> 'facts' ->> 'year')::int desc, started_on desc, id desc`;
  return rows.map(({ state }) => state);
}
