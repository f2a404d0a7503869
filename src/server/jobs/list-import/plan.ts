import { canonical } from '../../../kernel/ledger/canonical.ts';
import type { JsonObject, JsonValue } from '../../../kernel/ledger/json.ts';
import type { CompiledList } from '../../../lists/compile.ts';
import type { Heads, ListAction, ListContext } from '../../../lists/context.ts';
import { decideOperation } from '../../../lists/decide.ts';
import type { ItemState } from '../../../lists/item.ts';
import type { CellError } from '../jobs.ts';
import { cellValue, type UnitNames } from './cells.ts';
import { type Column, cellAddress, columnsOf, creatingOperation, exportHeads } from './columns.ts';
import type { Table } from './table.ts';

/** A list column and where it stands in the file. */
interface Placed {
  readonly column: Column;
  readonly place: number;
}

/** Which column of the file is which field. */
export interface Layout {
  readonly placed: readonly Placed[];
  readonly errors: readonly CellError[];
}

/** Finds the columns by their titles, in any order. */
export function layoutOf(list: CompiledList, table: Table): Layout {
  const columns = columnsOf(list);
  const errors: CellError[] = [];
  const placed: Placed[] = [];
  for (const [place, head] of table.heads.entries()) {
    if (head === '' || exportHeads.includes(head)) continue;
    const column = columns.find(({ title }) => title === head.replace(/[*＊]$/, ''));
    const cell = cellAddress(table.headRow, place);
    if (!column)
      errors.push({ cell, message: `${list.declaration.name}没有“${head}”这一栏，请对照模板核对表头。` });
    else if (placed.some((entry) => entry.column === column)) {
      errors.push({ cell, message: `“${head}”一栏出现了两次。` });
    } else placed.push({ column, place });
  }
  const missing = columns.filter((c) => c.required && !placed.some((entry) => entry.column === c));
  if (missing.length > 0) {
    const titles = missing.map(({ title }) => title).join('、');
    errors.push({ cell: cellAddress(table.headRow, 0), message: `表头缺少必填的栏目：${titles}。` });
  }
  return { placed, errors };
}

/** A row of the file read into values. */
export interface ReadRow {
  readonly at: number;
  readonly code: string;
  readonly values: JsonObject;
  readonly errors: readonly CellError[];
}

export function readRow(layout: Layout, row: Table['rows'][number], units: UnitNames): ReadRow {
  const values: Record<string, JsonValue> = {};
  const errors: CellError[] = [];
  for (const { column, place } of layout.placed) {
    const read = cellValue(column, row.cells[place], units);
    if (!read.ok) errors.push({ cell: cellAddress(row.at, place), message: `${read.message}。` });
    else if (read.value !== undefined) values[column.name] = read.value;
  }
  const code = typeof values.code === 'string' ? values.code : '';
  return { at: row.at, code, values, errors };
}

/** What an import does with one row: bring in a new item, adjust one, or nothing as all is the same already. */
export type Planned =
  | { readonly kind: 'new' | 'adjusted'; readonly action: ListAction }
  | { readonly kind: 'same' };

/** Decides, without writing anything, what a row would do; refusals are told at the cell they are about. */
export function planRow(
  list: CompiledList,
  layout: Layout,
  row: ReadRow,
  heads: Heads,
  effective: string,
  context: ListContext,
): { readonly planned?: Planned; readonly errors: readonly CellError[] } {
  if (row.errors.length > 0) return { errors: row.errors };
  const planned = actionOf(list, layout, row, heads.get(row.code), effective);
  if (planned.kind === 'same') return { planned, errors: [] };
  const decision = decideOperation(list, heads, planned.action, context);
  if (decision.ok) return { planned, errors: [] };
  const { message, fields = [] } = decision.refusal;
  const told = fields.length > 0 ? fields : [{ path: 'code', message }];
  return {
    errors: told.map((field) => ({
      cell: cellOf(layout, row.at, field.path),
      message: field.path === 'code' ? message : field.message,
    })),
  };
}

function actionOf(
  list: CompiledList,
  layout: Layout,
  row: ReadRow,
  head: ItemState | undefined,
  effective: string,
): Planned {
  if (!head || head.status === 'ended' || !list.forms.has('adjust')) {
    return {
      kind: 'new',
      action: { operation: creatingOperation(list), input: { ...row.values, effective } },
    };
  }
  const given = layout.placed.map(({ column }) => column.name).filter((name) => list.excel.includes(name));
  const changed = given.filter((name) => !same(row.values[name], head.fields[name]));
  if (changed.length === 0) return { kind: 'same' };
  const { code = '', documentTitle, documentNumber, reason } = row.values;
  const input: Record<string, JsonValue> = { code, effective };
  for (const [name, value] of Object.entries({ documentTitle, documentNumber, reason })) {
    if (value !== undefined) input[name] = value;
  }
  // An empty cell says that there is nothing: it empties what stood there.
  for (const name of changed) input[name] = row.values[name] ?? null;
  return { kind: 'adjusted', action: { operation: 'adjust', input } };
}

function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return canonical(a ?? null) === canonical(b ?? null);
}

/** The cell of the field a refusal names (`stages.0.name` is the cell of `stages`), or the whole row. */
function cellOf(layout: Layout, row: number, path: string): string {
  const name = path.split('.')[0];
  const found = layout.placed.find(({ column }) => column.name === name);
  return found ? cellAddress(row, found.place) : `第${row + 1}行`;
}
