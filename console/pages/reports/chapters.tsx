import { Button, Input } from 'antd';
import type { Dispatch } from 'react';
import type { DraftBlockView, DraftFigureView } from '../../../src/client/contract/reports.ts';
import { chineseCount } from '../../format.ts';
import { Paragraph } from './paragraph.tsx';
import type { Change, Place, Written } from './written.ts';

interface ChaptersProps {
  readonly written: Written;
  readonly figures: readonly DraftFigureView[];
  readonly chosen: string | undefined;
  readonly readOnly: boolean;
  readonly onChange: Dispatch<Change>;
  readonly onFigure: (id: string) => void;
}

/** The sheet: opening and chapters, block by block. */
export function Chapters(props: ChaptersProps) {
  const { written, readOnly, onChange } = props;
  const figures = new Map(props.figures.map((figure) => [figure.id, figure]));
  const blocks = (list: readonly DraftBlockView[], chapter: number) => {
    let headings = 0;
    return list.map((block, at) => (
      <Block
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place
        key={at}
        {...props}
        block={block}
        at={{ chapter, block: at }}
        known={figures}
        heading={block.kind === 'heading' ? ++headings : 0}
      />
    ));
  };
  return (
    <>
      {blocks(written.opening, -1)}
      {written.chapters.map((chapter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chapter is known by its place
        <section key={at} id={`chapter-${at}`} aria-label={chapter.title}>
          <div className="chapter-title">
            <span>{chineseCount(at + 1)}、</span>
            <Input
              aria-label={`第${at + 1}章标题`}
              variant="borderless"
              value={chapter.title}
              readOnly={readOnly}
              onChange={(event) =>
                onChange({ type: 'chapter-title', chapter: at, title: event.target.value })
              }
            />
          </div>
          {blocks(chapter.blocks, at)}
        </section>
      ))}
    </>
  );
}

interface BlockProps extends ChaptersProps {
  readonly block: DraftBlockView;
  readonly at: Place;
  readonly known: ReadonlyMap<string, DraftFigureView>;
  readonly heading: number;
}

function Block({ block, at, known, heading, chosen, readOnly, onChange, onFigure }: BlockProps) {
  if (block.kind === 'heading') {
    return (
      <div className="section-title">
        <span>（{chineseCount(heading)}）</span>
        <Input
          aria-label="小标题"
          variant="borderless"
          value={block.text}
          readOnly={readOnly}
          onChange={(event) => onChange({ type: 'block', at, block: { ...block, text: event.target.value } })}
        />
      </div>
    );
  }
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
              onClick={() => onChange({ type: 'block', at, block: { kind: 'paragraph', text: '' } })}
            >
              写这一段
            </Button>
            <Button size="small" onClick={() => onChange({ type: 'remove', at })}>
              不写
            </Button>
          </span>
        )}
      </div>
    );
  }
  return (
    <Paragraph
      label={`第${at.block + 1}段`}
      text={block.text}
      figures={known}
      chosen={chosen}
      readOnly={readOnly}
      onText={(text) => onChange({ type: 'block', at, block: { ...block, text } })}
      onFigure={onFigure}
      onSplit={(before, after) => onChange({ type: 'split', at, before, after })}
      onRemove={() => onChange({ type: 'remove', at })}
    />
  );
}
