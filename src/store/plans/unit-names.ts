import type { Instant } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

export interface ConfirmedName {
  readonly printed: string;
  readonly units: readonly string[];
}

/** What printed names stand for now. */
export async function unitNames(
  sql: Queries,
  region: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await sql<{ printed: string; units: string[] }[]>`
    select distinct on (printed) printed, units from unit_name
    where region = ${region} order by printed, confirmed_at desc`;
  return new Map(rows.map(({ printed, units }) => [printed, units]));
}

/** Remembers what names were confirmed to stand for; each name once in a call. */
export async function rememberUnitNames(
  sql: Queries,
  region: string,
  names: readonly ConfirmedName[],
  by: { readonly person: string; readonly at: Instant },
): Promise<void> {
  for (const { printed, units } of names) {
    await sql`
      insert into unit_name (region, printed, confirmed_at, units, confirmed_by)
      values (${region}, ${printed}, ${by.at}, ${units as string[]}, ${by.person}) on conflict do nothing`;
  }
}
