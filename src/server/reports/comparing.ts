import type { ComparedCell, ComparisonView } from '../../client/contract/readings.ts';
import { compareDocuments, tabulateDocuments } from '../../reports/comparing/index.ts';
import type { Figure, ReadDocument } from '../../reports/reading/index.ts';
import { sentenceAround } from './sentence.ts';

/** A document that was read, with the name of its file. */
export interface Named {
  readonly name: string;
  readonly reading: ReadDocument;
}

/** Two documents figure by figure, more of them in a table by indicator. */
export function compareForConsole(documents: readonly Named[]): ComparisonView {
  const readings = documents.map(({ reading }) => reading);
  return {
    documents: documents.map(({ name, reading: { document } }) => ({
      name,
      title: document.title,
      issuer: document.issuer,
    })),
    rows: readings.length === 2 ? pairRows(readings[0]!, readings[1]!) : tableRows(readings),
  };
}

function pairRows(before: ReadDocument, after: ReadDocument): ComparisonView['rows'] {
  return compareDocuments(before, after).figures.map((figure) => ({
    subject: figure.subject,
    unit: figure.unit,
    cells: [cellOf(before, figure.before), cellOf(after, figure.after)],
    movement: figure.movement,
    change: figure.change,
    percent: figure.percent,
  }));
}

function tableRows(readings: readonly ReadDocument[]): ComparisonView['rows'] {
  return tabulateDocuments(readings).rows.map(({ subject, unit, cells }) => ({
    subject,
    unit,
    cells: cells.map((figure, column) => cellOf(readings[column]!, figure)),
    movement: null,
    change: null,
    percent: null,
  }));
}

function cellOf({ text }: ReadDocument, figure: Figure | null): ComparedCell | null {
  if (figure === null) return null;
  const { value, valueTo, qualifier, start, end } = figure;
  return { value, valueTo, qualifier, text: figure.text, sentence: sentenceAround(text, start, end) };
}
