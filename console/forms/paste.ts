import type { FormField } from '../../src/client/contract/catalogue.ts';
import type { JsonValue } from '../api/json.ts';
import { typedDate } from './typed-date.ts';
import type { Values } from './values.ts';

/** Cells of text copied from a spreadsheet, without its empty rows. */
export const pastedCells = (text: string): string[][] =>
  pastedGrid(text).filter((row) => row.some((value) => value !== ''));

/** Every row in its place, empty ones too: tabs between cells, a quoted cell may hold line breaks. */
export function pastedGrid(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/gy;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  while (cell.lastIndex <= source.length) {
    const [, raw, end] = cell.exec(source)!;
    const quoted = raw!.startsWith('"') && raw!.length > 1;
    rows.at(-1)!.push((quoted ? raw!.slice(1, -1).replaceAll('""', '"') : raw!).trim());
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  return rows;
}

/**
 * Pasted cells as rows of a table field. A first row that holds the titles of columns says where each column goes;
 * without one the columns go in order. Choices are taken by their names.
 */
export function pastedRows(columns: readonly FormField[], text: string): Values[] {
  const cells = pastedCells(text);
  const head = cells[0]?.map((title) => columns.find((column) => column.title === title));
  const titled = head?.some((column) => column !== undefined) ?? false;
  const order = titled ? head! : columns;
  return cells.slice(titled ? 1 : 0).map((row) =>
    Object.fromEntries(
      row.flatMap((value, index) => {
        const column = order[index];
        return column && value !== '' ? [[column.name, pastedValue(column, value)]] : [];
      }),
    ),
  );
}

function pastedValue(column: FormField, text: string): JsonValue {
  switch (column.widget) {
    case 'integer':
    case 'money': {
      const value = Number(text.replace(/[,，]/g, '').replace(/[元日份件个人]$/, ''));
      return Number.isFinite(value) ? value : text;
    }
    case 'date':
      return typedDate(text) ?? text;
    case 'choice':
      return codeOf(column, text);
    case 'choices':
      return text.split(/[、,，;；]/).map((name) => codeOf(column, name.trim()));
    case 'flag':
      return text === '是' || text === '√';
    default:
      return text;
  }
}

function codeOf(column: FormField, name: string): string {
  return Object.entries(column.choices ?? {}).find(([, title]) => title === name)?.[0] ?? name;
}
