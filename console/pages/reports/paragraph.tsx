import { type KeyboardEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { DraftBlockView } from '../../../src/client/contract/reports.ts';
import { aroundCaret, insertAt, nodesOf, printedOffset, rangeIn } from './caret.ts';
import { type DeskView, enter, placeKey, useDesk } from './desk.ts';
import { pastedBlocks } from './paste.ts';
import { noFigure, textOf } from './tokens.ts';
import type { Place } from './written.ts';

interface ParagraphProps {
  readonly label: string;
  readonly at: Place;
  readonly text: string;
  /** A cell or a caption holds one line: nothing is split off from it and nothing joins it. */
  readonly single?: boolean;
  readonly className?: string;
  readonly hint?: string;
  readonly onText: (text: string) => void;
  /** What stands before and after the caret when Enter is pressed, or with what was pasted between. */
  readonly onSplit?: (blocks: readonly [before: string, ...between: DraftBlockView[], after: string]) => void;
  readonly onJoin?: () => void;
}

/**
 * A paragraph that is written in, with its figures as chips that can be moved past, deleted and clicked, but not
 * typed into: a number in a report is never retyped. The browser keeps the text while it is edited; only a text
 * that came from elsewhere is set anew, so that the caret stays.
 */
export function Paragraph(props: ParagraphProps) {
  const {
    label,
    at,
    text,
    single = false,
    className = '',
    hint = '在这里写，输入 / 插入数据',
    onText,
  } = props;
  const desk = useDesk();
  const element = useRef<HTMLDivElement>(null);
  const written = useRef<string>(undefined);
  useEffect(() => {
    const editor = element.current!;
    if (written.current !== text) {
      editor.replaceChildren(...nodesOf(text));
      written.current = text;
    }
    paintChips(editor, desk);
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text area cannot hold figures as elements
    <div
      ref={element}
      className={`paragraph ${className}`}
      data-place={single ? undefined : placeKey(at)}
      data-hint={hint}
      role="textbox"
      tabIndex={0}
      aria-label={label}
      aria-multiline="false"
      aria-readonly={desk.readOnly}
      contentEditable={!desk.readOnly}
      suppressContentEditableWarning
      spellCheck={false}
      onFocus={() => desk.onEnter(at)}
      onInput={(event) => {
        written.current = textOf(event.currentTarget.childNodes);
        onText(written.current);
      }}
      onPaste={(event) => {
        event.preventDefault();
        const { clipboardData, currentTarget } = event;
        paste(currentTarget, clipboardData, props);
      }}
      onCopy={(event) => copy(event.nativeEvent)}
      onDrop={(event) => event.preventDefault()}
      onKeyDown={(event) => onKey(event, props, desk)}
      onClick={(event) => {
        const chip = (event.target as HTMLElement).closest<HTMLElement>('[data-figure]');
        if (chip) return desk.onFigure(chip.dataset.figure!);
        const offset = single ? undefined : printedOffset(event.currentTarget);
        if (offset !== undefined) desk.onPoint(at, offset);
      }}
    />
  );
}

function paintChips(editor: HTMLElement, { figures, chosen }: DeskView): void {
  for (const chip of editor.querySelectorAll<HTMLElement>('[data-figure]')) {
    const id = chip.dataset.figure!;
    const figure = figures.get(id);
    const text = figure?.text ?? noFigure(id);
    // Set only where it differs: ranges that mark findings live in these nodes.
    if (chip.textContent !== text) chip.textContent = text;
    chip.className = `chip ${figure ? figure.source : 'missing'} ${id === chosen ? 'chosen' : ''}`;
    chip.title = figure ? `${figure.name}：${figure.definition}` : '没有这个数';
  }
}

/** Copied text keeps its figures where it is pasted into a report again. */
function copy(event: ClipboardEvent): void {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  event.preventDefault();
  const holder = document.createElement('div');
  holder.append(selection.getRangeAt(0).cloneContents());
  event.clipboardData.setData('text/plain', selection.toString());
  event.clipboardData.setData('text/html', holder.innerHTML);
}

function paste(editor: HTMLElement, data: DataTransfer, { single, onSplit }: ParagraphProps): void {
  const blocks = pastedBlocks(data.getData('text/html'), data.getData('text/plain'));
  const range = rangeIn(editor);
  if (!range || blocks.length === 0) return;
  const only = blocks.length === 1 && blocks[0]!.kind !== 'table';
  if (only || single || !onSplit) {
    insertAt(editor, range, blocks.map(({ text }) => text).join(''));
    return;
  }
  const around = aroundCaret(editor);
  if (around) flushSync(() => onSplit([around.before, ...blocks, around.after]));
}

const paragraphs = () => [...document.querySelectorAll<HTMLElement>('.sheet .paragraph')];

function onKey(
  event: KeyboardEvent<HTMLDivElement>,
  { onSplit, onJoin, single }: ParagraphProps,
  { readOnly, onSearch }: DeskView,
): void {
  const editor = event.currentTarget;
  // While characters are composed, Enter chooses among them.
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') moveBetween(event, editor);
  if (readOnly) return;
  if (event.key === '/' || event.key === '／') {
    event.preventDefault();
    onSearch();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    const around = single ? undefined : aroundCaret(editor);
    if (around && onSplit) {
      moveFrom(editor, 1, 'start', () => onSplit([around.before, around.after]));
    }
  } else if (event.key === 'Backspace' && onJoin && atStart(editor)) {
    event.preventDefault();
    const length = previousLength(editor);
    moveFrom(editor, -1, length, onJoin);
  }
}

const atStart = (editor: HTMLElement): boolean =>
  window.getSelection()?.isCollapsed === true && printedOffset(editor) === 0;

/** Where the caret goes when this paragraph joins the one before: between the two. */
function previousLength(editor: HTMLElement): number {
  const all = paragraphs();
  return all[all.indexOf(editor) - 1]?.textContent?.length ?? 0;
}

/** From the first or last line of a paragraph the arrow keys lead to its neighbour. */
function moveBetween(event: KeyboardEvent, editor: HTMLElement): void {
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  const range = rangeIn(editor);
  if (!range) return;
  const up = event.key === 'ArrowUp';
  const box = editor.getBoundingClientRect();
  const caret = range.getClientRects()[0];
  const line = 34;
  const atEdge = !caret || (up ? caret.top - box.top < line : box.bottom - caret.bottom < line);
  const all = paragraphs();
  const next = all[all.indexOf(editor) + (up ? -1 : 1)];
  if (!atEdge || !next) return;
  event.preventDefault();
  enter(next, up ? 'end' : 'start');
}

/** Changes the paragraphs and goes on in the one before or after, so that writing is not interrupted. */
function moveFrom(editor: HTMLElement, by: 1 | -1, to: 'start' | number, change: () => void): void {
  const at = paragraphs().indexOf(editor);
  flushSync(change);
  const next = paragraphs()[at + by];
  if (!next) return;
  enter(next, 'start');
  if (to === 'start') return;
  const selection = window.getSelection();
  for (let moved = 0; moved < to; moved++) selection?.modify('move', 'forward', 'character');
}
