import type { z } from 'zod';
import { fieldMeta, type RowsListed } from './field-meta.ts';
import { rowSchema } from './rows-from.ts';

/** What is wrong with the declaration, or undefined. The list itself is checked where lists are known. */
export function rowsListedProblem(
  listed: RowsListed,
  schema: z.ZodType,
  form: z.ZodObject,
): string | undefined {
  const day = form.shape[listed.on] as z.ZodType | undefined;
  if (!day || fieldMeta(day)?.widget !== 'date') {
    return `rows listed on ${listed.on}, which is no date of the form`;
  }
  const columns = rowSchema(schema).shape;
  for (const column of [...Object.keys(listed.columns), ...Object.keys(listed.preset ?? {})]) {
    if (!(column in columns)) return `rows from a list without the column ${column}`;
  }
  for (const [column, value] of Object.entries(listed.preset ?? {})) {
    if (!(columns[column] as z.ZodType).safeParse(value).success) {
      return `rows from a list: ${column} does not take ${value}`;
    }
  }
  return undefined;
}
