import { Button, Input } from 'antd';
import type { DraftBlockView } from '../../../src/client/contract/reports.ts';
import { chineseCount } from '../../format.ts';
import { useDesk } from './desk.ts';
import { Paragraph } from './paragraph.tsx';
import { TableBlock } from './table-block.tsx';
import { inOneLine, type Place, type Written } from './written.ts';

/** The sheet: opening and chapters, block by block. */
export function Chapters({ written }: { readonly written: Written }) {
  const { readOnly, change } = useDesk();
  return (
    <>
      <Blocks list={written.opening} chapter={-1} />
      {written.chapters.map((chapter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chapter is known by its place
        <section key={at} id={`chapter-${at}`} aria-label={chapter.title}>
          <div className="chapter-title">
            <span>{chineseCount(at + 1)}、</span>
            <Input.TextArea
              aria-label={`第${at + 1}章标题`}
              autoSize
              variant="borderless"
              value={chapter.title}
              readOnly={readOnly}
              onChange={(event) =>
                change({ type: 'chapter-title', chapter: at, title: inOneLine(event.target.value) })
              }
            />
          </div>
          <Blocks list={chapter.blocks} chapter={at} />
          {!readOnly && (
            <Hints
              hints={chapter.hints ?? []}
              chapter={at}
              open={chapter.blocks.every(({ kind }) => kind === 'todo')}
            />
          )}
        </section>
      ))}
    </>
  );
}

function Blocks({ list, chapter }: { readonly list: readonly DraftBlockView[]; readonly chapter: number }) {
  let headings = 0;
  return list.map((block, at) => (
    <Block
      // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place
      key={at}
      block={block}
      at={{ chapter, block: at }}
      heading={block.kind === 'heading' ? ++headings : 0}
    />
  ));
}

/** What such a chapter often says beyond the ledger's records: taken up with a click, printed never. */
function Hints({
  hints,
  chapter,
  open,
}: {
  readonly hints: readonly string[];
  readonly chapter: number;
  readonly open: boolean;
}) {
  const { change } = useDesk();
  if (hints.length === 0) return null;
  return (
    <details className="hints no-print" open={open}>
      <summary>台账没有记录、可以补写的内容{hints.length}项</summary>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>
            <span>{hint}</span>
            <span className="todo-acts">
              <Button size="small" onClick={() => change({ type: 'take-hint', chapter, hint, write: true })}>
                写这一段
              </Button>
              <Button
                size="small"
                type="text"
                onClick={() => change({ type: 'take-hint', chapter, hint, write: false })}
              >
                不写
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface BlockProps {
  readonly block: DraftBlockView;
  readonly at: Place;
  readonly heading: number;
}

function Block({ block, at, heading }: BlockProps) {
  const { readOnly, change } = useDesk();
  if (block.kind === 'table') return <TableBlock table={block} at={at} />;
  if (block.kind === 'todo') {
    return (
      <div className="notice warn todo-block">
        <span>
          <strong>待补写</strong>　{block.text}
        </span>
        {!readOnly && (
          <span className="todo-acts">
            <Button
              size="small"
              onClick={() => change({ type: 'block', at, block: { kind: 'paragraph', text: '' } })}
            >
              写这一段
            </Button>
            <Button size="small" onClick={() => change({ type: 'remove', at })}>
              不写
            </Button>
          </span>
        )}
      </div>
    );
  }
  const isHeading = block.kind === 'heading';
  const editor = (
    <Paragraph
      label={isHeading ? '小标题' : `第${at.block + 1}段`}
      at={at}
      text={block.text}
      {...(isHeading ? { className: 'heading', hint: '小标题' } : {})}
      onText={(text) => change({ type: 'block', at, block: { ...block, text } })}
      onSplit={(parts) =>
        change({ type: 'replace', at, blocks: splitBlocks(isHeading ? 'heading' : 'paragraph', parts) })
      }
      onJoin={() => change(block.text === '' ? { type: 'remove', at } : { type: 'join', at })}
    />
  );
  if (!isHeading) return editor;
  return (
    <div className="section-title">
      <span>（{chineseCount(heading)}）</span>
      {editor}
    </div>
  );
}

/** What comes of a block that was split at the caret, perhaps with pasted blocks between; after a heading comes text. */
function splitBlocks(
  kind: 'paragraph' | 'heading',
  parts: readonly [string, ...DraftBlockView[], string],
): DraftBlockView[] {
  const before = parts[0];
  const after = parts.at(-1) as string;
  const between = parts.slice(1, -1) as DraftBlockView[];
  if (between.length === 0) {
    return [
      { kind, text: before },
      { kind: 'paragraph', text: after },
    ];
  }
  return [
    ...(before === '' ? [] : [{ kind, text: before } as const]),
    ...between,
    ...(after === '' ? [] : [{ kind: 'paragraph', text: after } as const]),
  ];
}
