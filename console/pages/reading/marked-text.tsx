import { type ReactNode, useEffect, useRef } from 'react';
import type { ReadingView } from '../../../src/client/contract/reports.ts';
import { type Judged, type Line, linesOf } from './judged.ts';

interface MarkedTextProps {
  readonly reading: ReadingView;
  readonly judged: readonly Judged[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The whole text as it was read, each figure marked where it stands. */
export function MarkedText({ reading, judged, chosen, onChoose }: MarkedTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Only the text moves: the page stays where the reader has it.
    const box = frame.current!;
    const mark = box.querySelector<HTMLElement>(`[data-figure="${CSS.escape(chosen ?? '')}"]`);
    if (mark) box.scrollTop = mark.offsetTop - box.clientHeight / 2;
  }, [chosen]);
  const standing = new Map(judged.map((entry) => [entry.id, entry.standing]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
    <section className="marked-text" ref={frame} aria-label="报告正文" tabIndex={0}>
      {linesOf(reading).map((line) => (
        <p
          key={line.start}
          className={line.level > 0 ? `heading level-${Math.min(line.level, 3)}` : undefined}
        >
          {pieces(line, (figure, text) => (
            <button
              key={figure}
              type="button"
              tabIndex={-1}
              className={`mark ${standing.get(figure)} ${figure === chosen ? 'chosen' : ''}`}
              data-figure={figure}
              onClick={() => onChoose(figure)}
            >
              {text}
            </button>
          ))}
        </p>
      ))}
    </section>
  );
}

function pieces(line: Line, mark: (figure: string, text: string) => ReactNode): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { id, start, end } of line.marks) {
    parts.push(
      line.text.slice(from, start - line.start),
      mark(id, line.text.slice(start - line.start, end - line.start)),
    );
    from = end - line.start;
  }
  parts.push(line.text.slice(from));
  return parts;
}
