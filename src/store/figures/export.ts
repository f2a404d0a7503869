import type { FigureEntry } from './entries.ts';

/** Heads of the columns in which records are handed on. */
export const entryHeads = ['编号', '名称', '单位', '日期', '类别', '数值'] as const;

/** A record as a row of a table: texts, and the value as a number. */
export function entryCells(entry: FigureEntry): (string | number)[] {
  return [entry.number, entry.title, entry.unitName, entry.on, entry.kindName, entry.value];
}

/** UTF-8 with a mark at the start, which spreadsheet programs need to read Chinese right. */
const MARK = '\uFEFF';

/** The first line of a CSV file of records. */
export const csvHead = `${MARK}${entryHeads.join(',')}\r\n`;

/** Lines of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula is kept a text. */
export function csvLines(entries: readonly FigureEntry[]): string {
  return entries.map((entry) => `${entryCells(entry).map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
