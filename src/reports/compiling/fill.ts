import { slotIdsIn } from './slots.ts';

/** What a paragraph needs to know of the figures. */
export interface Filling {
  /** Whether a figure, by its id (with `~` for the change), has a value. */
  readonly has: (id: string) => boolean;
  /** Whether its value is known and not nought. */
  readonly counts: (id: string) => boolean;
  /** Whether a figure is more than another, which it would be said to be a part of. */
  readonly exceeds: (part: string, whole: string) => boolean;
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
  const kept = text.replace(OPTIONAL, (_, clause: string, at: number) =>
    optionalClause(clause, wholeBefore(text, at), filling),
  );
  return kept
    .replace(TOKEN, (_, id: string) => `{{${id}}}`)
    .replace(/\{([a-z]+)\}/g, (whole, name: string) => filling.words[name] ?? whole);
}

/**
 * Figures that a paragraph would give as parts of a whole smaller than they are. The two are counted in different
 * registers, so that the part is no part; it may be told, but in a sentence of its own.
 */
export function partsBeyond(
  text: string,
  filling: Filling,
): { readonly part: string; readonly whole: string }[] {
  return [...text.matchAll(OPTIONAL)].flatMap(({ 1: clause, index }) => {
    const whole = wholeBefore(text, index);
    const items = clause!.split('::')[1]?.split('|') ?? [];
    return items
      .filter((item) => stands(item, filling) && !fitsIn(item, whole, filling))
      .map((item) => ({ part: slotIdsIn(item)[0]!, whole: whole! }));
  });
}

function optionalClause(clause: string, whole: string | undefined, filling: Filling): string {
  const [head, list, tail] = clause.split('::');
  if (list === undefined) return stands(clause, filling) ? clause : '';
  const items = list.split('|').filter((item) => stands(item, filling) && fitsIn(item, whole, filling));
  return items.length === 0 ? '' : `${head}${items.join('、')}${tail ?? ''}`;
}

/** What a list after `at` is a list of: the last figure that stands outside of brackets before it. */
const wholeBefore = (text: string, at: number): string | undefined =>
  slotIdsIn(text.slice(0, at).replace(OPTIONAL, '')).at(-1);

const fitsIn = (item: string, whole: string | undefined, { exceeds }: Filling): boolean =>
  whole === undefined || !slotIdsIn(item).some((part) => exceeds(part, whole));

/** A change may be nought (与上年持平); a figure of nought is left out of an optional clause. */
function stands(clause: string, { has, counts }: Filling): boolean {
  return [...clause.matchAll(TOKEN)].every(([, id]) => (id!.endsWith('~') ? has(id!) : counts(id!)));
}
