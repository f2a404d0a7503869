import type { Queries } from '../connection.ts';

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
