/** Work that is done again and again until it is stopped. */
export interface Rounds {
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/** Does `round` at once and then again, each `intervalMs` after the end of the one before. It must not throw. */
export function startRounds(intervalMs: number, round: (stopped: () => boolean) => Promise<void>): Rounds {
  let stopped = false;
  let wake: () => void = () => {};
  async function run(): Promise<void> {
    while (!stopped) {
      await round(() => stopped);
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, intervalMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}
