import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { Heads } from '../../lists/context.ts';
import type { Holder, ItemState } from '../../lists/item.ts';
import type { ItemStatus } from '../../lists/operations.ts';
import type { Queries } from '../connection.ts';

interface Row {
  readonly code: string;
  readonly stream: string;
  readonly seq: number;
  readonly last_on: string;
  readonly status: ItemStatus;
  readonly kind: string;
  readonly unit: string;
  readonly item: JsonObject;
}

/** The state every named item was left in by its last operation, even one that takes effect later. */
export async function headsOfList(
  sql: Queries,
  region: string,
  list: string,
  codes: readonly string[],
): Promise<Heads> {
  const rows = await sql<Row[]>`
    select i.code, i.stream, i.seq, i.last_on, i.status, v.kind, v.unit, v.item
    from list_item i
    join list_version v on v.region = i.region and v.list = i.list and v.code = i.code and v.seq = i.seq
      and v.from_date = i.last_on
    where i.region = ${region} and i.list = ${list} and i.code = any (${codes as string[]})`;
  return new Map(rows.map((row) => [row.code, stateOf(list, row)]));
}

function stateOf(list: string, row: Row): ItemState {
  const { holder, postRegistration, ...fields } = row.item;
  return {
    list,
    code: row.code,
    stream: row.stream,
    seq: row.seq,
    status: row.status,
    lastOn: row.last_on,
    kind: row.kind,
    unit: row.unit,
    fields,
    ...(holder ? { holder: holder as Holder } : {}),
    postRegistration: postRegistration === true,
  };
}
