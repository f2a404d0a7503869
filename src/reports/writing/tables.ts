import {
  AlignmentType,
  BorderStyle,
  Table as DocxTable,
  HeightRule,
  type IParagraphOptions,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Form, FormCell, Inline, Table, TableColumn } from '../../kernel/wording/document.ts';
import { plainText } from './inline.ts';
import { SIZE, TYPE_AREA } from './layout.ts';
import { run, runs } from './runs.ts';
import { STYLE } from './styles.ts';

const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = {
  top: HAIRLINE,
  bottom: HAIRLINE,
  left: HAIRLINE,
  right: HAIRLINE,
  insideHorizontal: HAIRLINE,
  insideVertical: HAIRLINE,
} as const;
/** Height of one line of table text, twips. */
const CELL_LINE = 400;
/** A cell longer than this may break across pages; shorter rows stay whole. */
const UNBREAKABLE_LENGTH = 400;

const ALIGNMENT = {
  text: AlignmentType.LEFT,
  number: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

/** A data table with its caption and unit line; the header row repeats, numbers stand at the right. */
export function dataTable(table: Table): (Paragraph | DocxTable)[] {
  const widths = gridWidths(table.columns.map((column) => column.width ?? 1));
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, index) =>
      cell(widths[index]!, [cellParagraph([column.header], { alignment: AlignmentType.CENTER }, 'hei')]),
    ),
  });
  const rows = table.rows.map((row) => dataRow(row, table.columns, widths));
  return [
    ...captionLines(table),
    fixedTable(widths, [header, ...rows]),
    new Paragraph({ style: STYLE.cell }),
  ];
}

function captionLines(table: Table): Paragraph[] {
  const caption = table.caption
    ? [cellParagraph([table.caption], { alignment: AlignmentType.CENTER, keepNext: true }, 'hei')]
    : [];
  const unit = table.unit
    ? [cellParagraph([`单位：${table.unit}`], { alignment: AlignmentType.RIGHT, keepNext: true })]
    : [];
  return [...caption, ...unit];
}

function dataRow(
  row: readonly Inline[],
  columns: readonly TableColumn[],
  widths: readonly number[],
): TableRow {
  return new TableRow({
    cantSplit: row.every((inline) => plainText([inline]).length < UNBREAKABLE_LENGTH),
    children: columns.map((column, index) => {
      const inline = row[index];
      const paragraph = cellParagraph(inline === undefined ? [] : [inline], {
        alignment: ALIGNMENT[column.align ?? 'text'],
      });
      return cell(widths[index]!, [paragraph]);
    }),
  });
}

/** A bordered form: labels centred, values at the left, a line to sign at the cell's lower right. */
export function formTable(form: Form): DocxTable {
  const widths = gridWidths(form.widths);
  const rows = form.rows.map((row) => formRow(row, widths));
  return fixedTable(widths, rows);
}

function formRow(row: readonly FormCell[], widths: readonly number[]): TableRow {
  const lines = Math.max(2, ...row.map((entry) => entry.lines ?? 1));
  let column = 0;
  const cells = row.map((entry) => {
    const span = entry.span ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, value) => sum + value, 0);
    column += span;
    return formCell(entry, width, span);
  });
  return new TableRow({
    cantSplit: row.every((entry) => entry.text.length < UNBREAKABLE_LENGTH),
    height: { value: lines * CELL_LINE, rule: HeightRule.ATLEAST },
    children: cells,
  });
}

function formCell(entry: FormCell, width: number, columnSpan: number): TableCell {
  const alignment = entry.label ? AlignmentType.CENTER : AlignmentType.LEFT;
  const text = entry.text.split('\n').map((line) => cellParagraph([line], { alignment }));
  const sign = entry.sign
    ? [cellParagraph([entry.sign], { alignment: AlignmentType.RIGHT, spacing: { before: CELL_LINE } })]
    : [];
  return cell(width, [...text, ...sign], columnSpan);
}

function cell(width: number, children: Paragraph[], columnSpan = 1): TableCell {
  return new TableCell({
    children,
    columnSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 100, right: 100 },
  });
}

function cellParagraph(content: readonly Inline[], options: IParagraphOptions, face?: 'hei'): Paragraph {
  const children = face ? [run(plainText(content), { face, size: SIZE.smallFour })] : runs(content);
  return new Paragraph({ style: STYLE.cell, ...options, children });
}

function fixedTable(widths: readonly number[], rows: TableRow[]): DocxTable {
  return new DocxTable({
    rows,
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: TYPE_AREA.width, type: WidthType.DXA },
    borders: BORDERS,
    alignment: AlignmentType.CENTER,
  });
}

/** Whole twips that add up to the type area. */
function gridWidths(shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let used = 0;
  let shared = 0;
  return shares.map((share) => {
    shared += share;
    const width = Math.round((TYPE_AREA.width * shared) / total) - used;
    used += width;
    return width;
  });
}
