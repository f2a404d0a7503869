import type { z } from 'zod';
import { fieldMeta } from './fields.ts';

/** By column, by choice: the flag of the item's row on which it stands. */
type ChoicesByFlag = { readonly [column: string]: { readonly [choice: string]: string } };

/**
 * A table of a form whose rows are those of a chosen list item (SPEC P21): whoever fills it in says something about
 * each row and names none of them. What is proposed is a help; the gates of the step judge what is sent.
 */
export interface RowsFrom {
  /** Field of kind `list-item`, in the same form or pinned by an earlier step of the matter. */
  readonly field: string;
  /** Field of kind `rows` of that list. */
  readonly rows: string;
  /** Column by which a row is known, in the table and in the item. */
  readonly key: string;
  /** Column of the item shown in place of the key. */
  readonly shows: string;
  /** Choices offered only where the item's row says yes. */
  readonly only?: ChoicesByFlag;
  /** Choices that stand beforehand where the item's row says yes. */
  readonly preset?: ChoicesByFlag;
}

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
