import type { Queries } from '../connection.ts';

/** The first seal that covers the last act on a publication: publishing, correcting or withdrawing it. */
export async function sealOfPublication(
  sql: Queries,
  region: string,
  matter: string,
  publication: string,
): Promise<{ readonly number: number; readonly at: string } | undefined> {
  const [row] = await sql<{ number: number; at: string }[]>`
    select s.number, s.sealed_at as at
    from (
      select l.index from event e
      join seal_leaf l on l.region = e.region and l.stream = e.stream and l.seq = e.seq
      where e.region = ${region} and e.stream = ${matter}
        and e.data -> 'publications' @> ${[{ id: publication }]}::jsonb
        and split_part(e.type, '/', 2) in ('$publish', '$correct', '$withdraw')
      order by e.seq desc limit 1
    ) act
    join lateral (
      select number, sealed_at from seal where region = ${region} and size > act.index
      order by size, number limit 1
    ) s on true`;
  return row;
}
