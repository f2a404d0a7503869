import type { JsonObject, JsonValue } from '../ledger/json.ts';

/** What has been established in a matter so far. Personal values are there only where the reader may have them. */
export type Facts = { readonly [field: string]: JsonValue | undefined };

/** A list item as it stood on the day a step pinned it. */
export interface PinnedItem extends JsonObject {
  readonly list: string;
  readonly code: string;
  readonly name: string;
}
