import type { Queries } from '../connection.ts';
import { answering, type PublicationQuery } from './asked.ts';

/** How many publications answer, by unit; the largest first. */
export async function countsOfPublications(
  sql: Queries,
  query: PublicationQuery,
): Promise<readonly { readonly unit: string; readonly count: number }[]> {
  return sql<{ unit: string; count: number }[]>`
    select p.unit, count(*)::integer as count from publication p
    where ${answering(sql, query)}
    group by p.unit order by count desc, p.unit`;
}
