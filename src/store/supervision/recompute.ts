import { type ClockState, dueOf } from '../../kernel/clock/index.ts';
import { type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import { canonical } from '../../kernel/ledger/canonical.ts';
import type { LedgerEvent } from '../../kernel/ledger/event.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import { eventRow } from '../steps/rows.ts';
import type { StepWorld } from '../steps/run.ts';
import { noRows } from '../steps/tables.ts';

export interface RecomputeOptions {
  readonly region: string;
  readonly now: Instant;
  readonly batch?: number;
  readonly onProgress?: (clocks: number) => void;
}

/** What a change of the calendar did to the clocks that run. */
export interface Recomputed {
  readonly calendar: string;
  /** Clocks that were computed again. */
  readonly clocks: number;
  /** Those of them whose legal or promised day moved. */
  readonly moved: number;
  /** Those that are no longer provisional. */
  readonly settled: number;
}

interface Open {
  readonly matter: string;
  readonly clock: string;
  readonly due: LegalDate;
  readonly promised: LegalDate | null;
  readonly provisional: boolean;
  readonly state: ClockState;
}

const BATCH = 1000;

/**
 * Computes every running clock again that was computed with another calendar, and records that it was done. What
 * has stopped stays as it was judged then: a new calendar moves no past decision. A matter is locked while its
 * clocks are written, so that a step taken meanwhile is neither lost nor overwritten. Safe to repeat.
 */
export async function recomputeClocks(world: StepWorld, options: RecomputeOptions): Promise<Recomputed> {
  const calendar = world.calendar();
  let done: Recomputed = { calendar: calendar.version, clocks: 0, moved: 0, settled: 0 };
  for (;;) {
    const portion = await recomputeSome(world, options);
    if (portion.clocks === 0) break;
    done = {
      ...done,
      clocks: done.clocks + portion.clocks,
      moved: done.moved + portion.moved,
      settled: done.settled + portion.settled,
    };
    options.onProgress?.(done.clocks);
  }
  if (done.clocks > 0) await record(world, options, done);
  return done;
}

async function recomputeSome(
  world: StepWorld,
  { region, batch = BATCH }: RecomputeOptions,
): Promise<Omit<Recomputed, 'calendar'>> {
  const calendar = world.calendar();
  return world.sql.begin(async (tx) => {
    const open = await tx<Open[]>`
      select c.matter, c.clock, c.due, c.promised, c.provisional, m.state -> 'clocks' -> c.clock as state
      from clock c join matter m on m.region = c.region and m.id = c.matter
      where c.region = ${region} and c.stopped_on is null and c.calendar <> ${calendar.version}
      order by m.id limit ${batch} for update of m`;
    const rows = open.map(({ matter, clock, state }) => {
      const { due, dueAt, promised, provisional } = dueOf(state, world.law, calendar);
      return { matter, clock, due, due_at: dueAt ?? null, promised: promised ?? null, provisional };
    });
    await tx`
      update clock c set due = r.due, due_at = r.due_at, promised = r.promised, provisional = r.provisional,
             calendar = ${calendar.version}
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as r(matter uuid, clock text, due date, due_at timestamptz, promised date, provisional boolean)
      where c.region = ${region} and c.matter = r.matter and c.clock = r.clock and c.stopped_on is null`;
    await tx`
      update publication p set due = r.due
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(matter uuid, clock text, due date)
      where p.region = ${region} and p.matter = r.matter and r.clock = 'publication:' || p.publication`;
    const changed = open.map((before, at) => ({ before, after: rows[at]! }));
    return {
      clocks: open.length,
      moved: changed.filter(
        ({ before, after }) => before.due !== after.due || before.promised !== after.promised,
      ).length,
      settled: changed.filter(({ before, after }) => before.provisional && !after.provisional).length,
    };
  });
}

/** One event in a stream of its own says which calendar holds from then on, and what it changed. */
async function record(
  { appender, entropy }: StepWorld,
  { region, now }: RecomputeOptions,
  { calendar, clocks, moved, settled }: Recomputed,
): Promise<void> {
  const request = `calendar:${entropy.id()}`;
  const event: LedgerEvent = {
    id: entropy.id(),
    region,
    stream: entropy.id(),
    seq: 1,
    type: 'calendar/recomputed',
    at: now,
    on: legalDateOf(now),
    actor: { person: 'system', post: 'system', unit: '' },
    request,
    data: { calendar, clocks, moved, settled },
    personal: {},
    salt: entropy.salt(),
  };
  const rows = noRows();
  rows.events.push(eventRow(event, []));
  rows.streams.push({ request, home: 'calendar', stream: event.stream, expected: 0 });
  await appender.append({
    region,
    request,
    digest: sm3Hex(canonical(event.data)),
    outcome: { calendar },
    at: now,
    rows,
  });
}
