import type { Instant } from '../../kernel/dates.ts';
import { type Rounds, startRounds } from '../sealing/rounds.ts';
import type { StepWorld } from '../steps/run.ts';
import { recomputeClocks } from './recompute.ts';
import { type Swept, sweep } from './sweep.ts';

export interface SweeperOptions {
  readonly regions: readonly string[];
  /** Pause between two rounds; default 10 minutes. Due days change at midnight, new clocks at any time. */
  readonly intervalMs?: number;
  readonly now?: () => Instant;
  /** Before each round: reads again what may have been entered from elsewhere, such as a holiday notice. */
  readonly before?: () => Promise<void>;
  readonly onSwept?: (region: string, done: Swept) => void;
  readonly onError?: (region: string, error: unknown) => void;
}

/**
 * Sweeps the regions one after the other, for ever; clocks that stand on another calendar than the one in force are
 * computed again first, so that an entry that was cut short, or made elsewhere, is carried to its end. Several may run
 * at once: an alert comes once all the same.
 */
export function startSweeper(world: StepWorld, options: SweeperOptions): Rounds {
  const { regions, intervalMs = 600_000, now = () => new Date().toISOString() } = options;
  const failed = (error: unknown, of: readonly string[]) => {
    for (const region of of) options.onError?.(region, error);
  };
  return startRounds(intervalMs, async () => {
    await Promise.resolve(options.before?.()).catch((error) => failed(error, regions));
    for (const region of regions) {
      // One fails without the other: alerts come also where a clock cannot be computed again.
      await recomputeClocks(world, { region, now: now() }).catch((error) => failed(error, [region]));
      try {
        // Awaited by itself: an optional call does not evaluate its arguments where there is nobody to tell.
        const done = await sweep(world, { region, now: now() });
        options.onSwept?.(region, done);
      } catch (error) {
        failed(error, [region]);
      }
    }
  });
}
