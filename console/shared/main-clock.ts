import type { MatterView } from '../../src/client/contract/matters.ts';

/** The one clock that matters: the main one while it runs, else the next to fall due. */
export function clockThatMatters(
  matter: Pick<MatterView, 'clocks'>,
): MatterView['clocks'][number] | undefined {
  const running = matter.clocks
    .filter((clock) => clock.stoppedOn === undefined)
    .sort((a, b) => a.due.localeCompare(b.due));
  return running.find((clock) => clock.main) ?? running.find((clock) => !clock.bindsApplicant) ?? running[0];
}
