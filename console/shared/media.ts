import { useSyncExternalStore } from 'react';

interface Media {
  readonly holds: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What the device or its user asks of every page, as a question in the words of CSS. */
export function media(question: string): Media {
  const query = window.matchMedia(question);
  return {
    holds: () => query.matches,
    subscribe(listener) {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
  };
}

const stillness = media('(prefers-reduced-motion: reduce)');

/** Whether this reader's system asks that nothing on the screen moves. */
export function useStill(): boolean {
  return useSyncExternalStore(stillness.subscribe, stillness.holds);
}
