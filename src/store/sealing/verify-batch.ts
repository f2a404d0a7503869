import { SM3_BYTES } from '../../kernel/ledger/sm3.ts';
import type { Queries } from '../connection.ts';
import { eventDefects, type PersonalCount, type VerifyDefect } from './verify-event.ts';
import { sealedBatch } from './verify-read.ts';

/** What a batch of sealed events shows by itself, without the tree. Can be handed from thread to thread. */
export interface BatchFindings {
  /** Numbers of the leaves in order, and the hash of each event, 32 bytes one behind the other. */
  readonly indexes: readonly number[];
  readonly hashes: Uint8Array;
  /** Places in the batch whose event is gone; their hash is empty. */
  readonly gone: readonly number[];
  readonly defects: readonly VerifyDefect[];
  readonly personal: Readonly<PersonalCount>;
}

/** Reads the batch of leaves that begins at `from` and holds every event against its leaf and its personal values. */
export async function findingsOf(sql: Queries, region: string, from: number): Promise<BatchFindings> {
  const { rows, personal: values } = await sealedBatch(sql, region, from);
  const hashes = new Uint8Array(rows.length * SM3_BYTES);
  const gone: number[] = [];
  const defects: VerifyDefect[] = [];
  const personal: PersonalCount = { kept: 0, destroyed: 0, recorded: 0 };
  rows.forEach((row, at) => {
    defects.push(...eventDefects(row, values.get(row.leaf_event), personal));
    if (row.leaf === null) gone.push(at);
    else hashes.set(row.leaf, at * SM3_BYTES);
  });
  return { indexes: rows.map((row) => row.index), hashes, gone, defects, personal };
}
