import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { v4 } from 'uuid';
import { type Answer, client } from '../../api/client.ts';

export type Job = Answer<'job.get'>;

export interface ImportBody {
  readonly file?: string;
  readonly pasted?: string;
  readonly on: string;
  readonly dryRun: boolean;
}

/** Milliseconds between two looks at a task. */
const LOOK = 400;

/** Begins an import and follows it to its end. Leaving the page does not stop it: it goes on at the server. */
export function useImport(list: string) {
  const queryClient = useQueryClient();
  const [job, setJob] = useState<Job>();
  const [dryRun, setDryRun] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // Counts the runs: an answer that belongs to an earlier one is dropped.
  const run = useRef(0);
  useEffect(() => () => void run.current++, []);

  const start = async (body: ImportBody): Promise<void> => {
    const mine = ++run.current;
    setDryRun(body.dryRun);
    setJob(undefined);
    setError(undefined);
    setBusy(true);
    try {
      const begun = await client.call('list.import', {
        params: { list },
        body: { ...body, request: v4() },
      });
      for (;;) {
        const view = await client.call('job.get', { params: { job: begun.job } });
        if (run.current !== mine) return;
        setJob(view);
        if (view.state !== 'running') break;
        await new Promise((resolve) => setTimeout(resolve, LOOK));
      }
      if (!body.dryRun) await queryClient.invalidateQueries({ queryKey: ['list', list] });
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
  return { job, dryRun, error, busy, start, reset };
}
