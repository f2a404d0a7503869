import type { Figure, ReadDocument } from '../reading/index.ts';
import { isComparable, matchFigures, plainUnit } from './match.ts';
import type { ComparedFigure, Comparison, ComparisonTable, Movement } from './model.ts';

export * from './model.ts';

/** Two documents of one place, figure by figure, in the order of the later one; vanished figures stand last. */
export function compareDocuments(before: ReadDocument, after: ReadDocument): Comparison {
  const early = before.figures.filter(isComparable);
  const late = after.figures.filter(isComparable);
  const pairs = matchFigures(early, late);
  const earlierOf = new Map([...pairs].map(([a, b]) => [b, a]));
  const figures = [
    ...late.map((figure) => compared(earlierOf.get(figure) ?? null, figure)),
    ...early.filter((figure) => !pairs.has(figure)).map((figure) => compared(figure, null)),
  ];
  const counts: Record<Movement, number> = { rose: 0, fell: 0, same: 0, vanished: 0, new: 0 };
  for (const { movement } of figures) counts[movement] += 1;
  return { before: headOf(before), after: headOf(after), figures, counts };
}

/** Many documents, one column each; a row for each thing at least two of them count. */
export function tabulateDocuments(documents: readonly ReadDocument[]): ComparisonTable {
  const rows = new Map<string, ComparisonTable['rows'][number]>();
  for (const [column, { figures }] of documents.entries()) {
    for (const figure of figures.filter(isComparable)) {
      const key = rowKey(figure);
      const row = rows.get(key) ?? newRow(figure, documents.length);
      // Of several figures of one indicator the first is the headline; the rest break it down.
      row.cells[column] ??= figure;
      rows.set(key, row);
    }
  }
  return {
    columns: documents.map((document) => ({ ...headOf(document), issuer: document.document.issuer })),
    rows: [...rows.values()].filter(
      ({ cells }) => cells.filter(Boolean).length >= Math.min(2, documents.length),
    ),
  };
}

function rowKey({ indicator, subject, unit }: Figure): string {
  return `${indicator ?? subject}|${plainUnit(unit)}`;
}

function newRow({ indicator, subject, unit }: Figure, columns: number): ComparisonTable['rows'][number] {
  return { indicator, subject, unit: plainUnit(unit), cells: new Array<Figure | null>(columns).fill(null) };
}

function headOf({ document: { title, date } }: ReadDocument): { title: string | null; date: string | null } {
  return { title, date };
}

function compared(before: Figure | null, after: Figure | null): ComparedFigure {
  const shown = (after ?? before)!;
  const both = before !== null && after !== null;
  const change = both ? exact(after.value - before.value) : null;
  const indicator = both && before.indicator !== after.indicator ? null : shown.indicator;
  return {
    subject: shown.subject,
    unit: plainUnit(shown.unit),
    indicator,
    before,
    after,
    movement: movementOf(before, after),
    change,
    percent: change === null || shown.unit === '%' ? null : percentOf(change, before!.value),
  };
}

function movementOf(before: Figure | null, after: Figure | null): Movement {
  if (before === null) return 'new';
  if (after === null) return 'vanished';
  if (after.value === before.value) return 'same';
  return after.value > before.value ? 'rose' : 'fell';
}

function percentOf(change: number, from: number): number | null {
  return from === 0 ? null : exact((change / from) * 100, 2);
}

/** Without the dust of binary fractions. */
function exact(value: number, decimals = 6): number {
  return Number(value.toFixed(decimals));
}
