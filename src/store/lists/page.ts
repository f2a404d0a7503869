import type { ListPage, ListQuery } from '../../lists/port.ts';
import type { Queries } from '../connection.ts';
import { matching, type VersionRow, versionColumns, versionOf } from './as-of.ts';

/**
 * A page of the list as of a day, with the number of all that answer. Names sort as in a Chinese dictionary. The
 * page is found by keys first and fetched by them, so that a late page costs no more rows than an early one.
 */
export async function pageOfList(sql: Queries, query: ListQuery): Promise<ListPage> {
  const order = {
    code: sql`v.code`,
    name: sql`v.name collate "zh-x-icu", v.code`,
    unit: sql`v.unit, v.code`,
  }[query.sort ?? 'code'];
  const [rows, [counted]] = await Promise.all([
    sql<VersionRow[]>`
      with page as materialized (
        select v.code, v.from_date, v.seq from list_version v
        where ${matching(sql, query)}
        order by ${order} limit ${query.limit ?? 50} offset ${query.offset ?? 0}
      )
      select ${versionColumns(sql)}
      from page p
      join list_version v on v.region = ${query.region} and v.list = ${query.list}
        and v.code = p.code and v.from_date = p.from_date and v.seq = p.seq
      order by ${order}`,
    sql<{ total: number }[]>`
      select count(*)::integer as total from list_version v where ${matching(sql, query)}`,
  ]);
  return { rows: rows.map(versionOf), total: counted!.total };
}
