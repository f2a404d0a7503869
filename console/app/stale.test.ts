import { expect, it } from 'vitest';
import { isReloading, reloadWhenStale } from './stale.ts';

it('reloads once, and not again while that may still be the same fault', () => {
  const stored = new Map<string, string>();
  let now = 1_000_000;
  const loaded: (string | undefined)[] = [];
  let fail = () => {};
  const open = () =>
    reloadWhenStale(() => '/console/figures', {
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
      },
      now: () => now,
      load: (address) => void loaded.push(address),
      listen: (_, listener) => {
        fail = () => listener(new Event('vite:preloadError'));
      },
    });
  open();
  expect(isReloading()).toBe(false);
  fail();
  fail();
  expect([loaded, isReloading()]).toEqual([['/console/figures'], true]);
  now += 5_000;
  open();
  fail();
  expect(loaded).toHaveLength(1);
});
