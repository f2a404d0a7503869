import { Checkbox, Popover } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReadingView } from '../../../src/client/contract/reports.ts';
import type { Judged } from './judged.ts';
import { markedLinesOf, type Piece } from './pieces.ts';

interface MarkedTextProps {
  readonly reading: ReadingView;
  readonly judged: readonly Judged[];
  readonly chosen: string | undefined;
  /** Offset the text is to show. */
  readonly at: number | undefined;
  readonly onChoose: (id: string) => void;
}

const KINDS = [
  { value: 'figures', label: '数据' },
  { value: 'relations', label: '勾稽关系' },
  { value: 'findings', label: '问题' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

/** The whole text as it was read: figures, relations and findings marked where they stand. */
export function MarkedText({ reading, judged, chosen, at, onChoose }: MarkedTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<readonly Kind[]>(KINDS.map(({ value }) => value));
  const lines = useMemo(() => markedLinesOf(reading), [reading]);
  useEffect(() => {
    scrollTo(frame.current!, `[data-figure="${CSS.escape(chosen ?? '')}"]`);
  }, [chosen]);
  useEffect(() => {
    if (at !== undefined) scrollTo(frame.current!, `[data-at="${lastBefore(lines, at)}"]`);
  }, [at, lines]);
  const standing = new Map(judged.map((entry) => [entry.id, entry.standing]));
  return (
    <div className="marked">
      <div className="marked-legend">
        <span className="quiet">正文中标出</span>
        <Checkbox.Group
          options={KINDS.map(({ value, label }) => ({
            value,
            label: <span className={`legend-${value}`}>{label}</span>,
          }))}
          value={[...shown]}
          onChange={(values) => setShown(values as Kind[])}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard */}
      <section className="marked-text" ref={frame} aria-label="报告正文" tabIndex={0}>
        {lines.map((line) => (
          <p
            key={line.start}
            className={line.level > 0 ? `heading level-${Math.min(line.level, 3)}` : undefined}
          >
            {line.pieces.map((piece) => (
              <Marked
                key={piece.start}
                piece={piece}
                reading={reading}
                shown={shown}
                standing={standing.get(piece.figure?.id ?? '')}
                chosen={piece.figure !== null && piece.figure.id === chosen}
                onChoose={onChoose}
              />
            ))}
          </p>
        ))}
      </section>
    </div>
  );
}

/** Only the text moves: the page stays where the reader has it. */
function scrollTo(box: HTMLElement, selector: string): void {
  const mark = box.querySelector<HTMLElement>(selector);
  if (mark) box.scrollTop = mark.offsetTop - box.clientHeight / 2;
}

function lastBefore(lines: ReturnType<typeof markedLinesOf>, at: number): number {
  const line = lines.findLast(({ start }) => start <= at) ?? lines[0];
  return line?.pieces.findLast(({ start }) => start <= at)?.start ?? 0;
}

interface MarkedProps {
  readonly piece: Piece;
  readonly reading: ReadingView;
  readonly shown: readonly Kind[];
  readonly standing: Judged['standing'] | undefined;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}

function Marked({ piece, reading, shown, standing, chosen, onChoose }: MarkedProps) {
  const findings = shown.includes('findings') ? piece.findings.map((index) => reading.findings[index]!) : [];
  const relations = shown.includes('relations')
    ? piece.relations.map((index) => reading.relations[index]!)
    : [];
  const figure = shown.includes('figures') ? piece.figure : null;
  const look = [
    piece.heading ? 'heading' : '',
    findings.length > 0 ? `found ${findings[0]!.severity}` : '',
    relations.length > 0 ? `related ${verdictOf(relations)}` : '',
  ].join(' ');
  if (figure !== null)
    return (
      <button
        type="button"
        tabIndex={-1}
        className={`mark ${standing} ${chosen ? 'chosen' : ''} ${look}`}
        data-figure={figure.id}
        data-at={piece.start}
        title={
          [...findings.map(({ message }) => message), ...relations.map(({ note }) => note)].join('\n') ||
          undefined
        }
        onClick={() => onChoose(figure.id)}
      >
        {piece.text}
      </button>
    );
  if (findings.length === 0)
    return (
      <span className={look.trim() || undefined} data-at={piece.start} title={relations[0]?.note}>
        {piece.text}
      </span>
    );
  return (
    <Popover
      trigger="click"
      content={
        <ul className="mark-notes">
          {findings.map(({ message, suggestion, start }) => (
            <li key={`${start} ${message}`}>
              {message}
              {suggestion !== null && <div className="quiet">建议：{suggestion}</div>}
            </li>
          ))}
        </ul>
      }
    >
      <button type="button" className={`mark ${look}`} data-at={piece.start}>
        {piece.text}
      </button>
    </Popover>
  );
}

/** The worst that is said of a place: wrong before unsure before right. */
function verdictOf(relations: ReadingView['relations']): string {
  if (relations.some(({ holds }) => holds === false)) return 'fails';
  return relations.some(({ holds }) => holds === true) ? 'holds' : 'open';
}
