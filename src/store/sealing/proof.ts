import { RefusedError } from '../../kernel/errors.ts';
import type { LedgerEvent } from '../../kernel/ledger/event.ts';
import { closedPartOf, entryOf } from '../../kernel/ledger/leaf.ts';
import { toHex } from '../../kernel/ledger/sm3.ts';
import {
  type Checkpoint,
  type Consistency,
  consistencyProof,
  formatProof,
  inclusionProof,
} from '../../kernel/seal/index.ts';
import type { Queries } from '../connection.ts';
import { checkpointOf, type SealRow, sealNumbered, tilesOf } from './checkpoints.ts';
import { type EventRow, eventColumns, eventFrom } from './events.ts';

/** That an event is in the ledger of a region, for whoever does not trust this database. */
export interface EventProof {
  readonly event: LedgerEvent;
  /** Place in the sealed order, from 0. */
  readonly leaf: number;
  /** The first seal that covers it. */
  readonly seal: Checkpoint;
  /** Hashes from the leaf upwards, each 64 hexadecimal digits. */
  readonly path: readonly string[];
  /** All of it as text, with what the event does not show: for whoever may read the event. See {@link formatProof}. */
  readonly text: string;
  /** For everybody: what the event makes public, and the salted digest of the rest. */
  readonly publicText: string;
}

/**
 * The proof of one event under the first seal that covers it, so that it is the same whenever it is asked for.
 * Undefined while the event is not sealed yet: it will be within seconds. Throws RefusedError `not-found`.
 */
export async function proofOf(
  sql: Queries,
  region: string,
  stream: string,
  seq: number,
): Promise<EventProof | undefined> {
  const [row] = await sql<(EventRow & { index: number | null })[]>`
    select ${eventColumns(sql)}, l.index
    from event e left join seal_leaf l on l.region = e.region and l.stream = e.stream and l.seq = e.seq
    where e.region = ${region} and e.stream = ${stream} and e.seq = ${seq}`;
  if (!row) throw notFound('台账中没有这条留痕，请核对办件和序号。');
  if (row.index === null) return undefined;
  const [covering] = await sql<SealRow[]>`
    select region, number, size, root, previous, hash, sealed_at from seal
    where region = ${region} and size > ${row.index} order by size, number limit 1`;
  if (!covering) throw new Error(`第${row.index}号留痕不在任何封存之内。请运行 fazhi verify。`);
  const seal = checkpointOf(covering);
  const event = eventFrom(row);
  const path = (await inclusionProof(seal.size, row.index, tilesOf(sql, region))).map(toHex);
  const shown = { leaf: row.index, seal, path, entry: entryOf(event) };
  const closed = { salt: event.salt, text: closedPartOf(event) };
  const [text, publicText] = [formatProof({ ...shown, closed }), formatProof(shown)];
  return { event, leaf: row.index, seal, path, text, publicText };
}

/** The consistency proof between two seals, in either order. Throws RefusedError `not-found` for an unknown one. */
export async function consistencyBetween(
  sql: Queries,
  region: string,
  one: number,
  other: number,
): Promise<Consistency> {
  const [from, to] = await Promise.all(
    [Math.min(one, other), Math.max(one, other)].map(async (number) => {
      const seal = await sealNumbered(sql, region, number);
      if (!seal) throw notFound(`没有第${number}号封存，请核对编号。`);
      return seal;
    }),
  );
  const path = await consistencyProof(from!.size, to!.size, tilesOf(sql, region));
  return { from: from!, to: to!, path: path.map(toHex) };
}

function notFound(message: string): RefusedError {
  return new RefusedError({ kind: 'not-found', rule: 'seal.S3', message });
}
