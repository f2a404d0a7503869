import type { Line } from '../text/lines.ts';
import type { Candidate } from './scan.ts';
import { looksLikeHeading } from './titles.ts';

/**
 * Headings printed without their number. Where a sequence of line headings lacks a member and exactly there
 * a short line stands that is no sentence, that line is the missing heading; `number` stays empty, so that a
 * proof-reader can report it.
 *
 * Example: 一、主要工作 / 加强组织领导 / 1.… / (二)依法履职 — the second line stands for (一).
 */
export function restoreUnnumbered(headings: readonly Candidate[], lines: readonly Line[]): Candidate[] {
  const restored: Candidate[] = [];
  const taken = new Set(headings.map(({ line }) => line));
  for (const [index, heading] of headings.entries()) {
    if (heading.place !== 'line' || !['han', 'han-bracket', 'arabic'].includes(heading.style)) continue;
    const before = previousSibling(headings, index);
    const missing = heading.ordinal - (before.sibling?.ordinal ?? 0) - 1;
    if (missing !== 1 || (heading.style === 'arabic' && continuesCount(headings, index))) continue;
    const from = (before.sibling ?? before.parent)?.line ?? -1;
    if (from === -1) continue;
    const free = linesBetween(lines, from, heading.line).filter(
      (line) => !taken.has(line) && looksLikeHeading(lines[line]!.text),
    );
    const line = before.sibling ? only(free) : free.find((candidate) => candidate === from + 1);
    if (line !== undefined) restored.push(unnumbered(heading, line, lines[line]!));
  }
  if (restored.length === 0) return [...headings];
  return [...headings, ...restored].sort((a, b) => a.start - b.start);
}

function previousSibling(headings: readonly Candidate[], index: number) {
  const { style, rank } = headings[index]!;
  for (let i = index - 1; i >= 0; i -= 1) {
    const other = headings[i]!;
    if (other.style === style) return { sibling: other, parent: null };
    if (other.rank < rank) return { sibling: null, parent: other };
  }
  return { sibling: null, parent: null };
}

/** Arabic numbers that run on through the chapters. */
function continuesCount(headings: readonly Candidate[], index: number): boolean {
  const heading = headings[index]!;
  for (let i = index - 1; i >= 0; i -= 1) {
    const other = headings[i]!;
    if (other.style === heading.style) return other.ordinal + 1 === heading.ordinal;
  }
  return false;
}

function linesBetween(lines: readonly Line[], from: number, to: number): number[] {
  return lines.slice(from + 1, to).map((_, i) => from + 1 + i);
}

function only(found: readonly number[]): number | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function unnumbered(sibling: Candidate, index: number, line: Line): Candidate {
  return {
    ...sibling,
    number: '',
    ordinal: sibling.ordinal - 1,
    start: line.start,
    titleStart: line.start,
    line: index,
    weak: false,
  };
}
