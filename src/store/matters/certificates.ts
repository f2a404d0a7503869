import type { Certificate } from '../../kernel/identity/posts.ts';
import type { Queries } from '../connection.ts';

/** Every certificate a person holds or held; gates judge by them whether he may act on a day. */
export function certificatesHeld(sql: Queries, region: string, person: string): Promise<Certificate[]> {
  return sql<Certificate[]>`
    select h.id as person, h.name, c.unit, c.kind, c.number, c.from_date as "from", c.to_date as "to", c.scope,
           c.suspended
      from certificate c join person h on h.region = c.region and h.id = c.person
     where c.region = ${region} and c.person = ${person}`;
}

/** Number of the newest enforcement certificate of each person that has one. */
export async function certificatesOf(
  sql: Queries,
  region: string,
  persons: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql<{ person: string; number: string }[]>`
    select distinct on (person) person, number from certificate
     where region = ${region} and kind = 'enforcement' and person = any (${persons as string[]})
     order by person, to_date desc`;
  return new Map(rows.map((row) => [row.person, row.number]));
}
