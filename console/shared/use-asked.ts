import { useSearchParams } from 'react-router';

/** Changes what a page is asked for; what is undefined or empty is asked no more. */
export type Put = (changes: Readonly<Record<string, string | undefined>>) => void;

/** What a page is asked for lives in its address, so that it can be sent on and comes back with the back button. */
export function useAsked(): readonly [URLSearchParams, Put] {
  const [search, setSearch] = useSearchParams();
  const put: Put = (changes) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return [search, put];
}
