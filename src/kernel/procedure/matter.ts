import { type ClockOp, type ClockState, evolveClock } from '../clock/clock.ts';
import type { LegalDate } from '../dates.ts';
import type { LedgerEvent } from '../ledger/event.ts';
import type { JsonObject, JsonValue } from '../ledger/json.ts';
import type { PublicContent } from '../publication/content.ts';
import type { Alert } from '../supervision/alert.ts';
import type { Facts, PinnedItem } from './facts.ts';

/**
 * One step that was taken, as the guards of later steps see it. The rest of who, when and how stands in its event: a
 * state is written whole at every step, and this is the part of it that only grows.
 */
export interface TakenStep {
  readonly step: string;
  readonly on: LegalDate;
  readonly person: string;
  /** Unit of the post it was taken in; absent where that is the unit of the matter. */
  readonly unit?: string;
}

export type PublicationOp =
  | { readonly op: 'due'; readonly id: string; readonly event: string }
  | { readonly op: 'withhold'; readonly id: string; readonly reason: string }
  | {
      readonly op: 'publish';
      readonly id: string;
      readonly on: LegalDate;
      readonly title: string;
      readonly content: PublicContent;
    }
  | {
      readonly op: 'correct';
      readonly id: string;
      readonly on: LegalDate;
      readonly title: string;
      readonly content: PublicContent;
      readonly reason: string;
    }
  | { readonly op: 'withdraw'; readonly id: string; readonly on: LegalDate; readonly reason: string };

export interface PublicationState {
  readonly id: string;
  readonly status: 'due' | 'withheld' | 'published' | 'withdrawn';
  readonly publishedOn?: LegalDate;
  readonly correctedOn?: LegalDate;
  readonly withdrawnOn?: LegalDate;
  readonly reason?: string;
  readonly title?: string;
  readonly content?: PublicContent;
}

export interface ChildState {
  readonly matter: string;
  readonly procedure: string;
  readonly link: string;
  readonly closed: boolean;
  readonly outcome?: string;
  readonly facts: { readonly [field: string]: JsonValue };
}

/** A run of a procedure, folded from its events. Holds no personal value. */
export interface MatterState {
  readonly id: string;
  readonly region: string;
  readonly procedure: string;
  /** Version of the procedure it began under and stays with. */
  readonly version: number;
  readonly seq: number;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  /** Where it stands; several where work runs in parallel. */
  readonly stages: readonly string[];
  readonly closed: boolean;
  readonly outcome?: string;
  readonly startedOn: LegalDate;
  readonly closedOn?: LegalDate;
  readonly facts: Facts;
  readonly pins: { readonly [pin: string]: PinnedItem };
  readonly taken: readonly TakenStep[];
  readonly clocks: { readonly [clock: string]: ClockState };
  readonly publications: { readonly [publication: string]: PublicationState };
  readonly children: readonly ChildState[];
  readonly parent?: { readonly matter: string; readonly procedure: string; readonly link: string };
}

/** What an event of a matter carries. All consequences are in it; evolving needs no declaration. */
export interface MatterEventData {
  readonly version: number;
  readonly input: JsonObject;
  readonly set: JsonObject;
  readonly pins: { readonly [pin: string]: PinnedItem };
  readonly stages: readonly string[];
  readonly title: string;
  readonly clocks: readonly ClockOp[];
  readonly publications: readonly PublicationOp[];
  readonly opens: readonly { readonly matter: string; readonly procedure: string; readonly link: string }[];
  readonly alerts: readonly Alert[];
  /** Only on the first event. */
  readonly number?: string;
  readonly unit?: string;
  readonly parent?: { readonly matter: string; readonly procedure: string; readonly link: string };
  /** Only where the matter ends. */
  readonly outcome?: string;
  /** Only on kernel steps: what was asked, which is no fact of the matter. */
  readonly asked?: JsonObject;
  /** Only on `$child-closed`. */
  readonly child?: { readonly matter: string; readonly outcome: string; readonly facts: JsonObject };
}

/** The data of an event of a matter. Only the kernel writes such events, so the shape is known. */
export function dataOf(event: LedgerEvent): MatterEventData {
  return event.data as unknown as MatterEventData;
}

function evolvePublication(state: PublicationState | undefined, op: PublicationOp): PublicationState {
  switch (op.op) {
    case 'due':
      return { id: op.id, status: 'due' };
    case 'withhold':
      return { id: op.id, status: 'withheld', reason: op.reason };
    case 'publish':
      return { id: op.id, status: 'published', publishedOn: op.on, title: op.title, content: op.content };
    case 'correct':
      return {
        ...state,
        id: op.id,
        status: 'published',
        correctedOn: op.on,
        title: op.title,
        content: op.content,
        reason: op.reason,
      };
    case 'withdraw':
      return { ...state, id: op.id, status: 'withdrawn', withdrawnOn: op.on, reason: op.reason };
  }
}

/** Before any event: what a matter is born with. */
function initial(event: LedgerEvent, data: MatterEventData): MatterState {
  const matter: MatterState = {
    id: event.stream,
    region: event.region,
    procedure: event.type.slice(0, event.type.indexOf('/')),
    version: data.version,
    seq: 0,
    number: data.number ?? '',
    title: '',
    unit: data.unit ?? event.actor.unit,
    stages: [],
    closed: false,
    startedOn: event.on,
    facts: {},
    pins: {},
    taken: [],
    clocks: {},
    publications: {},
    children: [],
  };
  return data.parent ? { ...matter, parent: data.parent } : matter;
}

/** The next state. Total over every event the kernel ever wrote; throws on a gap in the stream. */
export function evolve(before: MatterState | undefined, event: LedgerEvent): MatterState {
  const data = dataOf(event);
  const state = before ?? initial(event, data);
  if (event.seq !== state.seq + 1) {
    throw new Error(`stream ${event.stream}: event ${event.seq} follows ${state.seq}`);
  }
  const clocks = { ...state.clocks };
  for (const op of data.clocks) clocks[op.clock] = evolveClock(clocks[op.clock], op);
  const publications = { ...state.publications };
  for (const op of data.publications) publications[op.id] = evolvePublication(publications[op.id], op);
  const closed = data.outcome !== undefined ? true : state.closed;
  const step = event.type.slice(event.type.indexOf('/') + 1);
  return {
    ...state,
    seq: event.seq,
    title: data.title,
    stages: data.stages,
    closed,
    ...(data.outcome !== undefined ? { outcome: data.outcome, closedOn: event.on } : {}),
    facts: { ...state.facts, ...data.input, ...data.set },
    pins: { ...state.pins, ...data.pins },
    taken: [
      ...state.taken,
      {
        step,
        on: event.on,
        person: event.actor.person,
        ...(event.actor.unit === state.unit ? {} : { unit: event.actor.unit }),
      },
    ],
    clocks,
    publications,
    children: evolveChildren(state.children, data),
  };
}

function evolveChildren(children: readonly ChildState[], data: MatterEventData): readonly ChildState[] {
  const opened = data.opens.map((child) => ({ ...child, closed: false, facts: {} }));
  const known = opened.length > 0 ? [...children, ...opened] : children;
  const { child } = data;
  if (!child) return known;
  return known.map((entry) =>
    entry.matter === child.matter
      ? { ...entry, closed: true, outcome: child.outcome, facts: child.facts }
      : entry,
  );
}

/** Folds a whole stream. */
export function replay(events: readonly LedgerEvent[]): MatterState | undefined {
  return events.reduce<MatterState | undefined>(evolve, undefined);
}

/** Whether `step` was taken, and when last. */
export function lastTaken(matter: MatterState | undefined, step: string): TakenStep | undefined {
  return matter?.taken.findLast((entry) => entry.step === step);
}
