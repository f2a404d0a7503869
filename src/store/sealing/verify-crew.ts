import { Worker } from 'node:worker_threads';
import type { Sql, Transaction } from '../connection.ts';
import { type BatchFindings, findingsOf } from './verify-batch.ts';
import { BATCH } from './verify-read.ts';

/** Those who look at batches, each for itself. */
export interface Crew {
  /** Batches asked for before the first of them is answered. */
  readonly ahead: number;
  find(from: number): Promise<BatchFindings>;
  end(): Promise<void>;
}

/** What a worker is told: where to connect and which snapshot to read. */
export interface Orders {
  readonly url: string;
  readonly region: string;
  readonly snapshot: string;
}

/** Nobody else: batches are looked at here, the next one read meanwhile. */
export function alone(tx: Transaction, region: string): Crew {
  return { ahead: 2, find: (from) => findingsOf(tx, region, from), end: async () => {} };
}

/**
 * `count` threads with a connection each, all reading the snapshot of `tx`, which must stay open until `end`. A
 * thread that fails fails what was asked of it.
 */
export async function hire(sql: Sql, tx: Transaction, region: string, count: number): Promise<Crew> {
  const [exported] = await tx<{ snapshot: string }[]>`select pg_export_snapshot() as snapshot`;
  const orders: Orders = { url: addressOf(sql), region, snapshot: exported!.snapshot };
  const hands = Array.from({ length: count }, () => hand(orders));
  let next = 0;
  return {
    ahead: 2 * count,
    find: (from) => hands[next++ % count]!.find(from),
    end: async () => {
      await Promise.all(hands.map((one) => one.end()));
    },
  };
}

interface Waiting {
  readonly resolve: (findings: BatchFindings) => void;
  readonly reject: (error: unknown) => void;
}

/** One thread; it answers in the order in which it is asked. */
function hand(orders: Orders): Pick<Crew, 'find' | 'end'> {
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { workerData: orders });
  const waiting: Waiting[] = [];
  let failure: unknown;
  worker.on('message', (findings: BatchFindings) => waiting.shift()!.resolve(findings));
  worker.on('error', (error) => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    find: (from) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        waiting.push({ resolve, reject });
        worker.postMessage(from);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}

/** The address a pool was opened with. */
function addressOf(sql: Sql): string {
  const { host, port, user, pass, database } = sql.options as unknown as {
    readonly host: readonly string[];
    readonly port: readonly number[];
    readonly user: string;
    readonly pass: string | null;
    readonly database: string;
  };
  const who = `${encodeURIComponent(user)}:${encodeURIComponent(pass ?? '')}`;
  return `postgres://${who}@${host[0]}:${port[0]}/${encodeURIComponent(database)}`;
}

/** All batches below `leaves` in order; those that come next are looked at meanwhile. */
export async function* findingsInOrder(crew: Crew, leaves: number): AsyncGenerator<BatchFindings> {
  const asked: Promise<BatchFindings>[] = [];
  for (let from = 0; from < leaves || asked.length > 0; ) {
    for (; from < leaves && asked.length < crew.ahead; from += BATCH) {
      const batch = crew.find(from);
      batch.catch(() => {}); // Met where it is awaited; nobody awaits it when the work on its predecessor failed.
      asked.push(batch);
    }
    yield await asked.shift()!;
  }
}
