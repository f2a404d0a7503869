import type { LedgerEvent, PersonalValue } from '../../kernel/ledger/event.ts';
import type { Queries } from '../connection.ts';
import { type EventRow, eventColumns, eventFrom } from '../sealing/events.ts';

/** A whole stream of the ledger, with what stands apart from it. */
export interface Stream {
  readonly id: string;
  readonly events: readonly LedgerEvent[];
  /** Years of the partitions, in the order of the events. */
  readonly years: readonly number[];
  /** Events that a seal covers: only these are in the figures. */
  readonly sealed: ReadonlySet<string>;
  readonly personal: readonly PersonalValue[];
}

interface StreamRow extends EventRow {
  readonly sealed: boolean;
}

/** Events read in one go. */
const BATCH = 5000;
const NIL = '00000000-0000-0000-0000-000000000000';

/** The streams of a region, some hundreds at a time; the next events are on their way meanwhile. */
export async function* streamsOf(sql: Queries, region: string): AsyncGenerator<readonly Stream[]> {
  let begun: StreamRow[] = [];
  let next = readAfter(sql, region, NIL, 0);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (last) next = readAfter(sql, region, last.stream, last.seq);
    const all = [...begun, ...rows];
    // The last stream may go on in the next batch.
    const end = last ? all.findIndex((row) => row.stream === last.stream) : all.length;
    const whole = all.slice(0, end);
    begun = all.slice(end);
    if (whole.length > 0) yield gather(whole, await personalOf(sql, region, whole));
    if (!last) return;
  }
}

function readAfter(sql: Queries, region: string, stream: string, seq: number): Promise<StreamRow[]> {
  const rows = sql<StreamRow[]>`
    select ${eventColumns(sql)}, p.id is null as sealed
    from (select * from event e
           where e.region = ${region} and (e.stream, e.seq) > (${stream}::uuid, ${seq}::int)
           order by e.stream, e.seq limit ${BATCH}) e
    left join event_pending p on p.region = ${region} and p.id = e.id
    order by e.stream, e.seq`.then((found) => [...found]);
  rows.catch(() => {}); // Met where it is awaited; nobody awaits it when the work on its predecessor failed.
  return rows;
}

type PersonalRow = PersonalValue & { readonly matter: string };

/** Streams come in the order of their ids, so those of a batch lie between its first and its last. */
function personalOf(sql: Queries, region: string, rows: readonly StreamRow[]): Promise<PersonalRow[]> {
  return sql<PersonalRow[]>`
    select matter, event, field, salt, value from personal_value
    where region = ${region} and matter between ${rows[0]!.stream} and ${rows.at(-1)!.stream}
    order by event, field`;
}

function gather(rows: readonly StreamRow[], personal: readonly PersonalRow[]): Stream[] {
  const values = Map.groupBy(personal, (value) => value.matter);
  return [...Map.groupBy(rows, (row) => row.stream)].map(([id, own]) => ({
    id,
    events: own.map(eventFrom),
    years: own.map((row) => row.year),
    sealed: new Set(own.filter((row) => row.sealed).map((row) => row.id)),
    personal: values.get(id) ?? [],
  }));
}
