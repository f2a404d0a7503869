import type { Queries } from '../connection.ts';
import { answering, type PublicationQuery, type PublishedRow, publishedColumns } from './asked.ts';

/** One page of a public column, newest first. */
export async function pageOfPublications(
  sql: Queries,
  query: PublicationQuery,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly PublishedRow[]> {
  return sql<PublishedRow[]>`
    select ${publishedColumns(sql)} from publication p
    where ${answering(sql, query)}
    order by p.published_on desc, p.matter limit ${limit} offset ${offset}`;
}
