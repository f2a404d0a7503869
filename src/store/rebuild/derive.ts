import type { Calendar } from '../../kernel/calendar/calendar.ts';
import type { Instant } from '../../kernel/dates.ts';
import { countsOf } from '../../kernel/indicator/count.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import { dataOf, evolve, type MatterState } from '../../kernel/procedure/matter.ts';
import type { CompiledList } from '../../lists/compile.ts';
import { clockRow, type Derivation, standingRows } from '../steps/standing.ts';
import { entriesAt } from './entries.ts';
import type { Stream } from './streams.ts';

/** What a rebuild needs to know beside the events. */
export interface Derivations extends Derivation {
  readonly findProcedure: (id: string) => CompiledProcedure | undefined;
  readonly findList: (id: string) => CompiledList | undefined;
  /** The calendar in force at an instant: what has stopped is judged by it. Default: the present one. */
  readonly calendarAt?: (at: Instant) => Calendar;
}

/** Tables that follow from events. */
export const derivedTables = [
  'matter',
  'matter_search',
  'clock',
  'publication',
  'certificate',
  'list_item',
  'list_version',
  'figure_entry',
  'rollup',
] as const;
export type DerivedTable = (typeof derivedTables)[number];

/** Rows by table, as JSON that fits the table's columns. */
export type DerivedRows = { readonly [table in Exclude<DerivedTable, 'rollup'>]: object[] };

export const noDerivedRows = (): DerivedRows => ({
  matter: [],
  matter_search: [],
  clock: [],
  publication: [],
  certificate: [],
  list_item: [],
  list_version: [],
  figure_entry: [],
});

/** Whose history a stream is: a procedure's, a list's, or that of something else (the calendar). */
export function ownerOf(stream: Stream): string {
  const { type } = stream.events[0]!;
  return type.slice(0, type.indexOf('/'));
}

/** Adds the rows of a matter, from its events alone. */
export function deriveMatter(
  region: string,
  stream: Stream,
  derivations: Derivations,
  into: DerivedRows,
): void {
  let state: MatterState | undefined;
  /** When each clock was last written: by an operation on it, or by the end of its matter. */
  const touched = new Map<string, Instant>();
  stream.events.forEach((event, at) => {
    const before = state;
    const after = evolve(before, event);
    const procedure = derivations.procedure(after.procedure, after.version);
    const ends = after.closed && !before?.closed;
    for (const clock of ends ? Object.keys(after.clocks) : dataOf(event).clocks.map((op) => op.clock)) {
      touched.set(clock, event.at);
    }
    into.figure_entry.push(...entriesAt(region, stream, at, countsOf(procedure, before, after, event)));
    state = after;
  });
  const end = state!;
  const rows = standingRows(undefined, end, [{ after: end, personal: stream.personal }], derivations);
  const clocks = (rows.clocks as ClockRow[]).map((row) => asJudged(row, end, touched, derivations));
  const due = new Map(clocks.map((row) => [row.clock, row.due]));
  const own = (row: object) => ({ region, ...row });
  into.matter.push(...rows.matters.map(own));
  into.matter_search.push(...rows.search.map(own));
  into.clock.push(...clocks.map(own));
  into.publication.push(
    ...(rows.publications as { publication: string }[]).map((row) => ({
      region,
      ...row,
      due: due.get(`publication:${row.publication}`) ?? null,
    })),
  );
  into.certificate.push(...rows.certificates.map(own));
}

interface ClockRow {
  readonly clock: string;
  readonly due: string;
  readonly stopped_on: string | null;
}

/** A clock that stopped keeps the days it was judged by; one that runs goes by the present calendar. */
function asJudged(
  row: ClockRow,
  matter: MatterState,
  touched: ReadonlyMap<string, Instant>,
  derivations: Derivations,
): ClockRow {
  const then = row.stopped_on !== null && derivations.calendarAt?.(touched.get(row.clock)!);
  if (!then || then.version === derivations.calendar.version) return row;
  const procedure = derivations.procedure(matter.procedure, matter.version);
  return clockRow(matter.clocks[row.clock]!, matter, procedure, {
    ...derivations,
    calendar: then,
  }) as ClockRow;
}
