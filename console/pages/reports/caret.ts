import { runsOf } from '../../../src/client/figures-in-text.ts';
import { textOf } from './tokens.ts';

/** The caret or selection, where it lies within this editor. */
export function rangeIn(editor: HTMLElement): Range | undefined {
  const selection = window.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  return range && editor.contains(range.commonAncestorContainer) ? range : undefined;
}

/** The text before and after the caret; what is selected is in neither. */
export function aroundCaret(editor: HTMLElement): { before: string; after: string } | undefined {
  const caret = rangeIn(editor);
  if (!caret) return undefined;
  const before = document.createRange();
  before.setStart(editor, 0);
  before.setEnd(caret.startContainer, caret.startOffset);
  const after = document.createRange();
  after.setStart(caret.endContainer, caret.endOffset);
  after.setEnd(editor, editor.childNodes.length);
  return {
    before: textOf(before.cloneContents().childNodes),
    after: textOf(after.cloneContents().childNodes),
  };
}

/** How far into the printed text the caret stands. */
export function printedOffset(editor: HTMLElement): number | undefined {
  const caret = rangeIn(editor);
  if (!caret) return undefined;
  const before = document.createRange();
  before.setStart(editor, 0);
  before.setEnd(caret.startContainer, caret.startOffset);
  return before.toString().length;
}

/** A part of the printed text as a range of the page; undefined where the text is shorter. */
export function rangeOf(editor: HTMLElement, start: number, end: number): Range | undefined {
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (!begun && start < at + length) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (begun && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return undefined;
}

export function nodesOf(text: string): Node[] {
  return runsOf(text).map((run) =>
    typeof run === 'string' ? document.createTextNode(run) : chipOf(run.figure),
  );
}

function chipOf(figure: string): HTMLElement {
  const chip = document.createElement('span');
  chip.dataset.figure = figure;
  chip.contentEditable = 'false';
  return chip;
}

/** Puts text with its figures at a place of an editor, which tells its page as if it had been typed. */
export function insertAt(editor: HTMLElement, range: Range, text: string): void {
  range.deleteContents();
  const nodes = nodesOf(text);
  const last = nodes.at(-1);
  if (!last) return;
  for (const node of nodes.toReversed()) range.insertNode(node);
  range.setStartAfter(last);
  range.collapse(true);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
