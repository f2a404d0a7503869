/** What a cell of a sheet may hold. */
export type Cell = string | number | boolean | Date | null | undefined;

export function plainText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  return String(cell instanceof Date ? cell.toISOString().slice(0, 10) : cell).trim();
}
