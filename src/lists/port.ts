import type { Instant, LegalDate } from '../kernel/dates.ts';
import type { Actor } from '../kernel/ledger/event.ts';
import type { Heads } from './context.ts';
import type { ListDiff } from './diff.ts';
import type { ItemEventData, ItemVersion } from './item.ts';
import type { ItemStatus, OperationId } from './operations.ts';

/** What a list page asks for. */
export interface ListQuery {
  readonly region: string;
  readonly list: string;
  /** The list as it stood on this day. */
  readonly on: LegalDate;
  /** Words to find in code, name and searched fields. */
  readonly search?: string;
  readonly kind?: string;
  readonly unit?: string;
  /** Items of this unit, and those entrusted or given to it. */
  readonly exercisedBy?: string;
  /** Items whose field `by` holds `to`. */
  readonly refers?: { readonly by: string; readonly to: string };
  /** Default: everything that has not ended. */
  readonly status?: ItemStatus;
  readonly sort?: 'code' | 'name' | 'unit';
  readonly offset?: number;
  /** Rows of the page; default 50. */
  readonly limit?: number;
}

export interface ListPage {
  readonly rows: readonly ItemVersion[];
  /** All items that answer, on all pages. */
  readonly total: number;
}

/** How many items answer, by kind and by unit, whatever page is shown. */
export interface ListCounts {
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly units: readonly { readonly unit: string; readonly count: number }[];
}

export interface DiffQuery {
  readonly region: string;
  readonly list: string;
  readonly from: LegalDate;
  readonly to: LegalDate;
  readonly offset?: number;
  /** Most items returned; default 50. */
  readonly limit?: number;
}

export interface DiffPage extends ListDiff {
  /** Of all items, not only those of the page. */
  readonly totals: { readonly added: number; readonly removed: number; readonly changed: number };
}

/** One line of an item's record. */
export interface HistoryLine {
  readonly version: ItemVersion;
  readonly operation: OperationId;
  readonly on: LegalDate;
  readonly at: Instant;
  readonly actor: Actor;
  readonly data: ItemEventData;
}

/** Where lists are kept. Reads only; writing goes through the ledger. */
export interface ListStore {
  /** Present state of the named items, with operations that take effect later included. */
  heads(region: string, list: string, codes: readonly string[]): Promise<Heads>;
  page(query: ListQuery): Promise<ListPage>;
  counts(query: ListQuery): Promise<ListCounts>;
  diff(query: DiffQuery): Promise<DiffPage>;
  /** The item on the day; undefined where it was not on the list yet. */
  findItem(region: string, list: string, code: string, on: LegalDate): Promise<ItemVersion | undefined>;
  /** Everything that ever happened to an item, oldest first; empty where there is none of that code. */
  history(region: string, list: string, code: string): Promise<readonly HistoryLine[]>;
  /** All items of a query in order of code, some thousand at a time: for exports. */
  stream(query: ListQuery): AsyncIterable<readonly ItemVersion[]>;
}
