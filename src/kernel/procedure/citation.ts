import { basisOf, type LawBook } from '../clock/law.ts';
import type { LegalDate } from '../dates.ts';
import type { Basis, Refusal } from '../errors.ts';

/**
 * A basis as it stood on the day: declarations cite the present law, and a matter of 2017 is answered with the
 * article of 2017 (rule 5). Where no predecessor or successor is known the basis stays as declared.
 */
export function citedOn(basis: Basis, on: LegalDate, law: LawBook): Basis {
  const { provision } = basis;
  if (provision === undefined || law.inForce(provision, on)) return basis;
  const then = law.successor(provision, on);
  return then === undefined ? basis : basisOf(then);
}

/** A refusal that cites the law of the day. */
export function refusalOn(refusal: Refusal, on: LegalDate, law: LawBook): Refusal {
  return refusal.basis === undefined ? refusal : { ...refusal, basis: citedOn(refusal.basis, on, law) };
}
