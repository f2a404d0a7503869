import type { FormField } from '../../src/client/contract/catalogue.ts';
import type { Values } from './values.ts';

type Listed = NonNullable<FormField['listed']>;

const keyOf = (columns: readonly string[], row: Values): string =>
  JSON.stringify(columns.map((column) => row[column] ?? null));

/** A row for each item that has none yet, after those that are there; rows without any value make way. */
export function listedRows(listed: Listed, items: readonly Values[], rows: readonly Values[]): Values[] {
  const there = rows.filter((row) => Object.values(row).some((value) => value !== undefined));
  return [...there, ...rowsMissing(listed, items, there)];
}

function rowsMissing(
  { columns, preset }: Listed,
  items: readonly Values[],
  rows: readonly Values[],
): Values[] {
  const known = new Set(rows.map((row) => keyOf(Object.keys(columns), row)));
  return items
    .map(
      (item): Values => ({
        ...Object.fromEntries(Object.entries(columns).map(([column, field]) => [column, item[field]])),
        ...preset,
      }),
    )
    .filter((row) => !known.has(keyOf(Object.keys(columns), row)));
}

/** Those of the list whom the table leaves out, by their first column. */
export function missingFrom(listed: Listed, items: readonly Values[], rows: readonly Values[]): string[] {
  const [first = ''] = Object.keys(listed.columns);
  return rowsMissing(listed, items, rows).map((row) => String(row[first] ?? ''));
}
