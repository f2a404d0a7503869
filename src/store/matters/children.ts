import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';

/** All matters another one opened, ended ones too; of one unit where it is named. */
export async function childrenOf(
  sql: Queries,
  region: string,
  parent: string,
  unit?: string,
): Promise<MatterState[]> {
  const rows = await sql<{ state: MatterState }[]>`
    select state from matter
    where region = ${region} and parent = ${parent} ${unit === undefined ? sql`` : sql`and unit = ${unit}`}
    order by id`;
  return rows.map(({ state }) => state);
}
