import { expect, it } from 'vitest';
import { isPartGone, isReloading, reloadWhenStale } from './stale.ts';

it('reloads once, and not again while that may still be the same fault', () => {
  const stored = new Map<string, string>();
  let now = 1_000_000;
  let online = false;
  const fault = new TypeError('Failed to fetch dynamically imported module');
  const loaded: (string | undefined)[] = [];
  let fail = () => {};
  const open = () =>
    reloadWhenStale(() => '/console/figures', {
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
      },
      now: () => now,
      online: () => online,
      load: (address) => void loaded.push(address),
      listen: (_, listener) => {
        fail = () => listener(Object.assign(new Event('vite:preloadError'), { payload: fault }));
      },
    });
  open();
  expect([isReloading(), isPartGone(fault)]).toEqual([false, false]);
  fail();
  expect([loaded, isPartGone(fault), isPartGone(new TypeError('fetch'))]).toEqual([[], true, false]);
  online = true;
  fail();
  fail();
  expect([loaded, isReloading()]).toEqual([['/console/figures'], true]);
  now += 5_000;
  open();
  fail();
  expect(loaded).toHaveLength(1);
});
