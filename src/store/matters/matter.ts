import type { LedgerEvent } from '../../kernel/ledger/event.ts';
import type { JsonValue } from '../../kernel/ledger/json.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries, Sql } from '../connection.ts';
import { type EventRow, eventColumns, eventFrom } from '../sealing/events.ts';

export interface StoredEvent extends LedgerEvent {
  /** Place in the sealed log; null while no seal covers it. */
  readonly index: number | null;
}

/** A matter with its personal values and its parent's title, or undefined. */
export async function findMatter(
  sql: Queries,
  region: string,
  id: string,
): Promise<{ state: MatterState; handler: string; personal: { [field: string]: JsonValue } } | undefined> {
  const [row] = await sql<
    { state: MatterState; handler: string; personal: { [field: string]: JsonValue } | null }[]
  >`
    select m.state, m.handler,
           (select jsonb_object_agg(v.field, v.value) from (
              select distinct on (field) field, value from personal_value
               where region = ${region} and matter = ${id} order by field, event desc) v) as personal
      from matter m where m.region = ${region} and m.id = ${id}`;
  return row && { ...row, personal: row.personal ?? {} };
}

/** Matters this one opened that have not ended, in the order they were opened. */
export async function openChildrenOf(sql: Queries, region: string, parent: string): Promise<MatterState[]> {
  const rows = await sql<{ state: MatterState }[]>`
    select m.state from matter m
     where m.region = ${region} and m.parent = ${parent} and not m.closed order by m.id`;
  return rows.map(({ state }) => state);
}

/** The matter with this receipt number. */
export async function findByNumber(
  sql: Queries,
  region: string,
  number: string,
): Promise<MatterState | undefined> {
  const [row] = await sql<{ state: MatterState }[]>`
    select m.state from matter m where m.region = ${region} and m.number = ${number} limit 1`;
  return row?.state;
}

/** The record of a stream in order. */
export async function streamEvents(sql: Sql, region: string, stream: string): Promise<StoredEvent[]> {
  const rows = await sql<(EventRow & { readonly index: number | null })[]>`
    select ${eventColumns(sql)}, l.index
      from event e left join seal_leaf l on l.region = e.region and l.stream = e.stream and l.seq = e.seq
     where e.region = ${region} and e.stream = ${stream} order by e.seq`;
  return rows.map((row) => ({ ...eventFrom(row), index: row.index }));
}
