import type { ReturnView } from '../../../src/client/contract/returns.ts';
import { pastedGrid } from '../../forms/paste.ts';

/** What is typed into the grid, by item. */
export interface Typed {
  readonly text: string;
  readonly comment: string;
}
export type TypedCells = ReadonlyMap<string, Typed>;

const none: Typed = { text: '', comment: '' };
export const cellOf = (cells: TypedCells, code: string): Typed => cells.get(code) ?? none;

export function typedOf(cells: ReturnView['cells']): TypedCells {
  return new Map(cells.map(({ code, text, comment = '' }) => [code, { text, comment }]));
}

export function put(cells: TypedCells, code: string, part: Partial<Typed>): TypedCells {
  return new Map([...cells, [code, { ...cellOf(cells, code), ...part }]]);
}

/** For the wire: what is empty is not sent. */
export function sent(cells: TypedCells): { code: string; text: string; comment?: string }[] {
  return [...cells].flatMap(([code, { text, comment }]) =>
    text.trim() === '' && comment.trim() === ''
      ? []
      : [{ code, text: text.slice(0, 40), ...(comment.trim() ? { comment: comment.slice(0, 300) } : {}) }],
  );
}

/**
 * Cells copied from a spreadsheet, put in from `start` downwards: one column of numbers, with a second one as comments.
 * Where the first column holds codes of items, each row goes to its item instead. Answers undefined for a single value,
 * which the field takes by itself.
 */
export function pasteInto(
  cells: TypedCells,
  codes: readonly string[],
  start: string,
  text: string,
): TypedCells | undefined {
  const rows = pastedGrid(text);
  if (rows.length === 1 && rows[0]!.length === 1) return undefined;
  const known = new Set(codes);
  const coded = rows.filter(([first = '']) => known.has(first)).length > rows.length / 2;
  const from = codes.indexOf(start);
  return rows.reduce<TypedCells>((so_far, row, at) => {
    const code = coded ? row[0] : codes[from + at];
    const [value, comment] = coded ? row.slice(1) : row;
    if (code === undefined || !known.has(code) || value === undefined) return so_far;
    return put(so_far, code, { text: value, ...(comment ? { comment } : {}) });
  }, cells);
}
