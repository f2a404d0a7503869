import { useEffect, useRef } from 'react';
import { isReloading } from './stale.ts';

/** Something that was written and would be lost with its page. */
export interface Unsaved {
  /** In the words of the page, e.g. 要点的修改. */
  readonly what: string;
  /** Saves it, where that is one act. Rejects where it could not be saved. */
  readonly save?: () => Promise<unknown>;
  /** The page saves by itself: who leaves it is asked only where that failed. */
  readonly byItself?: boolean;
}

const entries = new Set<{ current: Unsaved }>();
let unquestioned = 0;

/** What would be lost by leaving now; nothing where nobody is to be asked. */
export function unsavedNow(): Unsaved | undefined {
  if (unquestioned > 0 || isReloading()) return undefined;
  return [...entries][0]?.current;
}

type Ask = (unsaved: Unsaved) => Promise<boolean>;
let ask: Ask | undefined;

/** Who puts the question, as long as he stands; answers with how to stop. */
export function asksBeforeLeaving(put: Ask): () => void {
  ask = put;
  return () => {
    ask = undefined;
  };
}

/** Whether what stands may be left: true at once where nothing is unsaved, and otherwise as the reader answers. */
export async function mayLeave(): Promise<boolean> {
  const unsaved = unsavedNow();
  return unsaved === undefined || ask === undefined || ask(unsaved);
}

/** Leaves without a question: whoever wrote was asked already. */
export async function withoutQuestion<T>(leave: () => Promise<T>): Promise<T> {
  unquestioned++;
  try {
    return await leave();
  } finally {
    unquestioned--;
  }
}

/** From here on nobody is asked: the session is over, and nothing could be saved any more. */
export function letGo(): void {
  unquestioned++;
}

/** Whoever would leave the page with something unsaved is asked first: on the way to another page and out of the tab. */
export function useUnsavedGuard(unsaved: Unsaved | undefined): void {
  const entry = useRef<Unsaved>(undefined);
  const there = unsaved !== undefined;
  useEffect(() => {
    entry.current = unsaved;
  });
  useEffect(() => {
    if (!there) return;
    const known = entry as { current: Unsaved };
    entries.add(known);
    return () => void entries.delete(known);
  }, [there]);
  useClosingGuard(there);
}

/** Whoever would close the tab is asked first: for what waits in it as a draft, and comes back within it by itself. */
export function useClosingGuard(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (unquestioned === 0 && !isReloading()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
}
