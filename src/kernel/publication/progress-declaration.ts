import type { MatterState } from '../procedure/matter.ts';

/** What whoever holds the receipt number may see of a matter: allow-listed like any public byte (rule 9). */
export interface ProgressDeclaration {
  /** What the matter is about, without personal values, e.g. the name of the licence. */
  readonly subject: (matter: MatterState) => string;
  /** The steps that show, by the name under which the public knows them. The others leave no trace. */
  readonly steps: { readonly [step: string]: string };
  /** The clock by which the public can expect an answer. */
  readonly clock?: string;
}
