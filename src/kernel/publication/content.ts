import type { JsonValue } from '../ledger/json.ts';

/** What the public sees: titles and values in order, already masked. */
export type PublicContent = readonly (readonly [title: string, value: JsonValue])[];
