import { slotIdsIn } from './slots.ts';

/** What a paragraph needs to know of the figures. */
export interface Filling {
  /** Whether a figure, by its id (with `~` for the change), has a value. */
  readonly has: (id: string) => boolean;
  /** Whether its value is known and not nought. */
  readonly counts: (id: string) => boolean;
  readonly words: { readonly [name: string]: string };
}

const TOKEN = /\{([a-z-]+\.[a-z-]+(?:@[a-z0-9-]+)?~?)\}/g;
const OPTIONAL = /\[([^[\]]*)\]/g;

/**
 * Fills a paragraph template: optional clauses kept or left out, words put in, figures as `{{id}}`. Undefined
 * where none of the figures outside of brackets has a value, so that nothing would be said but words.
 */
export function fillParagraph(text: string, filling: Filling): string | undefined {
  const outside = slotIdsIn(text.replace(OPTIONAL, ''));
  if (outside.length > 0 && !outside.some(filling.counts)) return undefined;
  const kept = text.replace(OPTIONAL, (_, clause: string) => optionalClause(clause, filling));
  return kept
    .replace(TOKEN, (_, id: string) => `{{${id}}}`)
    .replace(/\{([a-z]+)\}/g, (whole, name: string) => filling.words[name] ?? whole);
}

function optionalClause(clause: string, filling: Filling): string {
  const [head, list, tail] = clause.split('::');
  if (list === undefined) return stands(clause, filling) ? clause : '';
  const items = list.split('|').filter((item) => stands(item, filling));
  return items.length === 0 ? '' : `${head}${items.join('、')}${tail ?? ''}`;
}

/** A change may be nought (与上年持平); a figure of nought is left out of an optional clause. */
function stands(clause: string, { has, counts }: Filling): boolean {
  return [...clause.matchAll(TOKEN)].every(([, id]) => (id!.endsWith('~') ? has(id!) : counts(id!)));
}
