import type { Sql } from '../connection.ts';

/** Ids as they stand in the lines of the audit, by what they name. */
export interface AuditIds {
  readonly persons: readonly string[];
  readonly posts: readonly string[];
  readonly units: readonly string[];
  readonly matters: readonly string[];
}

/** The names of what the lines of the audit tell by ids: persons, posts with their units, units, numbers of matters. */
export async function auditNames(
  sql: Sql,
  region: string,
  { persons, posts, units, matters }: AuditIds,
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from person where region = ${region} and id = any (${persons as string[]})
     union all
    select o.id, coalesce(nullif(u.short_name, ''), o.unit) || ' ' || o.name
      from post o left join unit u on u.region = o.region and u.code = o.unit
     where o.region = ${region} and o.id = any (${posts as string[]})
     union all
    select code, name from unit where region = ${region} and code = any (${units as string[]})
     union all
    select id::text, number from matter where region = ${region} and id = any (${matters as string[]}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
