import type { Buffer } from 'node:buffer';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';
import type { Transaction } from './connection.ts';

/**
 * Feeds a COPY. An error the server finds after the last byte reaches only the query, which the driver has
 * already fulfilled with its stream by then and which would be lost: so its rejection is listened to here.
 */
export async function copyIn(
  tx: Transaction,
  statement: string,
  content: () => AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<void> {
  const query = tx.unsafe(statement) as postgres.PendingQuery<[]> & { reject(error: Error): void };
  const failed = new Promise<never>((_, reject) => {
    query.reject = reject;
  });
  const stream = await Promise.race([query.writable(), failed]);
  await Promise.race([pipeline(content, stream), failed]);
}
