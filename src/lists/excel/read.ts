import type { LegalDate } from '../../kernel/dates.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { CompiledList } from '../compile.ts';
import type { ListAction } from '../context.ts';
import { type Cell, parseCell } from './cells.ts';
import { type Column, columnLetter, columnsOf, type UnitNames } from './columns.ts';

/** Something wrong with a sheet: the cell, and what to do about it. */
export interface CellProblem {
  /** `C12`; `A1` where the whole sheet is meant. */
  readonly cell: string;
  readonly message: string;
}

/** What all rows of an import have in common. */
export interface ImportHead {
  readonly effective: LegalDate;
  readonly documentTitle: string;
  readonly documentNumber?: string;
  readonly reason: string;
}

/** One row, ready to be carried out. */
export interface ImportRow {
  /** Number of the row in the sheet, from 1. */
  readonly row: number;
  readonly action: ListAction;
}

export interface ReadSheet {
  readonly rows: readonly ImportRow[];
  readonly problems: readonly CellProblem[];
  /** Letter of the column of each field, for problems found later. */
  readonly letters: ReadonlyMap<string, string>;
}

/** Most rows of one import. */
export const MOST_ROWS = 10_000;

/**
 * Reads a sheet, uploaded or pasted, into operations that establish its rows. Columns are known by their headings,
 * in any order; others are left alone. Every cell that is wrong is named, not only the first.
 */
export function readSheet(
  list: CompiledList,
  sheet: readonly (readonly Cell[])[],
  head: ImportHead,
  units: UnitNames,
): ReadSheet {
  const { places, problems } = headings(columnsOf(list), sheet[0] ?? []);
  const letters = new Map(places.map(({ column, index }) => [column.field, columnLetter(index)]));
  const empty = { rows: [], letters };
  if (problems.length > 0) return { ...empty, problems };
  const filled = sheet
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(1)
    .filter(({ cells }) => places.some(({ index }) => !blank(cells[index])));
  if (filled.length === 0)
    return { ...empty, problems: [{ cell: 'A2', message: '表中没有数据，请从第二行起填写' }] };
  if (filled.length > MOST_ROWS) {
    const message = `一次最多导入${MOST_ROWS}行，本表有${filled.length}行，请分成几个文件`;
    return { ...empty, problems: [{ cell: `A${filled[MOST_ROWS]!.row}`, message }] };
  }
  const rows: ImportRow[] = [];
  const found: CellProblem[] = [];
  const codes = new Map<string, number>();
  for (const { cells, row } of filled) {
    const read = readRow(places, cells, row, units);
    const code = String(read.input.code ?? '');
    const earlier = codes.get(code);
    if (code !== '' && earlier !== undefined) {
      found.push({
        cell: `${letters.get('code')}${row}`,
        message: `编码${code}与第${earlier}行重复，请改正其中一行`,
      });
    } else codes.set(code, row);
    found.push(...read.problems);
    const operation = list.forms.has('establish') ? 'establish' : 'take-over';
    rows.push({ row, action: { operation, input: { ...read.input, ...head } as JsonObject } });
  }
  return { rows: found.length > 0 ? [] : rows, problems: found, letters };
}

interface Place {
  readonly column: Column;
  readonly index: number;
}

function headings(
  columns: readonly Column[],
  cells: readonly Cell[],
): { places: Place[]; problems: CellProblem[] } {
  const titles = cells.map((cell) => String(cell ?? '').replace(/[\s*＊]/g, ''));
  const places = columns.flatMap((column) => {
    const index = titles.indexOf(column.title);
    return index < 0 ? [] : [{ column, index }];
  });
  const missing = columns.filter(
    (column) => column.required && !places.some((place) => place.column === column),
  );
  if (missing.length === 0) return { places, problems: [] };
  const names = missing.map((column) => `“${column.title}”`).join('');
  return { places, problems: [{ cell: 'A1', message: `第一行缺少列${names}，请使用模板，不要改动标题` }] };
}

function readRow(places: readonly Place[], cells: readonly Cell[], row: number, units: UnitNames) {
  const input: Record<string, JsonObject[string]> = {};
  const problems: CellProblem[] = [];
  for (const { column, index } of places) {
    const cell = `${columnLetter(index)}${row}`;
    const parsed = parseCell(column, cells[index], units);
    if ('problem' in parsed) {
      problems.push({ cell, message: parsed.problem });
      continue;
    }
    const checked = column.schema.safeParse(parsed.value);
    if (!checked.success) {
      problems.push({ cell, message: checked.error.issues[0]?.message ?? `${column.title}不符合要求` });
    } else if (parsed.value !== undefined) input[column.field] = parsed.value;
  }
  return { input, problems };
}

function blank(cell: Cell): boolean {
  return cell === null || cell === undefined || String(cell).trim() === '';
}
