// One thread of a crew: answers each number of a leaf with the findings of the batch that begins there.

import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../connection.ts';
import { findingsOf } from './verify-batch.ts';
import type { Orders } from './verify-crew.ts';
import { lookUpByKey } from './verify-read.ts';

const { url, region, snapshot } = workerData as Orders;
const port = parentPort!;

const sql = connect(url, { max: 1 });
await sql.begin('isolation level repeatable read read only', async (tx) => {
  await tx.unsafe(`set transaction snapshot '${snapshot}'`);
  await lookUpByKey(tx, true);
  // The next batch is read while one is looked at; answers go out in the order of the questions.
  let last: Promise<void> = Promise.resolve();
  await new Promise<never>((_, reject) => {
    port.on('message', (from: number) => {
      const findings = findingsOf(tx, region, from);
      last = Promise.all([findings, last]).then(([found]) => port.postMessage(found));
      last.catch(reject);
    });
  });
  // Never reached: the thread is terminated when all batches are answered.
});
