import type { z } from 'zod';
import { fieldMeta, type RowsFrom } from './field-meta.ts';

/** The object inside `array(object)`, looking through optional and default. */
export function rowSchema(schema: z.ZodType): z.ZodObject {
  const def = schema.def as unknown as { innerType?: z.ZodType; element?: z.ZodType };
  if (def.element) return def.element as z.ZodObject;
  if (def.innerType) return rowSchema(def.innerType);
  throw new TypeError('a field of rows without rows');
}

/** What is wrong with a proposal of rows, or undefined. `pinned` are the fields that steps of the procedure pin. */
export function rowsFromProblem(
  from: RowsFrom,
  schema: z.ZodType,
  form: z.ZodObject,
  pinned: ReadonlySet<string>,
): string | undefined {
  const source = form.shape[from.field] as z.ZodType | undefined;
  const chosen = source ? fieldMeta(source)?.widget === 'list-item' : pinned.has(from.field);
  if (!chosen) return `rows from ${from.field}, which is neither a list item of the form nor pinned`;
  const columns = rowSchema(schema).shape;
  if (!(from.key in columns)) return `rows from an item without the column ${from.key}`;
  for (const [column, byChoice] of Object.entries({ ...from.only, ...from.preset })) {
    const choices = columns[column] && fieldMeta(columns[column] as z.ZodType)?.choices;
    for (const choice of Object.keys(byChoice)) {
      if (!choices || !(choice in choices)) return `rows from an item: no choice ${choice} of ${column}`;
    }
  }
  return undefined;
}
