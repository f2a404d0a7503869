import type { LegalDate } from '../../../kernel/dates.ts';
import type { PinnedItem } from '../../../kernel/procedure/declaration.ts';
import type { CounterpartKind } from '../../counterpart.ts';
import { hearingAmount } from './amounts.ts';
import { asksForHearing, type PenaltyKind } from './kinds.ts';
import { underRevisedLaw } from './law.ts';

export interface Proposal {
  readonly party: CounterpartKind;
  readonly kinds: readonly PenaltyKind[];
  readonly fine: number;
  readonly confiscation: number;
}

/**
 * Whether the party must be told that it may ask for a hearing: 2021 text art. 63 (larger fine or confiscation,
 * listed kinds); the texts before it art. 42 (larger fine, halt, revocation; confiscation was not named).
 */
export function hearingRequired(proposal: Proposal, power: PinnedItem | undefined, on: LegalDate): boolean {
  const revised = underRevisedLaw(on);
  const larger = hearingAmount(power, proposal.party);
  return (
    asksForHearing(proposal.kinds, revised) ||
    proposal.fine >= larger ||
    (revised && proposal.confiscation >= larger)
  );
}
