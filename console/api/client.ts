import { createClient } from '../../src/client/client.ts';
import { letGo } from '../shared/unsaved.ts';

export { type Answer, type Problem, ProblemError } from '../../src/client/client.ts';

/** Where one signs in, coming back here afterwards. */
export function signInAddress(here: Pick<Location, 'pathname' | 'search'> = window.location): string {
  return `/sign-in?to=${encodeURIComponent(here.pathname + here.search)}`;
}

/** A session that ended sends the reader to sign in; what was typed waits as a draft. */
const fetcher: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.status !== 401) return response;
  letGo();
  window.location.assign(signInAddress());
  return new Promise<Response>(() => {});
};

export const client = createClient('', fetcher);
