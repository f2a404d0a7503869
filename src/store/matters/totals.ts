import type { Sql } from '../connection.ts';
import { condition, fewThatHold, type RegisterQuery } from './register.ts';

/** Beyond as many rows nothing is added up: every one of them would have to be read. */
const MOST_ADDED = 100_000;

/** What the register's foot says of one column: the sum over every row of the query, and how many have a value. */
export interface ColumnTotal {
  readonly field: string;
  readonly sum: number;
  readonly count: number;
}

/** Sums of number fields over everything a query finds, not one page; undefined where that is too much. */
export async function registerTotals(
  sql: Sql,
  query: Omit<RegisterQuery, 'page' | 'size' | 'sort'>,
): Promise<ColumnTotal[] | undefined> {
  const where = condition(sql, query, await fewThatHold(sql, query));
  const [counted] = await sql<{ total: number }[]>`
    select count(*) as total from (select 1 from matter m where ${where} limit ${MOST_ADDED + 1}) counted`;
  if (counted!.total > MOST_ADDED) return undefined;
  const rows = await sql<{ field: string; sum: string; count: number }[]>`
    select f.field, coalesce(sum((m.state -> 'facts' -> f.field)::numeric), 0)::text as sum, count(*)::integer as count
      from matter m cross join unnest(${query.fields as string[]}::text[]) as f(field)
     where ${where} and jsonb_typeof(m.state -> 'facts' -> f.field) = 'number'
     group by f.field`;
  const found = new Map(rows.map((row) => [row.field, row]));
  return query.fields.map((field) => {
    const row = found.get(field);
    return { field, sum: Number(row?.sum ?? 0), count: row?.count ?? 0 };
  });
}
