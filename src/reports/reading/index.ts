import { readFigures } from './figures/index.ts';
import { type CleanText, cleanText } from './intake/clean.ts';
import { readBytes } from './intake/index.ts';
import { readMentions } from './mentions/index.ts';
import type { DocumentHead, MentionedDocument, ReadDocument } from './model.ts';
import { readRelations } from './relations/index.ts';
import { readStructure } from './structure/index.ts';
import { readTasks } from './tasks/index.ts';

export { UnreadableFile } from './intake/unreadable.ts';
export type * from './model.ts';
export { SKELETON_NAMES } from './structure/skeleton.ts';

/**
 * Reads a file of any known kind (txt, md, html, docx, pdf, ofd), told by its content. Throws
 * {@link UnreadableFile} with a reason in Chinese. Findings are left empty; src/reports/auditing makes them.
 */
export async function readDocument(
  input: { name: string; bytes: Uint8Array } | { text: string },
): Promise<ReadDocument> {
  return 'text' in input ? readText(input.text) : readClean(await readBytes(input.bytes));
}

/** Reads a text at hand; the same as {@link readDocument}, without waiting. */
export function readText(text: string): ReadDocument {
  return readClean(cleanText(text));
}

function readClean({ text, page }: CleanText): ReadDocument {
  const { document, sections } = readStructure(text, page);
  const figures = readFigures(text, sections);
  return {
    text,
    document,
    sections,
    figures,
    relations: readRelations(text, figures),
    documents: readMentions(text).filter((mentioned) => !isOwnNumber(mentioned, document)),
    tasks: readTasks(text, document, sections),
    findings: [],
  };
}

/** The number in a document's own head names no other document. */
function isOwnNumber({ title, number, occurrences }: MentionedDocument, document: DocumentHead): boolean {
  return title === '' && number === document.number && occurrences.length === 1;
}
