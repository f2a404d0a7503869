import type { ItemVersion } from '../../lists/item.ts';
import type { ListQuery } from '../../lists/port.ts';
import type { Queries } from '../connection.ts';
import { matching, type VersionRow, versionColumns, versionOf } from './as-of.ts';

/** Items a batch holds. */
const BATCH = 2000;

/** Everything a query finds, in order of code. Each batch begins after the last code: no cursor is held open. */
export async function* streamList(sql: Queries, query: ListQuery): AsyncGenerator<readonly ItemVersion[]> {
  let after = '';
  for (;;) {
    const rows = await sql<VersionRow[]>`
      select ${versionColumns(sql)} from list_version v
      where ${matching(sql, query)} and v.code > ${after}
      order by v.code limit ${BATCH}`;
    if (rows.length === 0) return;
    yield rows.map(versionOf);
    after = rows.at(-1)!.code;
  }
}
