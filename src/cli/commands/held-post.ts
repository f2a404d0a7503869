import type { LegalDate } from '../../kernel/dates.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import type { Sql } from '../../store/connection.ts';

/** Who acts from the command line, in a post of one of the kinds held on the day; the first kind goes first. */
export async function heldPost<K extends PostKindId>(
  { sql, region }: { readonly sql: Sql; readonly region: string },
  { person, kinds, on }: { readonly person: string; readonly kinds: readonly K[]; readonly on: LegalDate },
): Promise<{ person: string; name: string; post: string; kind: K; unit: string } | undefined> {
  const [held] = await sql<{ name: string; post: string; kind: K; unit: string }[]>`
    select n.name, o.id as post, o.kind, o.unit from holding h
      join post o on o.region = h.region and o.id = h.post
      join person n on n.region = h.region and n.id = h.person and n.active
     where h.region = ${region} and h.person = ${person} and o.kind = any (${[...kinds]})
       and h.from_date <= ${on} and (h.to_date is null or h.to_date >= ${on})
     order by array_position(${[...kinds]}::text[], o.kind) limit 1`;
  return held && { person, ...held };
}
