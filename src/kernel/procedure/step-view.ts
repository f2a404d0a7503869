import type { LegalDate } from '../dates.ts';
import type { Acting, Certificate } from '../identity/posts.ts';
import type { JsonObject } from '../ledger/json.ts';
import type { Facts, PinnedItem } from './facts.ts';
import type { MatterState } from './matter.ts';

/** All a guard may look at. Nothing else exists for it: no clock of the machine, no database. */
export interface StepView<F extends Facts = Facts, I = JsonObject> {
  readonly facts: F;
  /** The validated input of the step. Empty in a first look, before anything is filled in. */
  readonly input: I;
  readonly matter: MatterState | undefined;
  readonly actor: Acting;
  /** Legal day of the act. */
  readonly on: LegalDate;
  /** Certificates of the persons the input names, and of the actor. */
  readonly certificates: readonly Certificate[];
  /** Items pinned by this step or by an earlier one. */
  readonly pins: { readonly [pin: string]: PinnedItem | undefined };
  /** Legal due day of a clock of the matter, whether it runs or has stopped; undefined where it never ran. */
  readonly dueOf: (clock: string) => LegalDate | undefined;
  /** Last day of the period a provision sets, counted from `from`: asks before a clock runs. */
  readonly reckon: (rule: string, from: LegalDate) => LegalDate;
}
