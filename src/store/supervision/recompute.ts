import type { Calendar } from '../../kernel/calendar/calendar.ts';
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
  /** The entry of a notice that changed the calendar; where the sweep mends what was left, there is none. */
  readonly because?: CalendarCause;
  readonly batch?: number;
  readonly onProgress?: (clocks: number) => void;
}

/** An entry of a holiday notice, and how the notice is told. */
export interface CalendarCause {
  readonly year: number;
  readonly ordinal: number;
  readonly source: string;
  readonly number?: string;
}

/** What a change of the calendar does to the clocks that run. */
export interface Counts {
  /** Clocks that were computed again. */
  readonly clocks: number;
  /** Those of them whose legal or promised day moved. */
  readonly moved: number;
  /** Those that are no longer provisional. */
  readonly settled: number;
  /** Those whose due day came to lie before today: late by the change alone. */
  readonly late: number;
}

export interface Recomputed extends Counts {
  readonly calendar: string;
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
  let counts = none;
  for (;;) {
    const portion = await recomputeSome(world, options);
    if (portion.clocks === 0) break;
    counts = sum(counts, portion);
    options.onProgress?.(counts.clocks);
  }
  const done = { calendar: calendar.version, ...counts };
  if (done.clocks > 0) await record(world, options, done);
  return done;
}

/** What another calendar would do to the clocks that run. Writes nothing. */
export async function tryCalendar(
  { sql, law }: Pick<StepWorld, 'sql' | 'law'>,
  calendar: Calendar,
  { region, now, batch = BATCH }: RecomputeOptions,
): Promise<Counts> {
  let counts = none;
  let after: Open | undefined;
  for (;;) {
    const beyond = after ? sql`and (c.matter, c.clock) > (${after.matter}::uuid, ${after.clock})` : sql``;
    const open = await sql<Open[]>`
      select c.matter, c.clock, c.due, c.promised, c.provisional, m.state -> 'clocks' -> c.clock as state
      from clock c join matter m on m.region = c.region and m.id = c.matter
      where c.region = ${region} and c.stopped_on is null ${beyond}
      order by c.matter, c.clock limit ${batch}`;
    const changes = open.map((before) => ({ before, after: dueOf(before.state, law, calendar) }));
    counts = sum(counts, countsOf(changes, legalDateOf(now)));
    after = open.at(-1);
    if (open.length < batch) return counts;
  }
}

const none: Counts = { clocks: 0, moved: 0, settled: 0, late: 0 };

const sum = (a: Counts, b: Counts): Counts => ({
  clocks: a.clocks + b.clocks,
  moved: a.moved + b.moved,
  settled: a.settled + b.settled,
  late: a.late + b.late,
});

interface Change {
  readonly before: Pick<Open, 'due' | 'promised' | 'provisional'>;
  readonly after: {
    readonly due: LegalDate;
    readonly promised?: LegalDate | null;
    readonly provisional: boolean;
  };
}

function countsOf(changes: readonly Change[], today: LegalDate): Counts {
  const count = (holds: (change: Change) => boolean): number => changes.filter(holds).length;
  return {
    clocks: changes.length,
    moved: count(
      ({ before, after }) => before.due !== after.due || before.promised !== (after.promised ?? null),
    ),
    settled: count(({ before, after }) => before.provisional && !after.provisional),
    late: count(({ before, after }) => before.due >= today && after.due < today),
  };
}

async function recomputeSome(
  world: StepWorld,
  { region, now, batch = BATCH }: RecomputeOptions,
): Promise<Counts> {
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
    return countsOf(
      open.map((before, at) => ({ before, after: rows[at]! })),
      legalDateOf(now),
    );
  });
}

/** The request under which the entry of a notice is told; its outcome says what it did to the clocks. */
export function recomputeRequest({ year, ordinal }: Pick<CalendarCause, 'year' | 'ordinal'>): string {
  return `calendar:${year}.${ordinal}`;
}

/** One event in a stream of its own says which calendar holds from then on, and what it changed. */
async function record(
  { appender, entropy }: StepWorld,
  { region, now, because }: RecomputeOptions,
  done: Recomputed,
): Promise<void> {
  const request = because ? recomputeRequest(because) : `calendar:${entropy.id()}`;
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
    data: { ...done, ...(because ? { because: { ...because } } : {}) },
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
    outcome: { ...done },
    at: now,
    rows,
  });
}
