import type { Calendar } from '../../kernel/calendar/calendar.ts';
import { type ClockState, openPause } from '../../kernel/clock/clock.ts';
import { dueOf } from '../../kernel/clock/index.ts';
import type { LawBook } from '../../kernel/clock/law.ts';
import { addMonths } from '../../kernel/dates.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { Written } from '../../kernel/procedure/context.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { searchTerms } from '../../kernel/search/terms.ts';
import type { Rows } from './tables.ts';

/** What the derivation of rows needs beside the events. */
export interface Derivation {
  readonly law: LawBook;
  readonly calendar: Calendar;
  readonly procedure: (id: string, version?: number) => CompiledProcedure;
}

/** Tables that say what stands of a matter, besides its events. */
export const standingTables = [
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
