import type { Calendar } from '../../kernel/calendar/calendar.ts';
import { type ClockState, openPause } from '../../kernel/clock/clock.ts';
import { dueOf } from '../../kernel/clock/index.ts';
import type { LawBook } from '../../kernel/clock/law.ts';
import { addMonths, legalDateOf } from '../../kernel/dates.ts';
import type { LedgerEvent } from '../../kernel/ledger/event.ts';
import { leafOf } from '../../kernel/ledger/leaf.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { Written } from '../../kernel/procedure/context.ts';
import type { StoredFile } from '../../kernel/procedure/fields.ts';
import { filesIn } from '../../kernel/procedure/files-in.ts';
import { dataOf, type MatterState } from '../../kernel/procedure/matter.ts';
import { searchTerms } from '../../kernel/search/terms.ts';

/** Rows of the derived tables, as fazhi_append takes them. Each carries the request it belongs to. */
export interface Rows {
  readonly streams: object[];
  readonly claims: object[];
  readonly events: object[];
  /** Matters that begin. */
  readonly matters: object[];
  /** Matters that stood before: what can change of them. */
  readonly movedMatters: object[];
  readonly search: object[];
  /** Clocks that are started for the first time. */
  readonly clocks: object[];
  readonly movedClocks: object[];
  readonly publications: object[];
  readonly personal: object[];
  readonly files: object[];
  readonly certificates: object[];
  readonly versions: object[];
  readonly items: object[];
}

export const noRows = (): Rows => ({
  streams: [],
  claims: [],
  events: [],
  matters: [],
  movedMatters: [],
  search: [],
  clocks: [],
  movedClocks: [],
  publications: [],
  personal: [],
  files: [],
  certificates: [],
  versions: [],
  items: [],
});

/** What the derivation of rows needs beside the events. */
export interface Derivation {
  readonly law: LawBook;
  readonly calendar: Calendar;
  readonly procedure: (id: string, version?: number) => CompiledProcedure;
}

/** Year of the partition: the year of recording in legal time. */
export const yearOf = (event: LedgerEvent): number => Number(legalDateOf(event.at).slice(0, 4));

export function eventRow(event: LedgerEvent, counts: readonly object[]): object {
  return {
    request: event.request,
    year: yearOf(event),
    stream: event.stream,
    seq: event.seq,
    id: event.id,
    type: event.type,
    at: event.at,
    on_date: event.on,
    person: event.actor.person,
    post: event.actor.post,
    unit: event.actor.unit,
    data: event.data,
    personal: event.personal,
    salt: event.salt,
    leaf: leafOf(event),
    counts,
  };
}

/**
 * The rows of one request. A stream that the request touches twice (a matter and the news of its child) is
 * expected where it stood before the first and stored as it stands after the last.
 */
export function rowsOf(request: string, writes: readonly Written[], derivation: Derivation): Rows {
  const rows = noRows();
  const seen = new Set<string>();
  const last = new Map(writes.map((written) => [written.after.id, written.after]));
  for (const written of writes) {
    const { before, after, event, counts } = written;
    rows.events.push(eventRow(event, counts));
    rows.claims.push(...written.claims.map(({ kind, key }) => ({ request, kind, key, stream: after.id })));
    rows.personal.push(...written.personal.map((value) => ({ request, matter: after.id, ...value })));
    rows.files.push(
      ...filesOf(event).map(({ sm3, name }) => ({ request, sm3, name, event: event.id, stream: after.id })),
    );
    if (seen.has(after.id)) continue;
    seen.add(after.id);
    const end = last.get(after.id)!;
    rows.streams.push({ request, home: 'matter', stream: after.id, expected: before?.seq ?? 0 });
    const standing = standingRows(before, end, writes, derivation);
    for (const table of standingTables) {
      rows[table].push(...standing[table].map((row) => ({ request, ...row })));
    }
  }
  return rows;
}

const standingTables = [
  'matters',
  'movedMatters',
  'search',
  'clocks',
  'movedClocks',
  'publications',
  'certificates',
] as const;

/** What stands of a matter once `writes` brought it from `before` to `end`: its own row and what hangs on it. */
export function standingRows(
  before: MatterState | undefined,
  end: MatterState,
  writes: readonly Pick<Written, 'after' | 'personal'>[],
  derivation: Derivation,
): Pick<Rows, (typeof standingTables)[number]> {
  const procedure = derivation.procedure(end.procedure, end.version);
  const certificate = procedure.declaration.certifies?.(end);
  return {
    matters: before ? [] : [matterRow(end)],
    movedMatters: before ? [movedMatterRow(end)] : [],
    search: searchRows(before, end, writes, derivation),
    ...clockRows(before, end, procedure, derivation),
    publications: publicationRows(before, end, procedure, derivation),
    certificates: certificate ? [certificateRow(certificate, end)] : [],
  };
}

/** Puts the rows of several requests together, for one call. */
export function mergeRows(all: readonly Rows[]): Rows {
  const merged = noRows();
  for (const rows of all) {
    for (const key of Object.keys(merged) as (keyof Rows)[]) merged[key].push(...rows[key]);
  }
  return merged;
}

function matterRow(state: MatterState): object {
  return {
    ...movedMatterRow(state),
    procedure: state.procedure,
    version: state.version,
    number: state.number,
    unit: state.unit,
    started_on: state.startedOn,
    parent: state.parent?.matter ?? null,
    handler: state.taken[0]?.person ?? '',
  };
}

function movedMatterRow(state: MatterState): object {
  return {
    id: state.id,
    seq: state.seq,
    title: state.title,
    stages: state.stages,
    closed: state.closed,
    outcome: state.outcome ?? null,
    closed_on: state.closedOn ?? null,
    state,
  };
}

/** The words a matter is found by, where this request changed them. */
function searchRows(
  before: MatterState | undefined,
  after: MatterState,
  writes: readonly Pick<Written, 'after' | 'personal'>[],
  derivation: Derivation,
): object[] {
  const procedure = derivation.procedure(after.procedure, after.version);
  const fields = procedure.declaration.search ?? [];
  const openText = (state: MatterState) =>
    [
      state.number,
      state.title,
      ...fields.filter((name) => !procedure.allPersonal.has(name)).map((name) => state.facts[name]),
    ]
      .filter((value) => typeof value === 'string')
      .join(' ');
  const personal = writes
    .filter((written) => written.after.id === after.id)
    .flatMap((written) => written.personal)
    .filter((value) => fields.includes(value.field) && typeof value.value === 'string')
    .map((value) => value.value);
  const text = openText(after);
  if (before && personal.length === 0 && openText(before) === text) return [];
  return [
    {
      matter: after.id,
      procedure: after.procedure,
      unit: after.unit,
      started_on: after.startedOn,
      terms: searchTerms(text),
      personal_terms: searchTerms(personal.join(' ')),
    },
  ];
}

function clockRows(
  before: MatterState | undefined,
  after: MatterState,
  procedure: CompiledProcedure,
  derivation: Derivation,
): Pick<Rows, 'clocks' | 'movedClocks'> {
  const touched = Object.values(after.clocks).filter(
    (clock) => before?.clocks[clock.clock] !== clock || after.closed !== (before?.closed ?? false),
  );
  const known = (clock: ClockState): boolean => before?.clocks[clock.clock] !== undefined;
  return {
    clocks: touched
      .filter((clock) => !known(clock))
      .map((clock) => clockRow(clock, after, procedure, derivation)),
    movedClocks: touched.filter(known).map((clock) => movedClockRow(clock, after, derivation)),
  };
}

export function clockRow(
  clock: ClockState,
  matter: MatterState,
  procedure: CompiledProcedure,
  derivation: Derivation,
): object {
  const declared = procedure.declaration.clocks?.[clock.clock];
  return {
    ...movedClockRow(clock, matter, derivation),
    procedure: matter.procedure,
    unit: matter.unit,
    binds_applicant: declared?.bindsApplicant ?? false,
    near: declared?.near ?? 3,
  };
}

function movedClockRow(clock: ClockState, matter: MatterState, { law, calendar }: Derivation): object {
  const due = dueOf(clock, law, calendar);
  return {
    matter: matter.id,
    clock: clock.clock,
    rule: clock.rule,
    started_on: clock.start,
    due: due.due,
    due_at: due.dueAt ?? null,
    promised: due.promised ?? null,
    provisional: due.provisional,
    calendar: due.calendar,
    paused: openPause(clock) !== undefined,
    stopped_on:
      clock.stopped?.on ??
      (matter.closed && !clock.clock.startsWith('publication:') ? matter.closedOn! : null),
    late: clock.stopped !== undefined && clock.stopped.on > due.due,
  };
}

function publicationRows(
  before: MatterState | undefined,
  after: MatterState,
  procedure: CompiledProcedure,
  derivation: Derivation,
): object[] {
  return Object.values(after.publications)
    .filter((publication) => before?.publications[publication.id] !== publication)
    .map((publication) => {
      const declared = procedure.declaration.publications![publication.id]!;
      const clock = after.clocks[`publication:${publication.id}`];
      const months = declared.months?.(after.facts);
      const content = publication.content ?? [];
      const title = publication.title ?? declared.name;
      return {
        matter: after.id,
        publication: publication.id,
        channel: declared.channel,
        procedure: after.procedure,
        unit: after.unit,
        status: publication.status,
        due: clock ? dueOf(clock, derivation.law, derivation.calendar).due : null,
        published_on: publication.publishedOn ?? null,
        corrected_on: publication.correctedOn ?? null,
        withdrawn_on: publication.withdrawnOn ?? null,
        expires_on: months && publication.publishedOn ? addMonths(publication.publishedOn, months) : null,
        title,
        content,
        reason: publication.reason ?? null,
        terms: searchTerms(
          [title, ...content.map(([, value]) => (typeof value === 'string' ? value : ''))].join(' '),
        ),
      };
    });
}

function certificateRow(
  certificate: NonNullable<ReturnType<NonNullable<CompiledProcedure['declaration']['certifies']>>>,
  matter: MatterState,
): object {
  return {
    person: certificate.person,
    kind: certificate.kind,
    number: certificate.number,
    unit: certificate.unit,
    from_date: certificate.from,
    to_date: certificate.to,
    scope: certificate.scope,
    suspended: certificate.suspended,
    matter: matter.id,
  };
}

/** Files an event brought, each once: they are bound to it from then on. */
function filesOf(event: LedgerEvent): StoredFile[] {
  return [...new Map(filesIn(dataOf(event).input).map((file) => [file.sm3, file])).values()];
}
