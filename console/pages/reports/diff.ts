import type { DraftBlockView, DraftFigureView, DraftView } from '../../../src/client/contract/reports.ts';
import { commonPlaces } from './lcs.ts';
import { printedOf } from './tokens.ts';

/** A piece of text that stayed, came or went. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** One line of the comparison of two versions: what it is, and what changed in it. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly heading: boolean;
  readonly pieces: readonly Piece[];
}

type Text = Pick<DraftView, 'title' | 'opening' | 'chapters' | 'figures'>;
interface Line {
  readonly text: string;
  readonly heading: boolean;
}

/** The lines of two versions as they are printed, so that a figure that was measured anew shows, too. */
export function diffVersions(before: Text, after: Text): DiffLine[] {
  const one = linesOf(before);
  const other = linesOf(after);
  const pairs = commonPlaces(one, other, (a, b) => a.text === b.text);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...pairs, [one.length, other.length] as const]) {
    lines.push(...changed(one.slice(i, a), other.slice(j, b)));
    const same = one[a];
    if (same)
      lines.push({ kind: 'same', heading: same.heading, pieces: [{ kind: 'same', text: same.text }] });
    [i, j] = [a + 1, b + 1];
  }
  return lines;
}

function linesOf({ title, opening, chapters, figures }: Text): Line[] {
  const known = new Map<string, DraftFigureView>(figures.map((figure) => [figure.id, figure]));
  const block = (entry: DraftBlockView): Line[] => [
    { text: printedOf(entry.text, known), heading: entry.kind === 'heading' },
    ...(entry.kind === 'table'
      ? entry.rows.map((row) => ({
          text: row.map((cell) => printedOf(cell, known)).join('　'),
          heading: false,
        }))
      : []),
  ];
  return [
    { text: title, heading: true },
    ...opening.flatMap(block),
    ...chapters.flatMap((chapter) => [
      { text: chapter.title, heading: true },
      ...chapter.blocks.flatMap(block),
    ]),
  ].filter(({ text }) => text !== '');
}

/** Lines that went and came in the same place are one line that changed, as far as they are alike. */
function changed(gone: readonly Line[], come: readonly Line[]): DiffLine[] {
  const lines: DiffLine[] = [];
  const rest = [...come];
  for (const line of gone) {
    const at = rest.findIndex((other) => likeness(line.text, other.text) > 0.4);
    if (at < 0) {
      lines.push({ kind: 'removed', heading: line.heading, pieces: [{ kind: 'removed', text: line.text }] });
      continue;
    }
    lines.push(...rest.splice(0, at).map(added));
    const other = rest.shift()!;
    lines.push({ kind: 'changed', heading: other.heading, pieces: diffText(line.text, other.text) });
  }
  return [...lines, ...rest.map(added)];
}

const added = ({ text, heading }: Line): DiffLine => ({
  kind: 'added',
  heading,
  pieces: [{ kind: 'added', text }],
});

function likeness(one: string, other: string): number {
  const common = commonPlaces([...one], [...other]).length;
  return (2 * common) / Math.max(1, one.length + other.length);
}

/** Character by character; what stands between two changes and is no longer than two characters goes with them. */
export function diffText(before: string, after: string): Piece[] {
  const [one, other] = [[...before], [...after]];
  const pairs = commonPlaces(one, other);
  const pieces: Piece[] = [];
  const push = (kind: Piece['kind'], text: string) => {
    if (text === '') return;
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  for (const [a, b] of [...pairs, [one.length, other.length] as const]) {
    push('removed', one.slice(i, a).join(''));
    push('added', other.slice(j, b).join(''));
    if (a < one.length) push('same', one[a]!);
    [i, j] = [a + 1, b + 1];
  }
  return pieces;
}
