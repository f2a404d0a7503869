import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';
import { type PublishedRow, publishedColumns, shown } from './asked.ts';

/** The newest publications of all columns together; each column is read from the head of its index. */
export async function latestPublications(
  sql: Queries,
  region: string,
  channels: readonly string[],
  today: LegalDate,
  limit: number,
): Promise<readonly PublishedRow[]> {
  return sql<PublishedRow[]>`
    select newest.* from unnest(${channels as string[]}::text[]) c (channel)
    cross join lateral (
      select ${publishedColumns(sql)} from publication p
      where ${shown(sql, region, today)} and p.channel = c.channel
      order by p.published_on desc, p.matter limit ${limit}
    ) newest
    order by newest.published_on desc, newest.matter limit ${limit}`;
}
