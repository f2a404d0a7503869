import type { Instant, LegalDate } from '../dates.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** Who acted, in which post of which unit. A right always comes from a post. */
export interface Actor {
  readonly person: string;
  readonly post: string;
  readonly unit: string;
}

/**
 * One append-only fact. `data` says what was decided, not only what was asked: the stages reached, the clock
 * operations, the publications opened. Replaying events therefore needs no declaration, and a procedure that
 * changes later does not change the past (SPEC L1).
 */
export interface LedgerEvent {
  readonly id: string;
  readonly region: string;
  /** The matter or list whose history this is. */
  readonly stream: string;
  /** Place in the stream: 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** `<declaration>/<step>`; kernel steps carry a `$`, e.g. `penalty/$publish`. */
  readonly type: string;
  /** When it was recorded. */
  readonly at: Instant;
  /** The legal day of the act. Earlier than `at` where a paper act is entered afterwards. */
  readonly on: LegalDate;
  readonly actor: Actor;
  /** Idempotency key of the request that brought it. */
  readonly request: string;
  readonly data: JsonObject;
  /** Salted digests of personal values, by field. The values stand apart and can be destroyed (SPEC L4). */
  readonly personal: { readonly [field: string]: string };
  /** 16 random bytes in hex, never shown to the public: what keeps the closed part from being guessed (SPEC L5). */
  readonly salt: string;
}

/** A personal value on its way to its own table: never part of an event. */
export interface PersonalValue {
  readonly event: string;
  readonly field: string;
  /** 16 random bytes in hex. */
  readonly salt: string;
  readonly value: JsonValue;
}
