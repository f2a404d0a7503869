import type { DraftBlockView } from '../../../src/client/contract/reports.ts';
import { commonPlaces } from './lcs.ts';
import type { Written } from './written.ts';

/** What two people wrote over the same text, where only a person can say which holds. */
export interface Conflict {
  /** Where it stands, in words. */
  readonly where: string;
  readonly mine: readonly DraftBlockView[];
  readonly theirs: readonly DraftBlockView[];
}

/** The text with both people's changes; conflicts are asked for by their number and take what `choose` answers. */
export function merge(
  base: Written,
  mine: Written,
  theirs: Written,
  choose: (conflict: Conflict) => 'mine' | 'theirs',
): Written {
  const pick = <T>(was: T, own: T, other: T): T => (same(was, own) ? other : own);
  if (!sameOutline(base, mine) || !sameOutline(base, theirs)) {
    // Chapters were put in or taken out on one side: whole chapters are then set against each other.
    const chapters = same(base.chapters, mine.chapters)
      ? theirs.chapters
      : same(base.chapters, theirs.chapters) || answer(choose, '各章', mine, theirs) === 'mine'
        ? mine.chapters
        : theirs.chapters;
    return { ...mergedHead(base, mine, theirs, choose), chapters };
  }
  return {
    ...mergedHead(base, mine, theirs, choose),
    chapters: base.chapters.map((chapter, at) => {
      const own = mine.chapters[at]!;
      const other = theirs.chapters[at]!;
      const title = pick(chapter.title, own.title, other.title);
      const hints = pick(chapter.hints, own.hints, other.hints);
      const blocks = mergeBlocks(chapter.blocks, own.blocks, other.blocks, title, choose);
      return { title, blocks, ...(hints ? { hints } : {}) };
    }),
  };
}

function mergedHead(
  base: Written,
  mine: Written,
  theirs: Written,
  choose: (conflict: Conflict) => 'mine' | 'theirs',
): Omit<Written, 'chapters'> {
  const kept = theirs.explained.filter((entry) => !base.explained.some((was) => same(was, entry)));
  return {
    title: mine.title === base.title ? theirs.title : mine.title,
    opening: mergeBlocks(base.opening, mine.opening, theirs.opening, '引言', choose),
    explained: [
      ...mine.explained,
      ...kept.filter((entry) => !mine.explained.some((own) => same(own, entry))),
    ],
  };
}

const answer = (
  choose: (conflict: Conflict) => 'mine' | 'theirs',
  where: string,
  mine: Written,
  theirs: Written,
) => {
  const all = ({ chapters }: Written) => chapters.flatMap(({ blocks }) => blocks);
  return choose({ where, mine: all(mine), theirs: all(theirs) });
};

const sameOutline = (one: Written, other: Written): boolean => one.chapters.length === other.chapters.length;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Three lists are walked from one block all of them have to the next; between two such, one side's change is taken. */
function mergeBlocks(
  base: readonly DraftBlockView[],
  mine: readonly DraftBlockView[],
  theirs: readonly DraftBlockView[],
  where: string,
  choose: (conflict: Conflict) => 'mine' | 'theirs',
): DraftBlockView[] {
  const own = new Map(commonPlaces(base, mine, same));
  const other = new Map(commonPlaces(base, theirs, same));
  const merged: DraftBlockView[] = [];
  let from = { base: 0, mine: 0, theirs: 0 };
  const anchors = base.map((_, at) => at).filter((at) => own.has(at) && other.has(at));
  for (const at of [...anchors, base.length]) {
    const to = { base: at, mine: own.get(at) ?? mine.length, theirs: other.get(at) ?? theirs.length };
    const was = base.slice(from.base, to.base);
    const left = mine.slice(from.mine, to.mine);
    const right = theirs.slice(from.theirs, to.theirs);
    if (same(was, left)) merged.push(...right);
    else if (same(was, right) || same(left, right)) merged.push(...left);
    else merged.push(...(choose({ where, mine: left, theirs: right }) === 'mine' ? left : right));
    if (at < base.length) merged.push(base[at]!);
    from = { base: to.base + 1, mine: to.mine + 1, theirs: to.theirs + 1 };
  }
  return merged;
}
