import type { Buffer } from 'node:buffer';
import type { LedgerEvent } from '../../kernel/ledger/event.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { toHex } from '../../kernel/ledger/sm3.ts';
import type { Queries } from '../connection.ts';

/** An event as the columns of its row give it. */
export interface EventRow {
  readonly region: string;
  readonly year: number;
  readonly stream: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly on_date: string;
  readonly person: string;
  readonly post: string;
  readonly unit: string;
  readonly request: string;
  readonly data: JsonObject;
  readonly personal: { readonly [field: string]: string };
  readonly salt: Buffer;
  readonly leaf: Buffer;
}

/** All that an event consists of, of the table `e`: what {@link eventFrom} reads. */
export function contentColumns(sql: Queries) {
  return sql`e.region, e.year, e.stream, e.seq, e.id, e.type, e.at, e.on_date, e.person, e.post, e.unit, e.request,
    e.data, e.personal, e.salt`;
}

/** The columns of {@link EventRow}, of the table `e`. */
export function eventColumns(sql: Queries) {
  return sql`${contentColumns(sql)}, e.leaf`;
}

/** The event itself: every column but `year`, which only says where the row lies. */
export function eventFrom(row: Omit<EventRow, 'leaf'>): LedgerEvent {
  return {
    id: row.id,
    region: row.region,
    stream: row.stream,
    seq: row.seq,
    type: row.type,
    at: row.at,
    on: row.on_date,
    actor: { person: row.person, post: row.post, unit: row.unit },
    request: row.request,
    data: row.data,
    personal: row.personal,
    salt: toHex(row.salt),
  };
}
