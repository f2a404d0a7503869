import { type WriteSheet, writeXlsx } from 'hucre';
import type { ComparedCell, ComparisonView } from '../../client/contract/readings.ts';
import { columnLetter } from '../../lists/excel/columns.ts';
import { MOVEMENT_NAMES } from '../../reports/comparing/index.ts';

type Row = ComparisonView['rows'][number];
type Value = string | number | null;

/**
 * A comparison as a workbook: the figures, numbers as numbers; on a second sheet the sentence each stands in; on a
 * third the documents. A figure that is a range or about so much stays as it is printed.
 */
export async function writeComparisonWorkbook(view: ComparisonView): Promise<Uint8Array> {
  const pair = view.documents.length === 2;
  const heads = view.documents.map(({ head, title, name }, at) =>
    pair ? `${['前', '后'][at]}：${title ?? name}` : head,
  );
  const figures: Value[][] = view.rows.map((row) => [
    row.subject,
    row.unit,
    ...row.cells.map(contentOf),
    ...(pair ? changesOf(row) : []),
  ]);
  const sources = view.rows.flatMap(({ subject, cells }) =>
    cells.flatMap((cell, at) => (cell ? [[subject, heads[at]!, cell.text, cell.sentence]] : [])),
  );
  return writeXlsx({
    sheets: [
      sheet(
        '数据对比',
        ['事项', '单位', ...heads, ...(pair ? ['变化', '变化幅度（%）', '情况'] : [])],
        figures,
        [36, 10, ...heads.map(() => 22), 12, 14, 12],
      ),
      sheet('出处', ['事项', '文件', '原文中的数据', '所在语句'], sources, [36, 30, 16, 80]),
      sheet(
        '文件',
        ['序号', '文件', '标题', '发文机关'],
        view.documents.map(({ name, title, issuer }, at) => [at + 1, name, title ?? '', issuer ?? '']),
        [8, 40, 60, 30],
      ),
    ],
  });
}

function sheet(
  name: string,
  heads: string[],
  rows: readonly Value[][],
  widths: readonly number[],
): WriteSheet {
  return {
    name,
    columns: widths.map((width) => ({ width, style: { alignment: { wrapText: true, vertical: 'top' } } })),
    rows: [heads, ...rows],
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnLetter(heads.length - 1)}${rows.length + 1}` },
  };
}

/** Words before or behind a number that leave it the number it is. */
const EXACT = new Set(['', '达', '达到', '满']);

function contentOf(cell: ComparedCell | null): Value {
  if (cell === null) return null;
  return cell.valueTo === null && EXACT.has(cell.qualifier) ? cell.value : cell.text;
}

function changesOf({ change, percent, movement }: Row): Value[] {
  return [change, percent, movement === null ? '' : MOVEMENT_NAMES[movement]];
}
