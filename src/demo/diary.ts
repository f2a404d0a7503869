import type { LegalDate } from '../kernel/dates.ts';
import type { PostKindId } from '../kernel/identity/posts.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import type { MatterState } from '../kernel/procedure/matter.ts';
import { type DemoPerson, holders } from './zone.ts';

/** Who acts in the yearly work. */
export const office = {
  clerk: holders('U02', 'legal-office')[0]!,
  second: holders('U02', 'legal-office')[1]!,
  chief: holders('U02', 'legal-office-head')[0]!,
  head: holders('U01', 'region-head')[0]!,
  publisher: holders('U02', 'publisher')[0]!,
};
export const liaisonOf = (unit: string): DemoPerson => holders(unit, 'liaison')[0]!;

/** Acts of the yearly work, each on its day; what lies after today has not happened. */
export interface Diary {
  /** An act on the matter as it then stands; later acts of the same matter come after it. */
  put(
    on: LegalDate,
    procedure: string,
    step: string,
    by: DemoPerson,
    kind: PostKindId,
    input: JsonObject,
    matter: () => MatterState | undefined,
  ): void;
}
