import { expect, it } from 'vitest';
import { isReloading, reloadWhenStale } from './stale.ts';

it('reloads once, and not again while that may still be the same fault', () => {
  const stored = new Map<string, string>();
  let now = 1_000_000;
  let reloads = 0;
  let fail = () => {};
  const open = () =>
    reloadWhenStale({
      storage: {
        getItem: (key) => stored.get(key) ?? null,
        setItem: (key, value) => void stored.set(key, value),
      },
      now: () => now,
      reload: () => reloads++,
      listen: (_, listener) => {
        fail = () => listener(new Event('vite:preloadError'));
      },
    });
  open();
  expect(isReloading()).toBe(false);
  fail();
  fail();
  expect([reloads, isReloading()]).toEqual([1, true]);
  now += 5_000;
  open();
  fail();
  expect(reloads).toBe(1);
});
