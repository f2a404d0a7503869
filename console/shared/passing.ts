import type { Problem } from '../api/client.ts';

/** Whether a problem may pass by itself, so that trying again is a way out: not where the answer stays the same. */
export function mayPass({ kind, status }: Pick<Problem, 'kind' | 'status'>): boolean {
  return kind === 'fault' || status === 429 || status >= 500;
}
