import type { PageFacts } from '../intake/chrome.ts';
import type { DocumentHead, Section } from '../model.ts';
import { linesOf } from '../text/lines.ts';
import { findAnnexes } from './annexes.ts';
import { restoreUnnumbered } from './gaps.ts';
import { readHead } from './head.ts';
import { nest } from './nest.ts';
import { scanMarks } from './scan.ts';
import { acceptHeadings } from './sequence.ts';
import { findSignatures } from './signature.ts';
import { skeletonOf } from './skeleton.ts';

/** Head and headings of a cleaned text. */
export interface Structure {
  document: DocumentHead;
  sections: Section[];
}

export function readStructure(text: string, page: PageFacts): Structure {
  const lines = linesOf(text);
  const signatures = findSignatures(lines);
  const { lines: headLines, ...head } = readHead(lines, signatures, page);
  const { annexes, lines: annexLines } = findAnnexes(lines);
  const skip = new Set([...headLines, ...annexLines]);
  for (const { firstLine, lastLine } of signatures) {
    for (let line = firstLine; line <= lastLine; line += 1) skip.add(line);
  }
  const accepted = acceptHeadings(scanMarks(lines, skip));
  const headings = restoreUnnumbered(accepted, lines);
  const lastHeading = headings.at(-1);
  const closing = signatures.at(-1);
  const signedAfter = closing !== undefined && closing.firstLine > (lastHeading?.line ?? -1);
  const bodyEnd = signedAfter ? lines[closing.firstLine]!.start : text.length;
  const sections = nest(headings, lines, bodyEnd);
  return {
    document: { ...head, skeleton: skeletonOf(sections, head.title, assignsTasks(text)), annexes },
    sections,
  };
}

/** Several clauses that name who is responsible; a report has none. */
function assignsTasks(text: string): boolean {
  return (text.match(/(?:牵头|责任|主责|配合)(?:单位|部门)\s?[：:]/g)?.length ?? 0) >= 2;
}
