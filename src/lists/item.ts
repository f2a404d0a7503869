import type { LegalDate } from '../kernel/dates.ts';
import type { LedgerEvent } from '../kernel/ledger/event.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import type { ItemStatus, OperationId } from './operations.ts';

/** Who exercises an item beside the unit it belongs to. */
export interface Holder extends JsonObject {
  readonly by: 'entrust' | 'empower';
  readonly unit: string;
  readonly since: LegalDate;
}

/** The item as operations left it. */
export interface ItemState {
  readonly list: string;
  readonly code: string;
  /** Id of its stream in the ledger. */
  readonly stream: string;
  readonly seq: number;
  readonly status: ItemStatus;
  /** Day on which the last operation takes effect. */
  readonly lastOn: LegalDate;
  readonly kind: string;
  readonly unit: string;
  readonly fields: JsonObject;
  readonly holder?: Holder;
  /** Handled after registration and no longer before it (前置改后置). */
  readonly postRegistration: boolean;
}

/** Items this operation touches as well: what was merged into it, split from it, or where it went. */
export interface Related extends JsonObject {
  readonly role: 'merged-from' | 'merged-into' | 'split-from' | 'split-into';
  readonly codes: readonly string[];
}

/** What an event of a list carries: the consequences, not only the request (SPEC K2). */
export interface ItemEventData {
  readonly code: string;
  readonly effective: LegalDate;
  readonly status: ItemStatus;
  readonly kind: string;
  readonly unit: string;
  /** Fields that take a new value; `null` empties one. */
  readonly set: JsonObject;
  /** `null`: nobody beside the unit any more; absent: as before. */
  readonly holder?: Holder | null;
  readonly postRegistration?: true;
  readonly document: { readonly title: string; readonly number?: string };
  readonly reason: string;
  readonly receiver?: string;
  readonly related?: Related;
  readonly imported?: true;
}

/** An item over one interval of days: from `from` up to the day before `to`; open while `to` is absent. */
export interface ItemVersion {
  readonly list: string;
  readonly code: string;
  readonly from: LegalDate;
  readonly to?: LegalDate;
  readonly seq: number;
  readonly status: ItemStatus;
  readonly operation: OperationId;
  readonly name: string;
  readonly kind: string;
  readonly unit: string;
  readonly item: JsonObject;
  readonly event: string;
}

/** The data of an event of a list. Only this kernel writes such events, so the shape is known. */
export function itemDataOf(event: LedgerEvent): ItemEventData {
  return event.data as unknown as ItemEventData;
}

/** `powers/cancel` → list and operation. */
export function typeOf(event: LedgerEvent): { list: string; operation: OperationId } {
  const slash = event.type.indexOf('/');
  return { list: event.type.slice(0, slash), operation: event.type.slice(slash + 1) as OperationId };
}

/** The next state (SPEC K1, K2). Throws on a gap in the stream. */
export function evolveItem(before: ItemState | undefined, event: LedgerEvent): ItemState {
  const data = itemDataOf(event);
  if (event.seq !== (before?.seq ?? 0) + 1) {
    throw new Error(`stream ${event.stream}: event ${event.seq} follows ${before?.seq ?? 0}`);
  }
  const holder = data.holder === undefined ? before?.holder : (data.holder ?? undefined);
  return {
    list: typeOf(event).list,
    code: data.code,
    stream: event.stream,
    seq: event.seq,
    status: data.status,
    lastOn: data.effective,
    kind: data.kind,
    unit: data.unit,
    fields: merged(before?.fields ?? {}, data.set),
    ...(holder ? { holder } : {}),
    postRegistration: data.postRegistration ?? before?.postRegistration ?? false,
  };
}

function merged(fields: JsonObject, set: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ ...fields, ...set }).filter(([, value]) => value !== null));
}

/** What is kept of an item for one interval. */
export function versionAfter(state: ItemState, event: LedgerEvent): ItemVersion {
  return {
    list: state.list,
    code: state.code,
    from: state.lastOn,
    seq: state.seq,
    status: state.status,
    operation: typeOf(event).operation,
    name: String(state.fields.name ?? ''),
    kind: state.kind,
    unit: state.unit,
    item: {
      ...state.fields,
      ...(state.holder ? { holder: state.holder } : {}),
      ...(state.postRegistration ? { postRegistration: true } : {}),
    },
    event: event.id,
  };
}

/** Folds a whole stream into the state and the intervals it passed through (SPEC K11). */
export function replayItem(events: readonly LedgerEvent[]): {
  state: ItemState | undefined;
  versions: readonly ItemVersion[];
} {
  let state: ItemState | undefined;
  const versions: ItemVersion[] = [];
  for (const event of events) {
    state = evolveItem(state, event);
    const version = versionAfter(state, event);
    const last = versions.at(-1);
    if (last) versions[versions.length - 1] = { ...last, to: version.from };
    versions.push(version);
  }
  return { state, versions };
}

/** The version that holds on `day`; an interval that begins and ends on one day never holds. */
export function itemAsOf(versions: readonly ItemVersion[], day: LegalDate): ItemVersion | undefined {
  return versions.find((version) => holdsOn(version, day));
}

/** Whether the interval contains `day`. */
export function holdsOn(version: ItemVersion, day: LegalDate): boolean {
  return version.from <= day && (version.to === undefined || day < version.to);
}
