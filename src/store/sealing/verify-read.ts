import type { Buffer } from 'node:buffer';
import { toHex } from '../../kernel/ledger/sm3.ts';
import type { Checkpoint } from '../../kernel/seal/index.ts';
import type { Queries } from '../connection.ts';
import { checkpointOf, type SealRow } from './checkpoints.ts';
import { type EventRow, eventColumns } from './events.ts';

/** Columns of an event that may be gone. */
type PerhapsEvent = { readonly [K in keyof EventRow]: EventRow[K] | null };

/** A leaf in the sealed order with the event it stands for. */
export interface SealedRow extends PerhapsEvent {
  readonly index: number;
  readonly leaf_event: string;
  readonly leaf_stream: string;
  readonly leaf_seq: number;
  /** The column holds no more than the milliseconds an event has. */
  readonly exact: boolean | null;
}

/** An event in the queue for the next seal. */
export interface PendingRow extends PerhapsEvent {
  readonly leaf_event: string;
  readonly leaf_stream: string;
  readonly leaf_seq: number;
  readonly exact: boolean | null;
  readonly pending_leaf: Buffer;
}

/** A personal value that is still here, with its digest's ingredients. */
export interface PersonalRow {
  readonly event: string;
  readonly field: string;
  readonly salt: string;
  readonly value: null | boolean | number | string;
}

/** Rows of one batch, in order, with the personal values of their events. */
export interface Batch<R> {
  readonly rows: readonly R[];
  readonly personal: ReadonlyMap<string, readonly PersonalRow[]>;
}

/** Leaves a batch: enough to make the round trip small, few enough to keep memory flat. A multiple of 256. */
export const BATCH = 4096;

const exactTime = (sql: Queries) => sql`e.at = date_trunc('milliseconds', e.at) as exact`;

/** Events are looked up by key while this is on; a plan that reads the whole table for every batch must not be chosen. */
export async function lookUpByKey(tx: Queries, on: boolean): Promise<void> {
  const other = on ? 'off' : 'on';
  await tx`select set_config('enable_hashjoin', ${other}, true), set_config('enable_mergejoin', ${other}, true)`;
}

/** The leaves from `from` on, in order. */
export async function sealedBatch(sql: Queries, region: string, from: number): Promise<Batch<SealedRow>> {
  const range = sql`l.region = ${region} and l.index >= ${from} and l.index < ${from + BATCH}`;
  const [rows, personal] = await Promise.all([
    sql<SealedRow[]>`
      select l.index, l.event as leaf_event, l.stream as leaf_stream, l.seq as leaf_seq, ${eventColumns(sql)},
             ${exactTime(sql)}
      from seal_leaf l
      left join event e on e.region = l.region and e.stream = l.stream and e.seq = l.seq and e.year = l.year
      where ${range} order by l.index`,
    sql<PersonalRow[]>`
      select v.event, v.field, v.salt, v.value
      from seal_leaf l join personal_value v on v.region = l.region and v.event = l.event where ${range}`,
  ]);
  return { rows, personal: byEvent(personal) };
}

/** The next events of the queue after id `after`. */
export async function pendingBatch(sql: Queries, region: string, after: string): Promise<Batch<PendingRow>> {
  const rows = await sql<PendingRow[]>`
    select p.id as leaf_event, p.stream as leaf_stream, p.seq as leaf_seq, p.leaf as pending_leaf,
           ${eventColumns(sql)}, ${exactTime(sql)}
    from event_pending p
    left join event e on e.region = p.region and e.stream = p.stream and e.seq = p.seq and e.year = p.year
    where p.region = ${region} and p.id > ${after} order by p.id limit ${BATCH}`;
  const personal = await sql<PersonalRow[]>`
    select event, field, salt, value from personal_value
    where region = ${region} and event = any (${rows.map((row) => row.leaf_event)}::uuid[])`;
  return { rows, personal: byEvent(personal) };
}

/** A seal with what its row says of its own hash. */
export interface StoredSeal {
  readonly checkpoint: Checkpoint;
  readonly hash: string;
}

/** Seals of a region in order. */
export async function* sealsInOrder(sql: Queries, region: string): AsyncGenerator<StoredSeal> {
  for (let after = 0; ; ) {
    const rows = await sql<SealRow[]>`
      select region, number, size, root, previous, hash, sealed_at from seal
      where region = ${region} and number > ${after} order by number limit ${BATCH}`;
    for (const row of rows) yield { checkpoint: checkpointOf(row), hash: toHex(row.hash) };
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}

function byEvent(rows: readonly PersonalRow[]): Map<string, PersonalRow[]> {
  return Map.groupBy(rows, (row) => row.event);
}
