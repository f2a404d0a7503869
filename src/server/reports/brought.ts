import type { Instant } from '../../kernel/dates.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import type { ReadDocument } from '../../reports/reading/index.ts';
import type { Queries } from '../../store/connection.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { findVersion, keepVersion, paperHeads } from '../../store/papers/versions.ts';

/** Kind under which reports published elsewhere are kept, to be read beside this year's. */
const KIND = 'published-report';

/** A report of another year as it was printed. */
export interface PrintedReport {
  readonly title: string;
  readonly chapters: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
}

/** Keeps the text of a published report for its year; the same text again changes nothing. */
export async function keepBrought(
  sql: Queries,
  kept: { region: string; year: number; printed: PrintedReport; by: string; now: Instant },
): Promise<void> {
  const { region, year, printed, by, now } = kept;
  const before = (await paperHeads(sql, region, KIND)).find((head) => head.year === year);
  const newest = before && (await findVersion(sql, region, KIND, before.paper));
  if (newest && JSON.stringify(newest.content) === JSON.stringify(printed)) return;
  await keepVersion(sql, region, {
    paper: before?.paper ?? uuidv7(),
    version: (before?.version ?? 0) + 1,
    kind: KIND,
    year,
    form: '',
    unit: null,
    title: printed.title,
    content: printed as unknown as JsonValue as JsonObject,
    savedBy: by,
    savedAt: now,
  });
}

/** The kept text of a year's published report; undefined where nobody brought one. */
export async function broughtReport(
  sql: Queries,
  region: string,
  year: number,
): Promise<PrintedReport | undefined> {
  const head = (await paperHeads(sql, region, KIND)).find((entry) => entry.year === year);
  const found = head && (await findVersion(sql, region, KIND, head.paper));
  return found && (found.content as unknown as PrintedReport);
}

/** Chapters and paragraphs of a document that was read; what stands before the first chapter is its opening. */
export function printedOf({ text, document, sections }: ReadDocument, name: string): PrintedReport {
  const tops = sections.filter(({ level }) => level === 1);
  const first = tops[0]?.start ?? text.length;
  const end = document.annexes[0]?.start ?? text.length;
  const paragraphs = (from: number, to: number) =>
    text
      .slice(from, to)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const opening = paragraphs(0, first).filter((line) => line !== document.title);
  return {
    title: document.title ?? name,
    chapters: [
      ...(opening.length > 0 ? [{ title: '引言', paragraphs: opening }] : []),
      ...tops.map(({ title, titleEnd, end: next }) => ({
        title,
        paragraphs: paragraphs(titleEnd, Math.min(next, end)).flatMap((line, at) => {
          // What closes the heading is not the beginning of its first paragraph.
          const body = at === 0 ? line.replace(/^[。：:\s]+/, '') : line;
          return body === '' ? [] : [body];
        }),
      })),
    ],
  };
}
