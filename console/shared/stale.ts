/** Milliseconds within which a second failure is no upgrade but a fault: the page says so instead of turning in circles. */
const ONCE_WITHIN = 60_000;
const KEY = 'fazhi.reloaded';

let reloading = false;
const gone = new WeakSet<object>();

/** The page is about to be loaded anew: what failed meanwhile needs no telling. */
export const isReloading = (): boolean => reloading;

/** Whether this error says that a part of the console could not be fetched: most often, that a newer build stands. */
export const isPartGone = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && gone.has(error);

interface Place {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly now: () => number;
  readonly online: () => boolean;
  /** Loads an address anew, or the present one. */
  readonly load: (address: string | undefined) => void;
  readonly listen: (type: string, listener: (event: Event) => void) => void;
}

/**
 * After an upgrade the parts of the console that an open tab has not loaded yet are gone from the server. The tab is
 * then loaded anew by itself, once, at the page that was asked for (`pending`); drafts wait in the tab's storage.
 */
export function reloadWhenStale(pending: () => string | undefined, place: Place = browser()): void {
  place.listen('vite:preloadError', (event) => {
    gone.add((event as VitePreloadErrorEvent).payload);
    const last = Number(place.storage.getItem(KEY) ?? Number.NEGATIVE_INFINITY);
    // Without a network there is nothing newer to be had, and the page that stands would be lost.
    if (reloading || !place.online() || place.now() - last < ONCE_WITHIN) return;
    place.storage.setItem(KEY, String(place.now()));
    reloading = true;
    place.load(pending());
  });
}

function browser(): Place {
  return {
    storage: sessionStorage,
    now: Date.now,
    online: () => navigator.onLine,
    load: (address) => (address === undefined ? window.location.reload() : window.location.assign(address)),
    listen: (type, listener) => window.addEventListener(type, listener),
  };
}
