import type { Instant } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

export interface NewUpload {
  readonly region: string;
  readonly sm3: string;
  /** In bytes. */
  readonly size: number;
  /** Media type. */
  readonly type: string;
  readonly person: string;
  readonly at: Instant;
}

/** Keeps that a person brought a file up. The same bytes may be brought by several: the file is one, the bringers are many. */
export async function keepUpload(sql: Queries, { person, ...file }: NewUpload): Promise<void> {
  const { region, sm3, at } = file;
  await sql`
    with kept as (insert into file ${sql(file)} on conflict do nothing)
    insert into file_upload ${sql({ region, sm3, person, at })} on conflict do nothing`;
}

export interface KeptFile {
  readonly sm3: string;
  readonly size: number;
  /** The person brought these very bytes up himself. */
  readonly brought: boolean;
}

/** Which of the digests are kept in the region, and which of them the person brought. */
export async function keptFiles(
  sql: Queries,
  where: { readonly region: string; readonly person: string; readonly sm3s: readonly string[] },
): Promise<readonly KeptFile[]> {
  return sql<KeptFile[]>`
    select f.sm3, f.size, u.person is not null as brought
      from file f
      left join file_upload u on u.region = f.region and u.sm3 = f.sm3 and u.person = ${where.person}
     where f.region = ${where.region} and f.sm3 = any (${where.sm3s as string[]})`;
}
