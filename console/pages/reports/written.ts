import type { DraftBlockView, DraftView } from '../../../src/client/contract/reports.ts';

/** What a clerk writes of a report; the figures are not his to write. */
export type Written = Pick<DraftView, 'title' | 'opening' | 'chapters'>;

/** Where a block stands: in the opening (chapter -1) or in a chapter. */
export interface Place {
  readonly chapter: number;
  readonly block: number;
}

export type Change =
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'chapter-title'; readonly chapter: number; readonly title: string }
  | { readonly type: 'block'; readonly at: Place; readonly block: DraftBlockView }
  | { readonly type: 'split'; readonly at: Place; readonly before: string; readonly after: string }
  | { readonly type: 'insert'; readonly after: Place; readonly block: DraftBlockView }
  | { readonly type: 'remove'; readonly at: Place };

export const writtenOf = ({ title, opening, chapters }: Written): Written => ({ title, opening, chapters });

export function write(state: Written, change: Change): Written {
  switch (change.type) {
    case 'title':
      return { ...state, title: change.title };
    case 'chapter-title':
      return {
        ...state,
        chapters: state.chapters.map((chapter, at) =>
          at === change.chapter ? { ...chapter, title: change.title } : chapter,
        ),
      };
    case 'block':
      return blocks(state, change.at, (list) => list.with(change.at.block, change.block));
    case 'split':
      return blocks(state, change.at, (list) =>
        list.toSpliced(
          change.at.block,
          1,
          { kind: 'paragraph', text: change.before },
          { kind: 'paragraph', text: change.after },
        ),
      );
    case 'insert':
      return blocks(state, change.after, (list) => list.toSpliced(change.after.block + 1, 0, change.block));
    case 'remove':
      return blocks(state, change.at, (list) => list.toSpliced(change.at.block, 1));
  }
}

function blocks(state: Written, at: Place, act: (list: DraftBlockView[]) => DraftBlockView[]): Written {
  if (at.chapter < 0) return { ...state, opening: act(state.opening) };
  return {
    ...state,
    chapters: state.chapters.map((chapter, index) =>
      index === at.chapter ? { ...chapter, blocks: act(chapter.blocks) } : chapter,
    ),
  };
}

/** Passages still to be written in a list of blocks. */
export const openIn = (list: readonly DraftBlockView[]): number =>
  list.filter(({ kind }) => kind === 'todo').length;
