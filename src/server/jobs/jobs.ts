import type { CellProblem } from '../../lists/excel/read.ts';
import { refuse } from '../http/problem.ts';

/** How a long task stands. */
export interface JobView {
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly message: string;
  /** What is wrong in a file, cell by cell, for whoever filled it in. */
  readonly errors: readonly CellProblem[];
}

/** What a task tells about itself while it works. */
export type Report = (progress: Partial<Omit<JobView, 'state'>>) => void;

export interface Jobs {
  /** Begins the task, unless it is running or has been done: the same id never runs twice at a time. */
  start(id: string, owner: string, work: (report: Report) => Promise<void>): void;
  /** Throws RefusedError `not-found` for a task that is not known here or belongs to somebody else. */
  get(id: string, owner: string): JobView;
}

interface Job {
  readonly owner: string;
  view: JobView;
}

/** Most tasks remembered; the oldest finished ones are forgotten first. */
const REMEMBERED = 200;

/**
 * Long tasks of this process, with their progress. They live in memory: after a restart a task is unknown, and
 * whoever started it starts it again. Tasks must be made so that this does nothing twice.
 */
export function createJobs(fault: (id: string, error: unknown) => void): Jobs {
  const jobs = new Map<string, Job>();
  return {
    start(id, owner, work) {
      const known = jobs.get(id);
      if (known && known.view.state !== 'failed') return;
      forgetOldest(jobs);
      const job: Job = { owner, view: { state: 'running', done: 0, total: 0, message: '', errors: [] } };
      jobs.delete(id);
      jobs.set(id, job);
      const report: Report = (progress) => {
        job.view = { ...job.view, ...progress };
      };
      void work(report).then(
        () => {
          job.view = { ...job.view, state: 'done' };
        },
        (error: unknown) => {
          job.view = { ...job.view, state: 'failed', message: messageOf(error, job.view) };
          if (!(error instanceof JobFailure)) fault(id, error);
        },
      );
    },
    get(id, owner) {
      const job = jobs.get(id);
      if (job?.owner === owner) return job.view;
      return refuse(
        'not-found',
        'server.job',
        '没有这个任务。系统重新启动后不保留任务的进度；请用同一文件再办一次，已经完成的部分不会重复。',
      );
    },
  };
}

/** A task ends with a reason its owner can act upon. */
export class JobFailure extends Error {}

function messageOf(error: unknown, view: JobView): string {
  if (error instanceof JobFailure) return error.message;
  return `系统出现故障，任务在第${view.done}行之后中断。请用同一文件再办一次，已经完成的部分不会重复。`;
}

function forgetOldest(jobs: Map<string, Job>): void {
  if (jobs.size < REMEMBERED) return;
  for (const [id, job] of jobs) {
    if (job.view.state === 'running') continue;
    jobs.delete(id);
    return;
  }
}
