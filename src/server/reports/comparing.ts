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
  const heads = headsOf(documents);
  return {
    documents: documents.map(({ name, reading: { document } }, at) => ({
      name,
      title: document.title,
      issuer: document.issuer,
      head: heads[at]!,
    })),
    rows: readings.length === 2 ? pairRows(readings[0]!, readings[1]!) : tableRows(readings),
  };
}

/** No two columns are called alike: the years of one issuer by their titles, copies of one text by their files. */
function headsOf(documents: readonly Named[]): readonly string[] {
  const ways = documents.map(({ name, reading: { document } }) => [document.issuer, document.title, name]);
  const told = (way: number, at: number) => {
    const own = ways[at]![way];
    return own !== null && ways.every((other, i) => i === at || other[way] !== own);
  };
  return documents.map(({ name }, at) => {
    const way = [0, 1].find((each) => told(each, at));
    return way === undefined ? name : ways[at]![way]!;
  });
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
  return {
    value,
    valueTo,
    qualifier,
    text: withQualifier(text, figure),
    sentence: sentenceAround(text, start, end),
  };
}

/** The figure as printed, with the word that leaves it open: 近20件 is not 20件. */
function withQualifier(text: string, figure: Figure): string {
  const { qualifier, start, end } = figure;
  if (qualifier === '') return figure.text;
  if (text.slice(0, start).endsWith(qualifier)) return qualifier + figure.text;
  return text.slice(end).startsWith(qualifier) ? figure.text + qualifier : figure.text;
}
