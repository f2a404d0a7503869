import type { ReadFigure, ReadingView } from '../../../src/client/contract/reports.ts';
import { type Line, linesOf } from './judged.ts';

/** A stretch of a line under the same marks from end to end. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly figure: ReadFigure | null;
  /** Indexes into the findings and relations of the reading that cover it. */
  readonly findings: readonly number[];
  readonly relations: readonly number[];
  /** Part of a heading that runs into its text. */
  readonly heading: boolean;
}

interface MarkedLine {
  readonly start: number;
  /** Depth of the heading the line is; 0 for text, also where a heading runs into it. */
  readonly level: number;
  readonly pieces: readonly Piece[];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The text by lines, each cut where a figure, a finding or a relation begins or ends. */
export function markedLinesOf(reading: ReadingView): MarkedLine[] {
  const findings = reading.findings.map(visible);
  return linesOf(reading).map((line) => {
    const end = line.start + line.text.length;
    const inLine = (places: readonly Place[]) =>
      places.flatMap((place, index) => (place.start < end && place.end > line.start ? [index] : []));
    const titles = reading.sections
      .map(({ start, titleEnd }) => ({ start, end: titleEnd }))
      .filter((title) => title.start < end && title.end > line.start);
    return cut(line, reading, {
      titles,
      findings,
      found: inLine(findings),
      related: inLine(reading.relations),
    });
  });
}

/** A finding between two signs still needs a place to be seen. */
function visible({ start, end }: Place): Place {
  return { start, end: Math.max(end, start + 1) };
}

interface Marks {
  readonly titles: readonly Place[];
  readonly findings: readonly Place[];
  readonly found: readonly number[];
  readonly related: readonly number[];
}

function cut(
  line: Line,
  { relations }: ReadingView,
  { titles, findings, found, related }: Marks,
): MarkedLine {
  const end = line.start + line.text.length;
  // What runs on behind a title, its stop apart, is text.
  const runIn = titles.length > 0 && titles.at(-1)!.end < end - 1;
  const places = [
    ...(runIn ? titles : []),
    ...line.marks,
    ...found.map((index) => findings[index]!),
    ...related.map((index) => relations[index]!),
  ];
  const borders = new Set([line.start, end]);
  for (const place of places) {
    borders.add(Math.max(place.start, line.start));
    borders.add(Math.min(place.end, end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  const covers = (place: Place, start: number) => place.start <= start && start < place.end;
  const pieces = sorted.slice(0, -1).map((start, i) => ({
    start,
    text: line.text.slice(start - line.start, sorted[i + 1]! - line.start),
    figure: line.marks.find((mark) => covers(mark, start)) ?? null,
    findings: found.filter((index) => covers(findings[index]!, start)),
    relations: related.filter((index) => covers(relations[index]!, start)),
    heading: runIn && titles.some((title) => covers(title, start)),
  }));
  return { start: line.start, level: runIn ? 0 : line.level, pieces };
}
