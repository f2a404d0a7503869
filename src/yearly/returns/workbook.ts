import { readXlsx } from 'hucre/xlsx';
import { checkArchive, notAWorkbook } from '../../lists/excel/archive.ts';
import { columnLetter } from '../../lists/excel/columns.ts';
import type { CellProblem } from '../../lists/excel/read.ts';
import type { ReturnedValue } from '../../systems/yearly/periodic-return/fields.ts';
import type { FormItem } from './form.ts';
import { typedNumber } from './typed-number.ts';

/** What one unit's part of a sheet says. */
export interface ReadReturn {
  readonly unit: string;
  readonly values: readonly ReturnedValue[];
  /** Cell of each item, for what is found later. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface ReadWorkbook {
  readonly returns: readonly ReadReturn[];
  readonly problems: readonly CellProblem[];
}

/** What a workbook is read for. */
export interface ReadAsk {
  /** `XZ 2025-03`: form and period, as the templates carry it. */
  readonly key: string;
  /** Units of the round, by every name people give them. */
  readonly unitOf: (text: string) => string | undefined;
  /** Items a unit owes; none for a unit that is not of the round. */
  readonly itemsOf: (unit: string) => readonly FormItem[];
  /** Every item of the form, whoever owes it. */
  readonly codes: ReadonlySet<string>;
  /** Only this unit's values are read: a unit's own workbook. */
  readonly only?: string;
}

export type Rows = readonly (readonly unknown[])[];

/** Titles by which a sheet and its columns are known. */
export const titles = {
  key: '报表和期别',
  unitCode: '单位代码',
  unit: '单位',
  code: '指标编码',
  value: '本期数',
  comment: '说明',
} as const;
export const SHEETS = { values: '数据', comments: '说明' } as const;

/** First sheet: values; a sheet named 说明: comments. @throws RefusedError `invalid` where it is no workbook. */
export async function readSheets(bytes: Uint8Array): Promise<{ values: Rows; comments: Rows }> {
  checkArchive(bytes);
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: (info, index) => index === 0 || info.name === SHEETS.comments,
    });
    const [first, ...rest] = sheets;
    const comments = rest.find(({ name }) => name === SHEETS.comments);
    return { values: (first?.rows ?? []) as Rows, comments: (comments?.rows ?? []) as Rows };
  } catch {
    throw notAWorkbook();
  }
}

/** Reads either template, filled in: units down and items across, or the items of one unit down the page. */
export function readReturns(sheets: { values: Rows; comments: Rows }, ask: ReadAsk): ReadWorkbook {
  const { values } = sheets;
  const foreign = wrongKey(values, ask.key);
  if (foreign) return { returns: [], problems: [foreign] };
  const matrix = values.findIndex(
    (row) => textOf(row[0]) === titles.unitCode && textOf(row[1]) === titles.unit,
  );
  if (matrix >= 0) return readMatrix(sheets, matrix, ask);
  const list = rowWith(values, titles.code);
  if (list >= 0 && ask.only !== undefined) return readList(values, list, ask, ask.only);
  return {
    returns: [],
    problems: [
      {
        cell: 'A1',
        message: `没有找到表头：应有一行以“${ask.only === undefined ? titles.unitCode : titles.code}”开头。请下载模板，把数据填入后再导入。`,
      },
    ],
  };
}

const textOf = (cell: unknown): string =>
  typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '';
const rowWith = (rows: Rows, title: string): number => rows.findIndex((row) => textOf(row[0]) === title);
const cellAt = (row: number, column: number): string => `${columnLetter(column)}${row + 1}`;

/** Templates say which form and period they are for: last month's file is not taken for this month's. */
function wrongKey(rows: Rows, key: string): CellProblem | undefined {
  const at = rows.slice(0, 5).findIndex((row) => textOf(row[0]) === titles.key);
  if (at < 0) return undefined;
  const found = textOf(rows[at]![1]);
  if (found === key) return undefined;
  return {
    cell: cellAt(at, 1),
    message: `这份表是“${found}”的，现在导入的是“${key}”，请换用本期的模板。`,
  };
}

function readMatrix(
  { values, comments }: { values: Rows; comments: Rows },
  head: number,
  ask: ReadAsk,
): ReadWorkbook {
  const problems: CellProblem[] = [];
  const columns = new Map<string, number>();
  values[head]!.forEach((cell, at) => {
    const code = textOf(cell);
    if (at < 2 || code === '') return;
    if (columns.has(code)) {
      problems.push({ cell: cellAt(head, at), message: `指标编码${code}有两列，请保留一列。` });
    } else columns.set(code, at);
  });
  const said = readComments(comments, ask, problems);
  const seen = new Map<string, number>();
  const returns: ReadReturn[] = [];
  for (let row = head + 1; row < values.length; row++) {
    const cells = values[row]!;
    const name = textOf(cells[0]) || textOf(cells[1]);
    if (name === '' || name === titles.unit) continue;
    const unit = ask.unitOf(textOf(cells[0])) ?? ask.unitOf(textOf(cells[1]));
    if (ask.only !== undefined && unit !== ask.only) continue;
    if (unit === undefined || ask.itemsOf(unit).length === 0) {
      problems.push({
        cell: cellAt(row, 0),
        message: `“${name}”不是本期应报送的单位，请核对单位代码或者删去这一行。`,
      });
      continue;
    }
    const before = seen.get(unit);
    if (before !== undefined) {
      problems.push({ cell: cellAt(row, 0), message: `“${name}”与第${before + 1}行重复，请保留一行。` });
      continue;
    }
    seen.set(unit, row);
    returns.push(matrixRow(cells, row, unit, columns, ask, said, problems));
  }
  for (const [code, at] of columns) {
    if (ask.codes.has(code)) continue;
    problems.push({ cell: cellAt(head, at), message: `报表里没有指标${code}，请删去这一列或者改正编码。` });
  }
  return { returns, problems };
}

function matrixRow(
  cells: readonly unknown[],
  row: number,
  unit: string,
  columns: ReadonlyMap<string, number>,
  ask: ReadAsk,
  said: ReadonlyMap<string, string>,
  problems: CellProblem[],
): ReadReturn {
  const items = ask.itemsOf(unit);
  const owed = new Set(items.map(({ code }) => code));
  const places = new Map<string, string>();
  const values: ReturnedValue[] = [];
  for (const item of items) {
    const at = columns.get(item.code);
    if (at === undefined) continue;
    const cell = cellAt(row, at);
    places.set(item.code, cell);
    const comment = said.get(`${unit} ${item.code}`);
    const value = cellValue(item, cells[at], cell, comment, problems);
    if (value) values.push(value);
  }
  for (const [code, at] of columns) {
    if (owed.has(code) || textOf(cells[at]) === '') continue;
    // What is no item of the form at all is said once, at the head of the column.
    if (ask.codes.has(code))
      problems.push({ cell: cellAt(row, at), message: `本单位不报指标${code}，请清空这一格。` });
  }
  return { unit, values, cells: places };
}

function cellValue(
  item: FormItem,
  cell: unknown,
  at: string,
  comment: string | undefined,
  problems: CellProblem[],
): ReturnedValue | undefined {
  const typed = typedNumber(cell, item.unit);
  if ('value' in typed) return { code: item.code, value: typed.value, ...(comment ? { comment } : {}) };
  if ('problem' in typed) problems.push({ cell: at, message: `${item.name}：${typed.problem}` });
  return undefined;
}

/** The sheet of comments: unit, item, words. */
function readComments(rows: Rows, ask: ReadAsk, problems: CellProblem[]): Map<string, string> {
  const said = new Map<string, string>();
  rows.forEach((row, at) => {
    const [unitText, , code, words] = row.map(textOf) as [string?, string?, string?, string?];
    if (at === 0 || !words) return;
    const unit = ask.unitOf(unitText ?? '');
    if (unit === undefined) {
      problems.push({
        cell: `${SHEETS.comments}!${cellAt(at, 0)}`,
        message: `“${unitText ?? ''}”不是本期应报送的单位，请核对。`,
      });
    } else if (words.length > 300) {
      problems.push({ cell: `${SHEETS.comments}!${cellAt(at, 3)}`, message: '说明最多300字，请缩短。' });
    } else said.set(`${unit} ${code ?? ''}`, words);
  });
  return said;
}

function readList(values: Rows, head: number, ask: ReadAsk, unit: string): ReadWorkbook {
  const problems: CellProblem[] = [];
  const column = (title: string) => values[head]!.findIndex((cell) => textOf(cell) === title);
  const [valueAt, commentAt] = [column(titles.value), column(titles.comment)];
  if (valueAt < 0) {
    return {
      returns: [],
      problems: [{ cell: cellAt(head, 0), message: `表头里没有“${titles.value}”一列，请使用模板。` }],
    };
  }
  const items = new Map(ask.itemsOf(unit).map((item) => [item.code, item]));
  const cells = new Map<string, string>();
  const found: ReturnedValue[] = [];
  for (let row = head + 1; row < values.length; row++) {
    const code = textOf(values[row]![0]);
    const item = items.get(code);
    if (code === '' || (!item && textOf(values[row]![valueAt]) === '')) continue;
    const cell = cellAt(row, valueAt);
    if (!item)
      problems.push({ cell: cellAt(row, 0), message: `本单位不报指标${code}，请删去这一行或者改正编码。` });
    else if (cells.has(code))
      problems.push({ cell: cellAt(row, 0), message: `指标${code}有两行，请保留一行。` });
    else {
      cells.set(code, cell);
      const comment = commentAt < 0 ? '' : textOf(values[row]![commentAt]);
      if (comment.length > 300)
        problems.push({ cell: cellAt(row, commentAt), message: '说明最多300字，请缩短。' });
      const value = cellValue(item, values[row]![valueAt], cell, comment.slice(0, 300), problems);
      if (value) found.push(value);
    }
  }
  return { returns: [{ unit, values: found, cells }], problems };
}
