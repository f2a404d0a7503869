import type { LawBook, Provision } from '../kernel/clock/law.ts';
import type { LegalDate } from '../kernel/dates.ts';
import { RefusedError } from '../kernel/errors.ts';

/** The rule on counting periods in 民事诉讼法, which administrative procedure borrows. */
const general = 'DAY-01';

/**
 * A law book over provisions and lines of succession.
 * @throws Error where an id is given twice, or a line names an unknown rule: the tables do not fit each other.
 */
export function createLawBook(
  provisions: readonly Provision[],
  lineages: readonly (readonly string[])[],
): LawBook {
  const byId = new Map(provisions.map((provision) => [provision.id, provision]));
  if (byId.size !== provisions.length) {
    throw new Error('law: a provision id is given twice');
  }
  const unknown = lineages.flat().find((id) => !byId.has(id));
  if (unknown !== undefined) {
    throw new Error(`law: a lineage names the unknown provision ${unknown}`);
  }
  const find = (id: string): Provision | undefined => byId.get(id);
  const get = (id: string): Provision => {
    const provision = find(id);
    if (provision === undefined) {
      throw new RefusedError({
        kind: 'not-found',
        rule: 'law.unknown',
        message: `没有编号为“${id}”的规定，请核对编号（例如行政处罚办案期限为CF1-29）。`,
      });
    }
    return provision;
  };
  return {
    general,
    all: provisions,
    find,
    get,
    inForce: (id, date) => holds(get(id), date),
    successor: (id, date) =>
      lineages
        .filter((line) => line.includes(id))
        .flat()
        .filter((other) => other !== id)
        .map(get)
        .find((other) => holds(other, date)),
  };
}

function holds(provision: Provision, date: LegalDate): boolean {
  return provision.from <= date && (provision.to === null || date <= provision.to);
}
