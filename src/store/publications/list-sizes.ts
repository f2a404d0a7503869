import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

/** How many items stand in each list on the day. */
export async function sizesOfLists(
  sql: Queries,
  region: string,
  lists: readonly string[],
  on: LegalDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ list: string; count: number }[]>`
    select v.list, count(*)::integer as count from list_version v
    where v.region = ${region} and v.list = any (${lists as string[]}) and v.status <> 'ended'
      and v.from_date <= ${on} and (v.to_date is null or v.to_date > ${on})
    group by v.list`;
  return new Map(rows.map(({ list, count }) => [list, count]));
}
