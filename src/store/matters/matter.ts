import type { LedgerEvent } from '../../kernel/ledger/event.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries, Sql } from '../connection.ts';

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
  const rows = await sql<EventRow[]>`
    select e.id, e.stream, e.seq, e.type, e.at, e.on_date, e.person, e.post, e.unit, e.request, e.data, e.personal, l.index
      from event e left join seal_leaf l on l.region = e.region and l.stream = e.stream and l.seq = e.seq
     where e.region = ${region} and e.stream = ${stream} order by e.seq`;
  return rows.map((row) => ({ ...eventOfRow(region, row), index: row.index }));
}

/** Columns of `event` as the driver gives them. */
export interface EventRow {
  readonly id: string;
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly on_date: string;
  readonly person: string;
  readonly post: string;
  readonly unit: string;
  readonly request: string;
  readonly data: JsonObject;
  readonly personal: { readonly [field: string]: string };
  readonly index: number | null;
}

export function eventOfRow(region: string, row: Omit<EventRow, 'index'>): LedgerEvent {
  return {
    id: row.id,
    region,
    stream: row.stream,
    seq: row.seq,
    type: row.type,
    at: row.at,
    on: row.on_date,
    actor: { person: row.person, post: row.post, unit: row.unit },
    request: row.request,
    data: row.data,
    personal: row.personal,
  };
}
