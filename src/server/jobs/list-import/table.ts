import { readXlsx } from 'hucre';
import { JobFailure } from '../jobs.ts';
import type { Cell } from './cells.ts';

/** A table as it was brought: heads in the first row that is not empty. */
export interface Table {
  readonly heads: readonly string[];
  /** Place of the head row, from 0. */
  readonly headRow: number;
  /** With the place of each row in the file, from 0. */
  readonly rows: readonly { readonly at: number; readonly cells: readonly Cell[] }[];
}

/** Most rows of one import. */
export const MOST_ROWS = 50_000;

/** First sheet of a workbook. Throws JobFailure where it cannot be read. */
export async function tableOfWorkbook(bytes: Uint8Array): Promise<Table> {
  const workbook = await readXlsx(bytes).catch(() => {
    throw new JobFailure('这个文件不能作为Excel工作簿读取，请另存为.xlsx格式后再试。');
  });
  return tableOf(workbook.sheets[0]?.rows ?? []);
}

/** Cells copied from a spreadsheet: tabs between cells, quotation marks around cells of several lines. */
export function tableOfText(text: string): Table {
  return tableOf(splitCells(text));
}

function tableOf(all: readonly (readonly Cell[])[]): Table {
  const rows = all.map((cells, at) => ({ at, cells })).filter(({ cells }) => cells.some(isFilled));
  const [head, ...body] = rows;
  if (!head) throw new JobFailure('文件里没有内容，请下载模板，填写后再导入。');
  if (body.length === 0) throw new JobFailure('文件里只有表头，没有要导入的事项。');
  if (body.length > MOST_ROWS) throw new JobFailure(`一次最多导入${MOST_ROWS}行，请分成几个文件。`);
  return { heads: head.cells.map((cell) => String(cell ?? '').trim()), headRow: head.at, rows: body };
}

const isFilled = (cell: Cell): boolean => cell !== null && cell !== undefined && String(cell).trim() !== '';

function splitCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at <= plain.length; at++) {
    cell.lastIndex = at;
    const [whole, quoted, bare] = cell.exec(plain)!;
    rows.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (plain[at] === '\n') rows.push([]);
  }
  return rows;
}
