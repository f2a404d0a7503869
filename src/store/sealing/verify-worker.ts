// One thread of a crew: answers each number of a leaf with the findings of the batch that begins there.

import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../connection.ts';
import { findingsOf } from './verify-batch.ts';
import type { Orders } from './verify-crew.ts';
import { lookUpByKey } from './verify-read.ts';

const { url, region, snapshot } = workerData as Orders;
const port = parentPort!;
const asked: number[] = [];
let wake = (): void => {};
port.on('message', (from: number) => {
  asked.push(from);
  wake();
});

const sql = connect(url, { max: 1 });
await sql.begin('isolation level repeatable read read only', async (tx) => {
  await tx.unsafe(`set transaction snapshot '${snapshot}'`);
  await lookUpByKey(tx, true);
  // Ended from outside: the thread is terminated when all batches are answered.
  for (;;) {
    const from = asked.shift();
    if (from === undefined) await new Promise<void>((resolve) => (wake = resolve));
    else port.postMessage(await findingsOf(tx, region, from));
  }
});
