import type { Section } from '../model.ts';
import type { Line } from '../text/lines.ts';
import type { Candidate } from './scan.ts';
import { titleEnd } from './titles.ts';

/**
 * Headings to a tree. A heading closes all open ones of its own or an inner rank; so a chapter may go from
 * 一、 straight to 1. and the next to (一). Run-in members (一是) close with their paragraph.
 */
export function nest(headings: readonly Candidate[], lines: readonly Line[], bodyEnd: number): Section[] {
  const sections: Section[] = [];
  const open: { index: number; rank: number }[] = [];
  const close = (entry: { index: number }, end: number) => {
    sections[entry.index]!.end = end;
  };
  for (const [i, heading] of headings.entries()) {
    while (open.length > 0 && open.at(-1)!.rank >= heading.rank) close(open.pop()!, heading.start);
    const line = lines[heading.line]!;
    const next = headings[i + 1];
    const limit = next && next.start < line.end ? next.start : line.end;
    const parent = open.at(-1)?.index ?? null;
    sections.push(toSection(heading, line, limit, parent, open.length + 1, bodyEnd));
    open.push({ index: sections.length - 1, rank: heading.rank });
  }
  endRunIn(sections, headings, lines);
  return sections;
}

function toSection(
  heading: Candidate,
  line: Line,
  limit: number,
  parent: number | null,
  level: number,
  bodyEnd: number,
): Section {
  const end = titleEnd(line, heading.titleStart, limit);
  const title = line.text
    .slice(heading.titleStart - line.start, end - line.start)
    .replace(/[\s，,、.．]+$/, '');
  const numbered = heading.number !== '';
  return {
    level,
    number: heading.number,
    title,
    start: heading.start,
    end: Math.max(bodyEnd, line.end),
    style: numbered ? heading.style : 'unnumbered',
    ordinal: numbered ? heading.ordinal : null,
    parent,
    titleStart: heading.titleStart,
    titleEnd: heading.titleStart + title.length,
    runIn: end + 1 < line.end,
  };
}

/** 一是…五是 inside a paragraph end with it; what follows belongs to the section around them. */
function endRunIn(sections: Section[], headings: readonly Candidate[], lines: readonly Line[]): void {
  for (const [i, section] of sections.entries()) {
    if (section.style !== 'enumerated') continue;
    section.end = Math.min(section.end, lines[headings[i]!.line]!.end);
  }
}
