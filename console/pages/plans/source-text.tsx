import { useEffect, useMemo, useRef } from 'react';
import type { PlanTaskView } from '../../../src/client/contract/plans.ts';

interface SourceTextProps {
  readonly text: string;
  readonly tasks: readonly PlanTaskView[];
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** The plan as it was read, the place of the open task marked. A click on a line opens its task. */
export function SourceText({ text, tasks, chosen, onChoose }: SourceTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(text), [text]);
  const task = tasks.find(({ code }) => code === chosen);
  useEffect(() => {
    // Only the text moves: the page stays where the reader has it.
    const box = frame.current!;
    const mark = box.querySelector<HTMLElement>('.source-line.here');
    if (mark && chosen !== undefined) box.scrollTop = mark.offsetTop - box.clientHeight / 4;
  }, [chosen]);
  const inside = (of: PlanTaskView | undefined, { start, text: told }: Line) =>
    of !== undefined &&
    of.start !== null &&
    of.end !== null &&
    start < of.end &&
    start + told.length > of.start;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
    <section className="source-text" ref={frame} aria-label="要点原文" tabIndex={0}>
      {lines.map((line) => {
        const owner = tasks.find((entry) => inside(entry, line));
        const here = inside(task, line);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list of tasks is the way by keyboard
          <p
            key={line.start}
            className={`source-line ${here ? 'here' : ''} ${owner ? (owner.confirmed ? 'confirmed' : 'task') : ''}`}
            onClick={owner && (() => onChoose(owner.code))}
          >
            {line.text}
          </p>
        );
      })}
    </section>
  );
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const own = { start, text: line };
    start += line.length + 1;
    return line.trim() === '' ? [] : [own];
  });
}
