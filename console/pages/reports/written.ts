import type { DraftBlockView, DraftView } from '../../../src/client/contract/reports.ts';

type Explained = NonNullable<DraftView['explained']>[number];

/** A reason a person gave for words the auditor marked. */
export type Explanation = Pick<Explained, 'code' | 'text' | 'context' | 'reason'>;

/** What a clerk writes of a report; the figures are not his to write. */
export interface Written extends Pick<DraftView, 'title' | 'opening' | 'chapters'> {
  readonly explained: readonly Explanation[];
}

/** Where a block stands: in the opening (chapter -1) or in a chapter. */
export interface Place {
  readonly chapter: number;
  readonly block: number;
}

export type Change =
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'chapter-title'; readonly chapter: number; readonly title: string }
  | { readonly type: 'block'; readonly at: Place; readonly block: DraftBlockView }
  /** One block becomes several: a paragraph that was split, or what was pasted into it. */
  | { readonly type: 'replace'; readonly at: Place; readonly blocks: readonly DraftBlockView[] }
  | { readonly type: 'join'; readonly at: Place }
  | { readonly type: 'insert'; readonly after: Place; readonly block: DraftBlockView }
  | { readonly type: 'remove'; readonly at: Place }
  | { readonly type: 'move'; readonly at: Place; readonly by: 1 | -1 }
  /** A hint is taken up as a paragraph at the end of its chapter, or put aside. */
  | { readonly type: 'take-hint'; readonly chapter: number; readonly hint: string; readonly write: boolean }
  | { readonly type: 'explain'; readonly explanation: Explanation }
  | { readonly type: 'unexplain'; readonly explanation: Omit<Explanation, 'reason'> };

export const writtenOf = (
  draft: Pick<DraftView, 'title' | 'opening' | 'chapters' | 'explained'>,
): Written => ({
  title: draft.title,
  opening: draft.opening,
  chapters: draft.chapters,
  explained: (draft.explained ?? []).map(({ code, text, context, reason }) => ({
    code,
    text,
    context,
    reason,
  })),
});

export function write(state: Written, change: Change): Written {
  switch (change.type) {
    case 'title':
      return { ...state, title: change.title };
    case 'chapter-title':
      return inChapter(state, change.chapter, (chapter) => ({ ...chapter, title: change.title }));
    case 'block':
      return blocks(state, change.at, (list) => list.with(change.at.block, change.block));
    case 'replace':
      return blocks(state, change.at, (list) => list.toSpliced(change.at.block, 1, ...change.blocks));
    case 'join':
      return blocks(state, change.at, (list) => joined(list, change.at.block));
    case 'insert':
      return blocks(state, change.after, (list) => list.toSpliced(change.after.block + 1, 0, change.block));
    case 'remove':
      return blocks(state, change.at, (list) => list.toSpliced(change.at.block, 1));
    case 'move':
      return blocks(state, change.at, (list) => moved(list, change.at.block, change.by));
    case 'take-hint':
      return inChapter(state, change.chapter, (chapter) => ({
        ...chapter,
        hints: (chapter.hints ?? []).filter((hint) => hint !== change.hint),
        blocks: change.write ? [...chapter.blocks, { kind: 'paragraph', text: '' }] : chapter.blocks,
      }));
    case 'explain':
      return { ...state, explained: [...without(state, change.explanation), change.explanation] };
    case 'unexplain':
      return { ...state, explained: without(state, change.explanation) };
  }
}

export const sameFinding = (one: Omit<Explanation, 'reason'>, other: Omit<Explanation, 'reason'>): boolean =>
  one.code === other.code && one.text === other.text && one.context === other.context;

const without = (state: Written, explanation: Omit<Explanation, 'reason'>): Explanation[] =>
  state.explained.filter((entry) => !sameFinding(entry, explanation));

/** A paragraph goes on at the end of the one before; nothing joins a table or a passage to be written. */
function joined(list: readonly DraftBlockView[], at: number): DraftBlockView[] {
  const before = list[at - 1];
  const block = list[at];
  if (!before || !block || !isText(before) || !isText(block)) return [...list];
  return list.toSpliced(at - 1, 2, { ...before, text: before.text + block.text });
}

const isText = ({ kind }: DraftBlockView): boolean => kind === 'paragraph' || kind === 'heading';

function moved(list: readonly DraftBlockView[], at: number, by: 1 | -1): DraftBlockView[] {
  const block = list[at];
  if (!block || list[at + by] === undefined) return [...list];
  return list.toSpliced(at, 1).toSpliced(at + by, 0, block);
}

function blocks(state: Written, at: Place, act: (list: DraftBlockView[]) => DraftBlockView[]): Written {
  if (at.chapter < 0) return { ...state, opening: act(state.opening) };
  return inChapter(state, at.chapter, (chapter) => ({ ...chapter, blocks: act(chapter.blocks) }));
}

type Chapter = Written['chapters'][number];

function inChapter(state: Written, at: number, act: (chapter: Chapter) => Chapter): Written {
  return {
    ...state,
    chapters: state.chapters.map((chapter, index) => (index === at ? act(chapter) : chapter)),
  };
}

/** The blocks of a chapter, or of the opening. */
export function blocksAt(state: Written, chapter: number): readonly DraftBlockView[] {
  return chapter < 0 ? state.opening : (state.chapters[chapter]?.blocks ?? []);
}

/** Passages still to be written in a list of blocks. */
export const openIn = (list: readonly DraftBlockView[]): number =>
  list.filter(({ kind }) => kind === 'todo').length;

/** A title may be wrapped on the page; it has no lines of its own, whoever presses Enter in it. */
export const inOneLine = (title: string): string => title.replace(/\s*\n\s*/g, '');
