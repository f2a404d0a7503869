import { basisOf, type LawBook } from '../clock/law.ts';
import type { LegalDate } from '../dates.ts';
import type { Basis, Refusal } from '../errors.ts';

/**
 * A basis as it stood on the day: declarations cite the present law, and a matter of 2017 is answered with the
 * article of 2017 (rule 5). Where no predecessor or successor is known the basis stays as declared, and is marked.
 */
export function citedOn(basis: Basis, on: LegalDate, law: LawBook): Basis {
  const { provision } = basis;
  if (provision === undefined || law.inForce(provision, on)) return markUnsure(basis, law);
  const then = law.successor(provision, on);
  return then === undefined ? { ...basis, unverified: true } : markUnsure(basisOf(then), law);
}

/**
 * Marks a citation nobody has read in a named source (rule 5): one whose provision is not verified, one that names an
 * article the provision does not stand for, one without a provision, and a document the law book does not know. The
 * name of a statute alone is sure where the book has read it.
 */
export function markUnsure(basis: Basis, law: LawBook): Basis {
  return isSure(basis, law) ? basis : { ...basis, unverified: true };
}

function isSure({ law: name, article, provision: id }: Basis, law: LawBook): boolean {
  if (id === undefined)
    return (
      article === undefined && law.all.some((known) => known.law === name && known.verified === 'verified')
    );
  const provision = law.find(id);
  if (provision === undefined) return false;
  const read = articlesIn(provision.article ?? '');
  return (
    provision.verified === 'verified' &&
    (read.length === 0 || articlesIn(article ?? '').every((cited) => read.includes(cited)))
  );
}

/** `第四十四条、第六十二条第二款` → its two articles. */
export const articlesIn = (text: string): string[] => text.match(/第[零一二三四五六七八九十百]+条/g) ?? [];

/** A refusal that cites the law of the day. */
export function refusalOn(refusal: Refusal, on: LegalDate, law: LawBook): Refusal {
  return refusal.basis === undefined ? refusal : { ...refusal, basis: citedOn(refusal.basis, on, law) };
}
