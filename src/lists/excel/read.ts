import type { LegalDate } from '../../kernel/dates.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import type { CompiledList } from '../compile.ts';
import { type Cell, parseCell } from './cells.ts';
import { type Column, columnLetter, columnsOf, documentFields, type UnitNames } from './columns.ts';

/** Something wrong with a sheet: the cell, and what to do about it. */
export interface CellProblem {
  /** `C12`; the first cell of the head where the whole sheet is meant. */
  readonly cell: string;
  readonly message: string;
}

/** What all rows of an import have in common. What a row says itself goes before it. */
export interface ImportHead {
  readonly effective: LegalDate;
  readonly documentTitle?: string;
  readonly documentNumber?: string;
  readonly reason?: string;
}

/** One row, read but not yet judged against the list. */
export interface ImportRow {
  /** Number of the row in the sheet, from 1. */
  readonly row: number;
  readonly code: string;
  readonly input: JsonObject;
}

export interface ReadSheet {
  /** Rows whose every cell could be read. */
  readonly rows: readonly ImportRow[];
  readonly problems: readonly CellProblem[];
  /** Letter of the column of each field, for problems found later. */
  readonly letters: ReadonlyMap<string, string>;
}

/** Most rows of one import. */
export const MOST_ROWS = 50_000;

/** What an export tells beside the fields: read over when it comes back. */
export const toldHeads: readonly string[] = ['状态', '自何日起'];

/**
 * Reads a sheet, uploaded or pasted. The head is the first row that is not empty; columns are known by their
 * headings, in any order, and a heading nobody knows is named: what stands below it would be lost unseen. Every
 * cell that is wrong is named, not only the first.
 */
export function readSheet(
  list: CompiledList,
  sheet: readonly (readonly Cell[])[],
  head: ImportHead,
  units: UnitNames,
): ReadSheet {
  const filled = sheet
    .map((cells, index) => ({ cells, row: index + 1 }))
    .filter(({ cells }) => !cells.every(blank));
  const [top, ...body] = filled;
  if (!top) {
    const message = '文件里没有内容，请下载模板，填写后再导入';
    return { rows: [], letters: new Map(), problems: [{ cell: 'A1', message }] };
  }
  const { places, problems } = headings(list, top, head);
  const letters = new Map(places.map(({ column, index }) => [column.field, columnLetter(index)]));
  const count = problems.length > 0 ? problems : sizeProblems(top.row, body);
  if (count.length > 0) return { rows: [], letters, problems: count };
  const read = body.map(({ cells, row }) => readRow(list, places, cells, row, head, units));
  const found = [...read.flatMap((entry) => entry.problems), ...repeated(read, letters)];
  const rows = read.filter((entry) => entry.problems.length === 0);
  return { rows: rows.map(({ problems: _, ...row }) => row), problems: found.sort(byPlace), letters };
}

interface Place {
  readonly column: Column;
  readonly index: number;
}

interface Line {
  readonly cells: readonly Cell[];
  /** From 1. */
  readonly row: number;
}

function headings(
  list: CompiledList,
  { cells, row }: Line,
  head: ImportHead,
): { places: Place[]; problems: CellProblem[] } {
  const columns = columnsOf(list);
  const places: Place[] = [];
  const problems: CellProblem[] = [];
  for (const [index, cell] of cells.entries()) {
    const title = String(cell ?? '').replace(/[\s*＊]/g, '');
    if (title === '' || toldHeads.includes(title)) continue;
    const at = `${columnLetter(index)}${row}`;
    const column = columns.find((entry) => entry.title === title);
    if (!column) {
      problems.push({
        cell: at,
        message: `${list.declaration.name}没有“${title}”这一栏，请对照模板核对表头`,
      });
    } else if (places.some((place) => place.column === column)) {
      problems.push({ cell: at, message: `“${title}”一栏出现了两次，请删去其中一栏` });
    } else places.push({ column, index });
  }
  const missing = columns.filter(
    (column) =>
      column.required &&
      !places.some((place) => place.column === column) &&
      head[column.field as keyof ImportHead] === undefined,
  );
  if (missing.length > 0) {
    const names = missing.map((column) => `“${column.title}”`).join('');
    problems.push({ cell: `A${row}`, message: `表头缺少列${names}，请使用模板，不要改动标题` });
  }
  return { places, problems };
}

function sizeProblems(top: number, body: readonly Line[]): CellProblem[] {
  if (body.length === 0) return [{ cell: `A${top + 1}`, message: '表中没有数据，请从表头的下一行起填写' }];
  if (body.length <= MOST_ROWS) return [];
  const message = `一次最多导入${MOST_ROWS}行，本表有${body.length}行，请分成几个文件`;
  return [{ cell: `A${body[MOST_ROWS]!.row}`, message }];
}

interface Read extends ImportRow {
  readonly problems: readonly CellProblem[];
}

function readRow(
  list: CompiledList,
  places: readonly Place[],
  cells: readonly Cell[],
  row: number,
  head: ImportHead,
  units: UnitNames,
): Read {
  const input: Record<string, JsonValue> = {};
  const problems: CellProblem[] = [];
  for (const { column, index } of places) {
    const cell = `${columnLetter(index)}${row}`;
    const parsed = parseCell(column, cells[index], units);
    if ('problem' in parsed) {
      problems.push({ cell, message: parsed.problem });
      continue;
    }
    // Whether a document is needed shows when it is known what the row does: a row that changes nothing needs none.
    const later = parsed.value === undefined && isDocument(column.field);
    const checked = later ? undefined : column.schema.safeParse(parsed.value);
    if (checked && !checked.success) {
      problems.push({ cell, message: checked.error.issues[0]?.message ?? `${column.title}不符合要求` });
    } else if (parsed.value !== undefined) input[column.field] = parsed.value;
    const { pattern, say } = list.declaration.code;
    if (column.field === 'code' && typeof parsed.value === 'string' && !pattern.test(parsed.value)) {
      problems.push({ cell, message: `编码“${parsed.value}”不符合规则：${say}` });
    }
  }
  const given = Object.entries(head).filter(([, value]) => value !== undefined) as [string, JsonValue][];
  const whole = { ...Object.fromEntries(given), ...input };
  if (problems.length > 0) problems.push(...missingDocument(places, row, whole));
  return { row, code: typeof input.code === 'string' ? input.code : '', input: whole, problems };
}

/** A row that has to be corrected anyway hears everything at once. */
function missingDocument(places: readonly Place[], row: number, input: JsonObject): CellProblem[] {
  return places
    .filter(({ column }) => isDocument(column.field) && column.required && input[column.field] === undefined)
    .map(({ column, index }) => ({ cell: `${columnLetter(index)}${row}`, message: `请填写${column.title}` }));
}

const isDocument = (field: string): boolean => (documentFields as readonly string[]).includes(field);

function repeated(rows: readonly Read[], letters: ReadonlyMap<string, string>): CellProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ code, row }) => {
    const earlier = first.get(code);
    if (code === '' || earlier === undefined) {
      first.set(code, row);
      return [];
    }
    const message = `编码${code}与第${earlier}行重复，请改正其中一行`;
    return [{ cell: `${letters.get('code')}${row}`, message }];
  });
}

/** Row by row, and from left to right. */
function byPlace(a: CellProblem, b: CellProblem): number {
  const [aLetters, aRow] = split(a.cell);
  const [bLetters, bRow] = split(b.cell);
  return aRow - bRow || aLetters.length - bLetters.length || (aLetters < bLetters ? -1 : 1);
}

function split(cell: string): [string, number] {
  const at = cell.search(/\d/);
  return [cell.slice(0, at), Number(cell.slice(at))];
}

function blank(cell: Cell): boolean {
  return cell === null || cell === undefined || String(cell).trim() === '';
}
