import type { ListPage, ListQuery } from '../../lists/port.ts';
import type { Queries } from '../connection.ts';
import { matching, type VersionRow, versionColumns, versionOf } from './as-of.ts';

/** A page of the list as of a day, with the number of all that answer. Names sort as in a Chinese dictionary. */
export async function pageOfList(sql: Queries, query: ListQuery): Promise<ListPage> {
  const order = {
    code: sql`v.code`,
    name: sql`v.name collate "zh-x-icu", v.code`,
    unit: sql`v.unit, v.code`,
  }[query.sort ?? 'code'];
  const [rows, [counted]] = await Promise.all([
    sql<VersionRow[]>`
      select ${versionColumns(sql)} from list_version v
      where ${matching(sql, query)}
      order by ${order} limit ${query.limit ?? 50} offset ${query.offset ?? 0}`,
    sql<{ total: number }[]>`
      select count(*)::integer as total from list_version v where ${matching(sql, query)}`,
  ]);
  return { rows: rows.map(versionOf), total: counted!.total };
}
