import type { FigureEntry } from './entries.ts';

/** Heads of the columns in which records are handed on. */
export const entryHeads = ['编号', '名称', '单位', '日期', '类别', '数值'] as const;

/** A record as a row of a table: texts, and the value as a number. */
export function entryCells(entry: FigureEntry): (string | number)[] {
  return [entry.number, entry.title, entry.unitName, entry.on, entry.kindName, entry.value];
}
