import type { ItemEventData } from '../../lists/item.ts';
import type { HistoryLine } from '../../lists/port.ts';
import type { Queries } from '../connection.ts';
import { type VersionRow, versionColumns, versionOf } from './as-of.ts';

type Row = VersionRow & {
  readonly on_date: string;
  readonly at: string;
  readonly person: string;
  readonly post: string;
  readonly by_unit: string;
  readonly data: ItemEventData;
};

/** Every operation on an item with who did it and on what basis, from the ledger itself. */
export async function historyOfItem(
  sql: Queries,
  region: string,
  list: string,
  code: string,
): Promise<HistoryLine[]> {
  const rows = await sql<Row[]>`
    select ${versionColumns(sql)}, e.on_date, e.at, e.person, e.post, e.unit as by_unit, e.data
    from list_item i
    join list_version v on v.region = i.region and v.list = i.list and v.code = i.code
    join event e on e.region = i.region and e.stream = i.stream and e.seq = v.seq
    where i.region = ${region} and i.list = ${list} and i.code = ${code}
    order by v.seq`;
  return rows.map(({ on_date, at, person, post, by_unit, data, ...version }) => ({
    version: versionOf(version),
    operation: version.operation,
    on: on_date,
    at,
    actor: { person, post, unit: by_unit },
    data,
  }));
}
