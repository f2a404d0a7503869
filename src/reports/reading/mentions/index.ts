import type { Mention, MentionedDocument } from '../model.ts';
import { type FoundNumber, findDocumentNumbers } from './numbers.ts';
import { findTitles } from './titles.ts';

/**
 * Every document a text names: by title in 《》, by number, or by both (a number in brackets right after a
 * title belongs to it). Mentions with the same title or number are one document.
 */
export function readMentions(text: string): MentionedDocument[] {
  const numbers = findDocumentNumbers(text);
  const titles = findTitles(text);
  const documents = new Map<string, MentionedDocument>();
  const used = new Set<FoundNumber>();
  let cursor = 0;
  for (const mention of titles) {
    while (cursor < numbers.length && numbers[cursor]!.start < mention.end) cursor += 1;
    const after = numbers[cursor];
    const attached = after && isAttached(text, mention, after) ? after : null;
    if (attached) used.add(attached);
    const title = normalTitle(mention.text);
    const known = documents.get(title);
    if (known) {
      known.number ??= attached?.number ?? null;
      known.occurrences.push(mention);
    } else {
      documents.set(title, { title, number: attached?.number ?? null, occurrences: [mention] });
    }
  }
  addBareNumbers(text, numbers, used, documents);
  return [...documents.values()].sort((a, b) => a.occurrences[0]!.start - b.occurrences[0]!.start);
}

/** 《…》(某政发〔2015〕48号): nothing but spaces and an opening bracket between them. */
function isAttached(text: string, title: Mention, number: FoundNumber): boolean {
  const between = text.slice(title.end, number.start);
  return between.length <= 3 && /^\s?[（(〔[]?\s?$/.test(between);
}

function addBareNumbers(
  text: string,
  numbers: readonly FoundNumber[],
  used: ReadonlySet<FoundNumber>,
  documents: Map<string, MentionedDocument>,
): void {
  const byNumber = new Map<string, MentionedDocument>();
  for (const document of documents.values()) if (document.number) byNumber.set(document.number, document);
  for (const found of numbers) {
    if (used.has(found)) continue;
    const mention = { start: found.start, end: found.end, text: text.slice(found.start, found.end) };
    const known = byNumber.get(found.number);
    if (known) known.occurrences.push(mention);
    else {
      const document = { title: '', number: found.number, occurrences: [mention] };
      byNumber.set(found.number, document);
      documents.set(found.number, document);
    }
  }
  for (const document of documents.values()) document.occurrences.sort((a, b) => a.start - b.start);
}

/** Title without marks; inner marks in the form inside 《》, spaces dropped. */
function normalTitle(printed: string): string {
  return printed
    .slice(1, -1)
    .replaceAll('《', '〈')
    .replaceAll('》', '〉')
    .replaceAll('<', '〈')
    .replaceAll('>', '〉')
    .replace(/\s/g, '');
}
