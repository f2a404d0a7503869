import { useRef, useState } from 'react';
import { insertAt, rangeIn } from './caret.ts';
import { editorAt } from './desk.ts';
import type { Place } from './written.ts';

interface Held {
  readonly editor: HTMLElement;
  readonly range: Range;
}

/** Where the writer is, kept while the focus is elsewhere, so that a figure lands where it was meant. */
export function useCaret() {
  const [at, setAt] = useState<Place>();
  const [search, setSearch] = useState<{ left: number; top: number }>();
  const held = useRef<Held>(undefined);

  function hold(): Held | undefined {
    const active = document.activeElement?.closest<HTMLElement>('.paragraph[contenteditable="true"]');
    const range = active ? rangeIn(active) : undefined;
    if (active && range) held.current = { editor: active, range: range.cloneRange() };
    else if (!held.current?.editor.isConnected) held.current = at && endOf(at);
    return held.current;
  }

  return {
    at,
    onEnter: setAt,
    search,
    openSearch() {
      const place = hold();
      if (!place) return;
      const box = place.range.getClientRects()[0] ?? place.editor.getBoundingClientRect();
      const width = Math.min(360, window.innerWidth - 16);
      setSearch({
        left: Math.max(8, Math.min(box.left, window.innerWidth - width - 8)),
        top: Math.min(box.bottom + 4, window.innerHeight - 320),
      });
    },
    /** Puts text where the caret was; tells whether there was such a place. */
    insert(text: string): boolean {
      const place = hold();
      setSearch(undefined);
      if (!place?.editor.isConnected) return false;
      place.editor.focus();
      if (text !== '') insertAt(place.editor, place.range, text);
      else {
        const selection = window.getSelection();
        selection?.removeAllRanges();
        selection?.addRange(place.range);
      }
      held.current = undefined;
      return true;
    },
    closeSearch: () => setSearch(undefined),
  };
}

function endOf(at: Place): Held | undefined {
  const editor = editorAt(at);
  if (!editor) return undefined;
  const range = document.createRange();
  range.selectNodeContents(editor);
  range.collapse(false);
  return { editor, range };
}
