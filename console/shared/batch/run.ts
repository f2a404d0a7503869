import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v4 as newId } from 'uuid';
import { client, ProblemError } from '../../api/client.ts';
import type { JsonValue } from '../../api/json.ts';

/** One matter of a batch: its step is an act of its own, with its own key. */
export interface BatchEntry {
  readonly key: string;
  readonly matter: string;
  readonly number: string;
  readonly title: string;
  readonly procedure: string;
  readonly step: string;
  /** The verb of the step. */
  readonly stepName: string;
  /** Version that was seen when it was chosen. */
  readonly seq: number;
  readonly input: Record<string, JsonValue>;
}

export interface BatchLine {
  readonly entry: BatchEntry;
  readonly state: 'waiting' | 'running' | 'done' | 'refused';
  /** What happened, or why it did not. */
  readonly message: string;
}

/** Takes one step for many matters, one after the other. What one is refused does not touch the others. */
export function useBatch(entries: readonly BatchEntry[]) {
  const queryClient = useQueryClient();
  const keys = useRef(new Map<string, string>());
  // Where a matter stands after an act of this very batch: two of its publications go out one after the other.
  const seen = useRef(new Map<string, number>());
  const stopped = useRef(false);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<ReadonlyMap<string, Omit<BatchLine, 'entry'>>>(new Map());
  const lines = entries.map(
    (entry): BatchLine => ({ entry, state: 'waiting', message: '', ...told.get(entry.key) }),
  );
  const tell = (key: string, line: Omit<BatchLine, 'entry'>) =>
    setTold((present) => new Map(present).set(key, line));

  const start = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    stopped.current = false;
    for (const { entry, state } of lines) {
      if (stopped.current) break;
      if (state === 'done') continue;
      tell(entry.key, { state: 'running', message: '正在办理' });
      // The same key at a second try: what was carried out and not heard of is not done twice.
      const request = keys.current.get(entry.key) ?? newId();
      keys.current.set(entry.key, request);
      const { seq, ...line } = await take(
        { ...entry, seq: seen.current.get(entry.matter) ?? entry.seq },
        request,
      );
      if (seq !== undefined) seen.current.set(entry.matter, seq);
      tell(entry.key, line);
    }
    for (const key of ['todo', 'register', 'wall', 'matter']) {
      await queryClient.invalidateQueries({ queryKey: [key] });
    }
    setBusy(false);
  };
  const stop = (): void => {
    stopped.current = true;
  };
  return { lines, busy, start, stop };
}

async function take(
  entry: BatchEntry,
  request: string,
): Promise<Omit<BatchLine, 'entry'> & { readonly seq?: number }> {
  const { procedure, matter, step, seq, input } = entry;
  try {
    const done = await client.call('matter.step', {
      params: { procedure, matter, step },
      body: { request, expected: seq, input },
    });
    return { state: 'done', message: done.message, seq: done.seq };
  } catch (error) {
    const message =
      error instanceof ProblemError ? error.message : '网络中断，不知道是否办成；请再办一次，不会重复办理。';
    return { state: 'refused', message };
  }
}
