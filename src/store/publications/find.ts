import type { Queries } from '../connection.ts';
import { type PublishedRow, publishedColumns } from './asked.ts';

export interface FoundPublication extends PublishedRow {
  readonly status: 'published' | 'withdrawn';
  readonly withdrawn_on: string | null;
  readonly expires_on: string | null;
  readonly reason: string | null;
}

/** A publication that was made, withdrawn ones included; what is due or withheld is unknown to the public. */
export async function findPublication(
  sql: Queries,
  region: string,
  channel: string,
  matter: string,
  publication: string,
): Promise<FoundPublication | undefined> {
  const [row] = await sql<FoundPublication[]>`
    select ${publishedColumns(sql)}, p.status, p.withdrawn_on, p.expires_on, p.reason
    from publication p
    where p.region = ${region} and p.matter = ${matter} and p.publication = ${publication}
      and p.channel = ${channel} and p.status in ('published', 'withdrawn') and p.published_on is not null`;
  return row;
}
