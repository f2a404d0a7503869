import { Buffer } from 'node:buffer';
import { SM3_BYTES } from '../../kernel/ledger/sm3.ts';
import type { Queries } from '../connection.ts';
import { eventDefects, noPersonal, type PersonalCount, type VerifyDefect } from './verify-event.ts';
import { BATCH, eachSealed } from './verify-read.ts';

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
  const hashes = Buffer.alloc(BATCH * SM3_BYTES);
  const indexes: number[] = [];
  const gone: number[] = [];
  const defects: VerifyDefect[] = [];
  const personal = noPersonal();
  await eachSealed(sql, region, from, (row) => {
    const at = indexes.push(row.index) - 1;
    for (const defect of eventDefects(row, personal)) defects.push(defect);
    if (row.leaf === null) gone.push(at);
    else hashes.write(row.leaf, at * SM3_BYTES, SM3_BYTES, 'hex');
  });
  // A copy of what is filled: a part of a buffer would take the whole of it along to another thread.
  return {
    indexes,
    hashes: new Uint8Array(hashes.subarray(0, indexes.length * SM3_BYTES)),
    gone,
    defects,
    personal,
  };
}
