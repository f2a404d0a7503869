import type { Calendar } from '../calendar/calendar.ts';
import type { LawBook } from '../clock/law.ts';
import type { Instant, LegalDate } from '../dates.ts';
import type { Refusal } from '../errors.ts';
import type { Acting, Certificate } from '../identity/posts.ts';
import type { Count } from '../indicator/declaration.ts';
import type { LedgerEvent, PersonalValue } from '../ledger/event.ts';
import type { JsonObject, JsonValue } from '../ledger/json.ts';
import type { CompiledProcedure } from './compile.ts';
import type { PinnedItem } from './declaration.ts';
import type { MatterState } from './matter.ts';

/** Everything an act depends on, as data (rule 1): time, actor, law, calendar, entropy and what was looked up. */
export interface Context {
  readonly region: string;
  readonly now: Instant;
  /** Legal day of the act: today, or the day on a paper act entered afterwards. */
  readonly on: LegalDate;
  readonly request: string;
  readonly actor: Acting;
  readonly law: LawBook;
  readonly calendar: Calendar;
  readonly entropy: Entropy;
  readonly certificates: readonly Certificate[];
  /** List items the step pins, by pin name; absent where no such item is in force on the day. */
  readonly items: { readonly [pin: string]: PinnedItem | undefined };
  /** Present personal values of the matter. */
  readonly personal: { readonly [field: string]: JsonValue };
  /** The matter that opened this one, if any. */
  readonly parent?: MatterState;
  /** Open children of this matter; there where the step steers them. */
  readonly children?: readonly MatterState[];
  readonly procedure: (id: string, version?: number) => CompiledProcedure;
  /** Name of a unit, for what is published. */
  readonly unitName: (code: string) => string;
  /** Name of a person of the region; undefined for whoever is not known. Officials only, never a party. */
  readonly personName: (person: string) => string | undefined;
  /** Where alerts go: the procedure in which they are answered, and the step that opens it. */
  readonly alertProcedure: { readonly procedure: string; readonly step: string };
  /** The act brings a record that was made elsewhere (an import): it is a step too, marked as such (rule 3). */
  readonly imported?: boolean;
}

/** Randomness as data: ids are UUIDv7, salts 16 bytes in hex. */
export interface Entropy {
  id(): string;
  salt(): string;
}

export interface Action {
  readonly step: string;
  readonly input: JsonObject;
}

/** One event to be stored, with all that follows from it. */
export interface Written {
  readonly before: MatterState | undefined;
  readonly after: MatterState;
  readonly event: LedgerEvent;
  readonly counts: readonly Count[];
  readonly personal: readonly PersonalValue[];
  readonly claims: readonly { readonly kind: string; readonly key: string; readonly say: string }[];
}

export type Decision =
  | { readonly ok: true; readonly writes: readonly Written[] }
  | { readonly ok: false; readonly refusal: Refusal };
