import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { DraftFigureView } from '../../../src/client/contract/reports.ts';
import { runsOf, textOf } from './tokens.ts';

export interface ParagraphProps {
  readonly label: string;
  readonly text: string;
  readonly figures: ReadonlyMap<string, DraftFigureView>;
  readonly chosen: string | undefined;
  readonly readOnly: boolean;
  readonly onText: (text: string) => void;
  readonly onFigure: (id: string) => void;
  /** Enter: the paragraph ends here, the rest begins a new one. */
  readonly onSplit: (before: string, after: string) => void;
  /** Backspace in an empty paragraph. */
  readonly onRemove: () => void;
}

/**
 * A paragraph that is written in, with its figures as chips that can be moved past, deleted and clicked, but not
 * typed into: a number in a report is never retyped. The browser keeps the text while it is edited; only a text
 * that came from elsewhere is set anew, so that the caret stays.
 */
export function Paragraph(props: ParagraphProps) {
  const { label, text, figures, chosen, readOnly, onText, onFigure } = props;
  const element = useRef<HTMLDivElement>(null);
  const written = useRef<string>(undefined);
  useEffect(() => {
    const editor = element.current!;
    if (written.current !== text) {
      editor.replaceChildren(...nodesOf(text));
      written.current = text;
    }
    for (const chip of editor.querySelectorAll<HTMLElement>('[data-figure]')) {
      const figure = figures.get(chip.dataset.figure!);
      chip.textContent = figure?.text ?? `缺数：${chip.dataset.figure}`;
      chip.className = `chip ${figure ? figure.source : 'missing'} ${chip.dataset.figure === chosen ? 'chosen' : ''}`;
      chip.title = figure ? `${figure.name}：${figure.definition}` : '没有这个数';
    }
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text area cannot hold figures as elements
    <div
      ref={element}
      className="paragraph"
      role="textbox"
      tabIndex={0}
      aria-label={label}
      aria-multiline="false"
      aria-readonly={readOnly}
      contentEditable={!readOnly}
      suppressContentEditableWarning
      spellCheck={false}
      onInput={(event) => {
        written.current = textOf(event.currentTarget.childNodes);
        onText(written.current);
      }}
      onPaste={(event) => {
        event.preventDefault();
        const pasted = event.clipboardData.getData('text/plain').replace(/\s*\n\s*/g, '');
        document.execCommand('insertText', false, pasted);
      }}
      onKeyDown={(event) => onKey(event, props)}
      onClick={(event) => {
        const chip = (event.target as HTMLElement).closest<HTMLElement>('[data-figure]');
        if (chip) onFigure(chip.dataset.figure!);
      }}
    />
  );
}

function onKey(
  event: KeyboardEvent<HTMLDivElement>,
  { readOnly, onSplit, onRemove }: Pick<ParagraphProps, 'readOnly' | 'onSplit' | 'onRemove'>,
): void {
  // While characters are composed, Enter chooses among them.
  if (readOnly || event.nativeEvent.isComposing) return;
  const editor = event.currentTarget;
  if (event.key === 'Enter') {
    event.preventDefault();
    const selection = window.getSelection();
    if (!selection || selection.rangeCount === 0) return;
    const caret = selection.getRangeAt(0);
    const before = document.createRange();
    before.setStart(editor, 0);
    before.setEnd(caret.startContainer, caret.startOffset);
    const after = document.createRange();
    after.setStart(caret.endContainer, caret.endOffset);
    after.setEnd(editor, editor.childNodes.length);
    const [head, rest] = [before, after].map((range) => textOf(range.cloneContents().childNodes));
    moveFrom(editor, 1, () => onSplit(head!, rest!));
  } else if (event.key === 'Backspace' && textOf(editor.childNodes) === '') {
    event.preventDefault();
    moveFrom(editor, -1, onRemove);
  }
}

/** Changes the paragraphs and goes on in the one before or after, so that writing is not interrupted. */
function moveFrom(editor: HTMLElement, by: 1 | -1, change: () => void): void {
  const paragraphs = () => [...document.querySelectorAll<HTMLElement>('.paragraph')];
  const at = paragraphs().indexOf(editor);
  flushSync(change);
  const next = paragraphs()[at + by];
  if (!next) return;
  next.focus();
  window.getSelection()?.selectAllChildren(next);
  if (by === 1) window.getSelection()?.collapseToStart();
  else window.getSelection()?.collapseToEnd();
}

function nodesOf(text: string): Node[] {
  return runsOf(text).map((run) => {
    if (typeof run === 'string') return document.createTextNode(run);
    return chipOf(run.figure);
  });
}

function chipOf(figure: string): HTMLElement {
  const chip = document.createElement('span');
  chip.dataset.figure = figure;
  chip.contentEditable = 'false';
  return chip;
}

/** Puts a figure where the caret is, if it is in a paragraph; tells whether it was. */
export function insertAtCaret(figure: string): boolean {
  const selection = window.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  const holder = range?.startContainer;
  const editor = (holder instanceof Element ? holder : holder?.parentElement)?.closest<HTMLElement>(
    '.paragraph[contenteditable="true"]',
  );
  if (!range || !editor) return false;
  const chip = chipOf(figure);
  range.deleteContents();
  range.insertNode(chip);
  range.setStartAfter(chip);
  range.collapse(true);
  editor.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return true;
}
