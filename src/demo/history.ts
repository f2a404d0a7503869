import type { LegalDate } from '../kernel/dates.ts';
import type { PostKindId } from '../kernel/identity/posts.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import type { MatterState } from '../kernel/procedure/matter.ts';
import type { Scribe } from './scribe.ts';
import type { DemoPerson } from './zone.ts';

/** The next act would lie after today: the matter stays where it is, as work in hand. */
export class HistoryEnds extends Error {}

/** Acts up to today. */
export interface History {
  act(
    procedure: string,
    step: string,
    by: DemoPerson,
    kind: PostKindId,
    on: LegalDate,
    input: JsonObject,
    matter?: MatterState,
  ): MatterState;
  /** The alert the system raises for a clock that has run out; none where that day has not come or it still runs. */
  alarm(matter: MatterState, clock: string, on: LegalDate): MatterState | undefined;
  /** A workday from `low` to `high` workdays after `on`. */
  later(on: LegalDate, low: number, high: number): LegalDate;
  /** Something beside the main line: if its day has not come, the rest goes on. */
  aside(act: () => void): void;
}

/** @param stall chance that a matter is left lying before an act: what the supervision wall is for. */
export function historyUntil(scribe: Scribe, today: LegalDate, stall = 0): History {
  // What is done beside the main line may lie on a later day than the next step; steps go forward in time.
  const last = new Map<string, LegalDate>();
  return {
    act(procedure, step, by, kind, on, input, matter) {
      const before = matter && last.get(matter.id);
      const day = before !== undefined && on < before ? before : on;
      if (day > today || (matter && scribe.random.chance(stall))) throw new HistoryEnds();
      const after = scribe.act(procedure, step, by, kind, day, input, matter);
      last.set(after.id, day);
      return after;
    },
    alarm: (matter, clock, on) => (on > today ? undefined : scribe.alert(matter, clock, on)),
    later: (on, low, high) =>
      scribe.calendar.addWorkdays(scribe.calendar.rollToWorkday(on), scribe.random.between(low, high)),
    aside(act) {
      try {
        act();
      } catch (error) {
        if (!(error instanceof HistoryEnds)) throw error;
      }
    },
  };
}
