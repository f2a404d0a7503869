import type { Instant } from '../../kernel/dates.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { type Sql, sqlStateOf, withRetry } from '../connection.ts';
import { mergeRows, type Rows } from './tables.ts';
import { onceATurn } from './turn.ts';

/** One request on its way to the ledger: whole or not at all. */
export interface Appending {
  readonly region: string;
  readonly request: string;
  /** SM3 of what was asked, so that a request id cannot be used again for something else. */
  readonly digest: string;
  readonly outcome: JsonObject;
  readonly at: Instant;
  readonly rows: Rows;
}

export type Appended =
  | { readonly result: 'done' }
  /** The request was carried out before; this is what it did then. */
  | { readonly result: 'again'; readonly digest: string; readonly outcome: JsonObject }
  /** Somebody was faster on one of its streams. */
  | { readonly result: 'stale' }
  /** A key it claims belongs to another matter. */
  | { readonly result: 'claimed' };

interface Waiting {
  readonly appending: Appending;
  readonly streams: readonly string[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

export interface Appender {
  append(appending: Appending): Promise<Appended>;
  /** Resolves when everything handed in so far is answered. */
  idle(): Promise<void>;
}

/** Most requests in one call: beyond it a call takes longer without doing more a second. */
const BATCH = 64;
/** Calls under way at once. Two keep the server busy while the next batch fills. */
const LANES = 2;
const UNIQUE_VIOLATION = '23505';
/** Times a request is asked again that met another on a key; the second look already sees it. */
const TRIES = 3;

/**
 * The second round trip of a step. Requests that arrive while a call is under way go together in the next one
 * (speed.md: 2.7 times the rate of single calls); each is answered after its commit. A stream is in one call at
 * a time, so that two acts on one matter are judged one after the other.
 */
export function createAppender(sql: Sql): Appender {
  const waiting: Waiting[] = [];
  const busy = new Set<string>();
  const idlers: (() => void)[] = [];
  const soon = onceATurn(pump);
  let lanes = 0;

  function next(): Waiting[] {
    const batch: Waiting[] = [];
    const region = waiting[0]?.appending.region;
    for (let i = 0; i < waiting.length && batch.length < BATCH; ) {
      const entry = waiting[i]!;
      if (entry.appending.region !== region || entry.streams.some((stream) => busy.has(stream))) {
        i++;
        continue;
      }
      for (const stream of entry.streams) busy.add(stream);
      batch.push(entry);
      waiting.splice(i, 1);
    }
    return batch;
  }

  function pump(): void {
    while (lanes < LANES && waiting.length > 0) {
      const batch = next();
      if (batch.length === 0) return;
      lanes++;
      void carry(batch).finally(() => {
        lanes--;
        for (const { streams } of batch) for (const stream of streams) busy.delete(stream);
        soon();
        if (lanes === 0 && waiting.length === 0) for (const resolve of idlers.splice(0)) resolve();
      });
    }
  }

  async function carry(batch: readonly Waiting[], tries = TRIES): Promise<void> {
    try {
      const results = await call(
        sql,
        batch.map((entry) => entry.appending),
      );
      batch.forEach((entry, index) => {
        entry.resolve(results[index]!);
      });
    } catch (error) {
      if (batch.length === 1) {
        // Another process took the same key, or carried out the same request, in this very moment: asked again,
        // the function sees it and says so.
        if (tries > 1 && sqlStateOf(error) === UNIQUE_VIOLATION) return carry(batch, tries - 1);
        batch[0]!.reject(error);
        return;
      }
      // One bad request must not fail its neighbours: ask again one by one.
      for (const entry of batch) await carry([entry]);
    }
  }

  return {
    append: (appending) =>
      new Promise((resolve, reject) => {
        const streams = appending.rows.streams.map((row) => (row as { stream: string }).stream);
        waiting.push({ appending, streams, resolve, reject });
        soon();
      }),
    idle: () =>
      lanes === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => idlers.push(resolve)),
  };
}

async function call(sql: Sql, batch: readonly Appending[]): Promise<Appended[]> {
  const region = batch[0]!.region;
  const requests = batch.map(({ request, digest, outcome, at }) => ({ id: request, digest, outcome, at }));
  const rows = mergeRows(batch.map((entry) => entry.rows));
  const answers = await withRetry(
    () => sql<
      { request: string; result: Appended['result']; detail: { digest: string; outcome: JsonObject } }[]
    >`
      select request, result, detail
      from fazhi_append(${region}, ${JSON.stringify(requests)}::text::jsonb, ${JSON.stringify(rows)}::text::jsonb)`,
  );
  const byRequest = new Map(answers.map((answer) => [answer.request, answer]));
  return batch.map(({ request }) => {
    const answer = byRequest.get(request)!;
    return answer.result === 'again'
      ? { result: 'again', digest: answer.detail.digest, outcome: answer.detail.outcome }
      : ({ result: answer.result } as Appended);
  });
}
