import { chineseDate, type LegalDate } from '../../kernel/dates.ts';
import { auditDocument, type FindingCode, KINDS } from '../../reports/auditing/index.ts';
import { type Explanation, printedText, type ReportDraft } from '../../reports/compiling/index.ts';
import { type Finding, readDocument } from '../../reports/reading/index.ts';
import { numberHeadings } from '../../reports/writing/numbering.ts';
import { sentenceAround } from './sentence.ts';

/** Where a line of the report is written: the title, or a block of the opening (chapter -1) or of a chapter (block -1: its title). */
export interface Place {
  readonly chapter: number;
  readonly block: number;
}

/** A finding where its writer sees it. */
export interface PlacedFinding {
  readonly code: string;
  readonly name: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  /** What to put in place of the words; null where only a person knows. */
  readonly suggestion: string | null;
  readonly words: string;
  /** Null where it speaks of the report's title. */
  readonly at: Place | null;
  /** Place within the printed text of the block; both nought where only the block is known. */
  readonly start: number;
  readonly end: number;
  /** The sentence it stands in: another wording is another finding. */
  readonly context: string;
  readonly explained: Pick<Explanation, 'reason' | 'by' | 'on'> | null;
}

type Text = Pick<ReportDraft, 'title' | 'opening' | 'chapters' | 'figures' | 'explained' | 'organ'>;

/** A line as it is printed, of which the first `label` characters are a number set before it. */
interface Line {
  readonly text: string;
  readonly label: number;
  readonly at: Place | null;
}

/** What a proof-reader would mark in the report as it would be printed on that day, each where it is written. */
export async function auditReport(draft: Text, on: LegalDate): Promise<PlacedFinding[]> {
  const lines = linesOf(draft);
  const signature = [draft.organ, chineseDate(on)];
  const text = [...lines.map((line) => line.text), ...signature].join('\n');
  const reading = await readDocument({ text });
  const read = placesOf(reading.text, lines);
  return auditDocument(reading).flatMap((finding) => {
    const found = read.find(({ from, to }) => finding.start >= from && finding.start <= to);
    return found ? [placed(finding, found, draft.explained ?? [])] : [];
  });
}

/** Findings nobody has mended or answered for. */
export const openFindingsOf = (findings: readonly PlacedFinding[]): PlacedFinding[] =>
  findings.filter(({ explained }) => explained === null);

/** The report line by line as it would be printed, its headings numbered as the paper numbers them. */
function linesOf({ title, opening, chapters, figures }: Text): Line[] {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const line = (text: string, at: Place | null, label = ''): Line => ({
    text: oneLine(label + printedText(text, known)),
    label: label.length,
    at,
  });
  const labels = labelsOf(chapters);
  const blockLines = (blocks: ReportDraft['opening'], chapter: number) =>
    blocks.flatMap((block, at): Line[] => {
      const place = { chapter, block: at };
      if (block.kind === 'todo') return [];
      if (block.kind === 'table') {
        return [line(block.text, place), ...block.rows.map((row) => line(row.join('\t'), place))];
      }
      return [line(block.text, place, labels.get(block))];
    });
  return [
    line(title, null),
    ...blockLines(opening, -1),
    ...chapters.flatMap((chapter, at) => [
      line(chapter.title, { chapter: at, block: -1 }, labels.get(chapter)),
      ...blockLines(chapter.blocks, at),
    ]),
  ].filter(({ text }) => text !== '');
}

/** The number set before each chapter and heading; none where the clerk typed one. */
function labelsOf(chapters: ReportDraft['chapters']): Map<object, string> {
  const headed = chapters.flatMap((chapter) => [
    { of: chapter as object, level: 1 as const, text: chapter.title },
    ...chapter.blocks
      .filter(({ kind }) => kind === 'heading')
      .map((block) => ({ of: block as object, level: 2 as const, text: block.text })),
  ]);
  const numbered = numberHeadings(headed.map(({ level, text }) => ({ kind: 'heading', level, text })));
  return new Map(
    headed.map(({ of, text }, at) => {
      const block = numbered[at]!;
      return [of, block.kind === 'heading' ? block.text.slice(0, block.text.length - text.length) : ''];
    }),
  );
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').trim();

interface ReadLine {
  readonly from: number;
  readonly to: number;
  readonly read: string;
  readonly line: Line;
}

/** The lines as the reader gives them back: cleaned, some perhaps left out, in the same order. */
function placesOf(text: string, lines: readonly Line[]): ReadLine[] {
  const places: ReadLine[] = [];
  let at = 0;
  let from = 0;
  for (const read of text.split('\n')) {
    const same = lines.findIndex((line, index) => index >= at && alike(line.text, read));
    if (same >= 0) {
      places.push({ from, to: from + read.length, read, line: lines[same]! });
      at = same + 1;
    }
    from += read.length + 1;
  }
  return places;
}

/** Cleaning changes widths and spaces and nothing else. */
const alike = (one: string, other: string): boolean => one === other || bare(one) === bare(other);
const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function placed(
  finding: Finding,
  { from, read, line }: ReadLine,
  explained: readonly Explanation[],
): PlacedFinding {
  const { code, severity, message, suggestion } = finding;
  const words = read.slice(finding.start - from, finding.end - from);
  const start = read === line.text ? finding.start - from : line.text.indexOf(words);
  const inText = start >= line.label && words !== '';
  const context = sentenceAround(read, finding.start - from, finding.end - from);
  const reason = explained.find(
    (entry) => entry.code === code && entry.text === words && entry.context === context,
  );
  return {
    code,
    name: KINDS[code as FindingCode].name,
    severity,
    message,
    suggestion: inText ? suggestion : null,
    words,
    at: line.at,
    start: inText ? start - line.label : 0,
    end: inText ? start - line.label + words.length : 0,
    context,
    explained: reason ? { reason: reason.reason, by: reason.by, on: reason.on } : null,
  };
}
