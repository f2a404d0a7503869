import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';
import { type PublishedRow, publishedColumns, shown } from './asked.ts';

/**
 * What a column of the public shows today, with the year each speaks of: the value its content gives under
 * `yearTitle`. By unit, then by day; a column of yearly papers is short and read whole.
 */
export async function publicationsWithYear(
  sql: Queries,
  ask: {
    readonly region: string;
    readonly channel: string;
    readonly today: LegalDate;
    readonly yearTitle: string;
  },
): Promise<readonly (PublishedRow & { readonly year: number | null })[]> {
  const { region, channel, today, yearTitle } = ask;
  return sql<(PublishedRow & { year: number | null })[]>`
    select ${publishedColumns(sql)},
           (select (entry ->> 1)::int from jsonb_array_elements(p.content) entry
             where entry ->> 0 = ${yearTitle} limit 1) as year
      from publication p
     where ${shown(sql, region, today)} and p.channel = ${channel}
     order by p.unit, p.published_on, p.matter`;
}
