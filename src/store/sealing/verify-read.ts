import { toHex } from '../../kernel/ledger/sm3.ts';
import type { Checkpoint } from '../../kernel/seal/index.ts';
import type { Queries } from '../connection.ts';
import { checkpointOf, type SealRow } from './checkpoints.ts';
import { contentColumns, type EventRow } from './events.ts';

/** A personal value that is still here, with its digest's ingredients. */
export interface PersonalRow {
  readonly field: string;
  readonly salt: string;
  readonly value: null | boolean | number | string;
}

/** An event as it is checked; its leaf in hexadecimal, as it is computed. */
export type CheckedEvent = Omit<EventRow, 'leaf'> & {
  readonly leaf: string;
  /** The time holds no more than the milliseconds an event has. */
  readonly exact: boolean;
};

/** Columns of an event that may be gone. */
type PerhapsEvent = { readonly [K in keyof CheckedEvent]: CheckedEvent[K] | null };

/** What stands where an event should be. */
export interface CheckedRow extends PerhapsEvent {
  readonly leaf_event: string;
  readonly leaf_stream: string;
  readonly leaf_seq: number;
  /** Looked up where the event carries digests or is gone; that there are no others shows in their number. */
  readonly values: readonly PersonalRow[] | null;
}

/** A leaf in the sealed order with the event it stands for. */
export interface SealedRow extends CheckedRow {
  readonly index: number;
}

/** An event in the queue for the next seal. */
export interface PendingRow extends CheckedRow {
  readonly pending_leaf: string;
}

/** Leaves a batch: enough to make the round trip small, few enough to keep memory flat. A multiple of 256. */
export const BATCH = 4096;

/**
 * Events are looked up by key while this is on: a plan that reads the whole table for every batch must not be chosen,
 * nor one that starts a process of its own for each.
 */
export async function lookUpByKey(tx: Queries, on: boolean): Promise<void> {
  if (on) {
    await tx`
      select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
             set_config('max_parallel_workers_per_gather', '0', true)`;
  } else
    await tx.unsafe(
      'set local enable_hashjoin to default; set local enable_mergejoin to default; set local max_parallel_workers_per_gather to default',
    );
}

/** The event `e` of a leaf or of the queue, and the personal values that belong to its id there. */
const checkedColumns = (sql: Queries, leaf: 'l.event' | 'p.id') => sql`
  ${contentColumns(sql)},
  encode(e.leaf, 'hex') as leaf, e.at = date_trunc('milliseconds', e.at) as exact,
  case when e.personal <> '{}' or e.id is null then (
    select json_agg(json_build_object('field', v.field, 'salt', v.salt, 'value', v.value))
    from personal_value v where v.region = ${sql(leaf.slice(0, 1))}.region and v.event = ${sql(leaf)}
  ) end as values`;

/** Hands over the leaves from `from` on in order, each as it comes in: none outlives its turn. */
export async function eachSealed(
  sql: Queries,
  region: string,
  from: number,
  take: (row: SealedRow) => void,
): Promise<void> {
  await sql<SealedRow[]>`
    select l.index, l.event as leaf_event, l.stream as leaf_stream, l.seq as leaf_seq,
           ${checkedColumns(sql, 'l.event')}
    from seal_leaf l
    left join event e on e.region = l.region and e.stream = l.stream and e.seq = l.seq and e.year = l.year
    where l.region = ${region} and l.index >= ${from} and l.index < ${from + BATCH} order by l.index`.forEach(
    (row) => {
      take(row as SealedRow);
    },
  );
}

/** The next events of the queue after id `after`. */
export function pendingBatch(sql: Queries, region: string, after: string): Promise<readonly PendingRow[]> {
  return sql<PendingRow[]>`
    select p.id as leaf_event, p.stream as leaf_stream, p.seq as leaf_seq, encode(p.leaf, 'hex') as pending_leaf,
           ${checkedColumns(sql, 'p.id')}
    from event_pending p
    left join event e on e.region = p.region and e.stream = p.stream and e.seq = p.seq and e.year = p.year
    where p.region = ${region} and p.id > ${after} order by p.id limit ${BATCH}`.then((rows) => [...rows]);
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
