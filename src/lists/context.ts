import type { Refusal } from '../kernel/errors.ts';
import type { Count } from '../kernel/indicator/declaration.ts';
import type { LedgerEvent } from '../kernel/ledger/event.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import type { Context } from '../kernel/procedure/context.ts';
import type { ItemState, ItemVersion } from './item.ts';
import type { OperationId } from './operations.ts';

/** What an operation depends on, as data (rule 1). */
export type ListContext = Pick<
  Context,
  'region' | 'now' | 'on' | 'request' | 'actor' | 'entropy' | 'imported'
>;

/** What is asked: one of the list's operations with the values of its form. */
export interface ListAction {
  readonly operation: OperationId;
  readonly input: JsonObject;
}

/** The items an operation may touch, by code, as they stand now. All the codes it names must be looked up. */
export type Heads = ReadonlyMap<string, ItemState>;

/** One event to be stored, with all that follows from it. */
export interface ListWritten {
  readonly before: ItemState | undefined;
  readonly after: ItemState;
  readonly event: LedgerEvent;
  /** The interval the event opens; the one before it ends on the same day. */
  readonly version: ItemVersion;
  readonly counts: readonly Count[];
}

export type ListDecision =
  | { readonly ok: true; readonly writes: readonly ListWritten[] }
  | { readonly ok: false; readonly refusal: Refusal };
