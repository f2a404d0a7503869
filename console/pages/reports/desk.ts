import { createContext, useContext } from 'react';
import type { DraftBlockView, DraftFigureView } from '../../../src/client/contract/reports.ts';
import type { Change, Place } from './written.ts';

/** A figure as a chip shows it; one put in since the last saving has no definition yet. */
export type ChipFigure = Pick<DraftFigureView, 'text' | 'name' | 'source' | 'definition'>;

/** What every part of the sheet knows: figures, what is chosen, and how a change is made. */
export interface DeskView {
  readonly figures: ReadonlyMap<string, ChipFigure>;
  readonly readOnly: boolean;
  readonly chosen: string | undefined;
  readonly change: (change: Change) => void;
  readonly onFigure: (id: string) => void;
  /** The writer is in this block now. */
  readonly onEnter: (place: Place) => void;
  /** The place within the printed text of a block was clicked: what was found there is shown. */
  readonly onPoint: (place: Place, offset: number) => void;
  /** Asks for a figure to put where the caret is. */
  readonly onSearch: () => void;
}

export const Desk = createContext<DeskView | null>(null);

export function useDesk(): DeskView {
  const desk = useContext(Desk);
  if (!desk) throw new Error('a part of the sheet stands outside of it');
  return desk;
}

/** `chapter:block`, by which a block is found on the page. */
export const placeKey = ({ chapter, block }: Place): string => `${chapter}:${block}`;

/** The editor of a block on the page; the caption where it is a table. */
export function editorAt(place: Place): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`.paragraph[data-place="${placeKey(place)}"]`) ?? undefined;
}

/** Puts the caret at the beginning or the end of an editor. */
export function enter(editor: HTMLElement, side: 'start' | 'end'): void {
  editor.focus();
  const selection = window.getSelection();
  selection?.selectAllChildren(editor);
  if (side === 'start') selection?.collapseToStart();
  else selection?.collapseToEnd();
}

export const emptyTable = (): DraftBlockView => ({
  kind: 'table',
  text: '',
  rows: [
    ['项目', '数量'],
    ['', ''],
  ],
});
