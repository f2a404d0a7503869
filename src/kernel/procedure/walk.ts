import type { LegalDate } from '../dates.ts';
import type { Certificate, PostKindId } from '../identity/posts.ts';
import type { JsonObject } from '../ledger/json.ts';
import type { PinnedItem } from './declaration.ts';

/** A person of a walk: a name for the reader, a post, a unit. */
export interface WalkActor {
  readonly kind: PostKindId;
  readonly unit?: string;
  /** Who holds the post, where one person acts from several; else the name given to the actor. */
  readonly person?: string;
}

/** One act of a walk and what must follow from it. */
export interface WalkAct {
  readonly step: string;
  readonly by: string;
  readonly on: LegalDate;
  readonly input?: JsonObject;
  /** Acts on the child opened under this link instead of on the matter itself. */
  readonly child?: string;
  readonly expect: {
    /** Rule that must refuse, e.g. `penalty.hearing-offered` or `kernel.P7`. */
    readonly refused?: string;
    /** Provision the refusal cites, as it stood on the day. */
    readonly cites?: string;
    readonly stages?: readonly string[];
    readonly outcome?: string;
    /** Legal due day of clocks after the act. */
    readonly due?: { readonly [clock: string]: LegalDate };
    /** Status of publications after the act. */
    readonly publications?: {
      readonly [publication: string]: 'due' | 'withheld' | 'published' | 'withdrawn';
    };
    /** Rules that raised an alert. */
    readonly alerts?: readonly string[];
    /** Indicators that grew, with the sum of what the act added. */
    readonly counts?: { readonly [indicator: string]: number };
    readonly facts?: JsonObject;
  };
}

/**
 * A named case as data: the steps taken and what must follow. One test runs every walk of every system and
 * fails on a step, gate, clock, rule or publication that no walk visits.
 */
export interface Walk {
  /** What the case shows, in one English line; with the rule it proves in front where there is one. */
  readonly name: string;
  readonly actors: { readonly [name: string]: WalkActor };
  readonly certificates?: readonly Certificate[];
  readonly items?: {
    readonly [list: string]: { readonly [code: string]: Omit<PinnedItem, 'list' | 'code'> };
  };
  readonly acts: readonly WalkAct[];
}

/** Acts of these actors, each in one line of a walk: `act('issue', 'chief', '2025-02-28', input, { stages: ['issued'] })`. */
export function actsBy<Actor extends string>(
  _actors: Readonly<Record<Actor, WalkActor>>,
): (
  step: string,
  by: Actor,
  on: LegalDate,
  input?: JsonObject,
  expect?: WalkAct['expect'],
  child?: string,
) => WalkAct {
  return (step, by, on, input, expect = {}, child) => ({
    step,
    by,
    on,
    ...(input ? { input } : {}),
    ...(child === undefined ? {} : { child }),
    expect,
  });
}

/** What is expected of an act that a gate of this procedure refuses: `refused('year-over')`. */
export const refusedBy =
  (procedure: string) =>
  (gate: string): WalkAct['expect'] => ({ refused: `${procedure}.${gate}` });
