import type { LegalDate } from '../dates.ts';
import type { Basis } from '../errors.ts';
import type { JsonValue } from '../ledger/json.ts';
import type { Facts } from '../procedure/facts.ts';
import type { MaskKind } from '../procedure/mask.ts';
import type { MatterState } from '../procedure/matter.ts';

export type { PublicContent } from './content.ts';

/** One public field: allow-listed, with the mask it wears (rule 9: a public byte is an allow-listed field). */
export interface PublicField<F extends Facts = Facts> {
  readonly title: string;
  readonly value: (facts: F, matter: MatterState) => JsonValue | undefined;
  /** The value is the code of a unit; the public sees its name. */
  readonly unit?: true;
  /** Worn when `maskWhen` says so; always, if `maskWhen` is absent. */
  readonly mask?: MaskKind;
  readonly maskWhen?: (facts: F) => boolean;
}

export interface PublicationDeclaration<F extends Facts = Facts> {
  readonly name: string;
  /** Column of the portal: `penalty-decisions`, `licence-decisions`, `lists` … */
  readonly channel: string;
  /** Provision that sets by when, or the choice of one by the facts and the day. */
  readonly rule: string | ((facts: F, on: LegalDate) => string);
  /** Day its limit counts from, where that is not the day of the step, e.g. the first day of the year it is due in. */
  readonly from?: (facts: F) => LegalDate;
  readonly title: (facts: F, matter: MatterState) => string;
  readonly fields: readonly PublicField<F>[];
  /** Why it is not to be published (a minor, a state secret …); nothing means it is. */
  readonly withheld?: (facts: F) => { readonly reason: string; readonly basis: Basis } | undefined;
  /** Months it stays up; absent means for good. */
  readonly months?: (facts: F) => number | undefined;
}
