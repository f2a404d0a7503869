import { useEffect, useRef, useState } from 'react';
import { v4 as newId } from 'uuid';
import { type Answer, client } from '../../api/client.ts';

export type Job = Answer<'job.get'>;

/** What is to be imported: a stored workbook by its content, or cells copied from one. */
export type Content = { readonly file: string } | { readonly pasted: string };

export interface Importing {
  readonly content: Content | undefined;
  /** Takes other content; what an earlier one was answered is gone. */
  setContent(content: Content | undefined): void;
  readonly job: Job | undefined;
  /** The last run checked only. */
  readonly dryRun: boolean;
  /** The content was checked as it stands and may come in. */
  readonly tried: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  start(dryRun: boolean): Promise<void>;
  /** Something else that was checked has changed: it must be checked again. */
  reset(): void;
}

/** Milliseconds between two looks at a task. */
const LOOK = 400;

/**
 * Begins an import and follows it to its end. Leaving the page does not stop it: it goes on at the server.
 * `begin` starts the task; `imported` reads again what it may have changed.
 */
export function useImport(
  begin: (ask: Content & { dryRun: boolean; request: string }) => Promise<{ job: string }>,
  imported: () => Promise<unknown>,
): Importing {
  const [content, setContent] = useState<Content>();
  const [job, setJob] = useState<Job>();
  const [dryRun, setDryRun] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // Counts the runs: an answer that belongs to an earlier one is dropped.
  const run = useRef(0);
  useEffect(() => () => void run.current++, []);

  const start = async (only: boolean): Promise<void> => {
    if (!content) return;
    const mine = ++run.current;
    setDryRun(only);
    setJob(undefined);
    setError(undefined);
    setBusy(true);
    try {
      const begun = await begin({ ...content, dryRun: only, request: newId() });
      for (;;) {
        const view = await client.call('job.get', { params: { job: begun.job } });
        if (run.current !== mine) return;
        setJob(view);
        if (view.state !== 'running') break;
        await new Promise((resolve) => setTimeout(resolve, LOOK));
      }
      if (!only) await imported();
    } catch (problem) {
      if (run.current === mine) setError(problem);
    } finally {
      if (run.current === mine) setBusy(false);
    }
  };

  const reset = (): void => {
    run.current++;
    setJob(undefined);
    setError(undefined);
    setBusy(false);
  };
  return {
    content,
    setContent: (next) => {
      setContent(next);
      reset();
    },
    job,
    dryRun,
    tried: dryRun && job?.state === 'done',
    busy,
    error,
    start,
    reset,
  };
}
