import type { ListCounts, ListQuery } from '../../lists/port.ts';
import type { Queries } from '../connection.ts';
import { matching } from './as-of.ts';

/** How the items that answer divide by kind and by unit, in one pass over them. */
export async function countsOfList(sql: Queries, query: ListQuery): Promise<ListCounts> {
  const cells = await sql<{ kind: string; unit: string; count: number }[]>`
    select v.kind, v.unit, count(*)::integer as count
    from list_version v
    where ${matching(sql, query)}
    group by v.kind, v.unit`;
  return {
    kinds: totals(cells, (cell) => cell.kind).map(([kind, count]) => ({ kind, count })),
    units: totals(cells, (cell) => cell.unit).map(([unit, count]) => ({ unit, count })),
  };
}

function totals<T extends { count: number }>(
  cells: readonly T[],
  key: (cell: T) => string,
): [string, number][] {
  const sums = new Map<string, number>();
  for (const cell of cells) sums.set(key(cell), (sums.get(key(cell)) ?? 0) + cell.count);
  return [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
