import type { Instant } from '../../kernel/dates.ts';
import type { Sql } from '../connection.ts';
import { type Rounds, startRounds } from './rounds.ts';
import { type SealedOnce, sealOnce } from './seal.ts';

export interface SealerOptions {
  readonly regions: readonly string[];
  /** Pause between two rounds; default 3 seconds. */
  readonly intervalMs?: number;
  readonly now?: () => Instant;
  readonly onSealed?: (region: string, done: SealedOnce) => void;
  /** A round that failed is tried again at the next; nothing is lost meanwhile, it stays pending. */
  readonly onError?: (region: string, error: unknown) => void;
}

/** Seals the regions one after the other, for ever. Several may run at once, on one machine or on many. */
export function startSealer(sql: Sql, options: SealerOptions): Rounds {
  const { regions, intervalMs = 3000, now = () => new Date().toISOString() } = options;
  return startRounds(intervalMs, async (stopped) => {
    for (const region of regions) {
      try {
        await sealAll(sql, region, now, (done) => options.onSealed?.(region, done), stopped);
      } catch (error) {
        options.onError?.(region, error);
      }
    }
  });
}

/** Seals until nothing is pending, in as many seals as that takes; returns the number of events sealed. */
export async function sealAll(
  sql: Sql,
  region: string,
  now: () => Instant,
  onSealed: (done: SealedOnce) => void = () => {},
  enough: () => boolean = () => false,
): Promise<number> {
  for (let total = 0; ; ) {
    const done = await sealOnce(sql, { region, now: now() });
    total += done.sealed;
    if (done.seal === undefined || enough()) return total;
    onSealed(done);
  }
}
