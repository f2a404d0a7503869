import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';
import { shown } from './asked.ts';

/** How many publications each public column shows on the day. */
export async function sizesOfChannels(
  sql: Queries,
  region: string,
  today: LegalDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ channel: string; count: number }[]>`
    select p.channel, count(*)::integer as count from publication p
    where ${shown(sql, region, today)} group by p.channel`;
  return new Map(rows.map(({ channel, count }) => [channel, count]));
}
