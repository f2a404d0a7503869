import type { z } from 'zod';
import type { MaskKind } from './mask.ts';

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

/**
 * A table of a form that may be filled from the items of a list in force on a day of the form, e.g. who sat in a group
 * on the day it met (SPEC P23). A help for whoever fills it in: rows are changed, added and left out freely, and the
 * gates of the step judge what is sent.
 */
export interface RowsListed {
  readonly list: string;
  /** Field of kind `date` in the same form. */
  readonly on: string;
  /** Column of the table → field of the item. */
  readonly columns: { readonly [column: string]: string };
  /** Values that stand beforehand in every row. */
  readonly preset?: { readonly [column: string]: string };
  /** Filled on request alone: not every form of this kind is about the list. */
  readonly asked?: true;
}

/**
 * Which items of its list a choice offers (SPEC P26). A help for whoever chooses: what may not be chosen is refused by
 * a gate of the step, with its basis.
 */
export interface Offers {
  /** Items of this kind only. */
  readonly kind?: string;
  /** Only items of the unit that handles the matter, or entrusted or given to it. */
  readonly ownUnit?: true;
  /** Only items whose field `by` names the item chosen in `field`, in the same form or by an earlier step. */
  readonly about?: { readonly by: string; readonly field: string };
}

/** The rows of a chosen list item, one of which is to be chosen (SPEC P27), e.g. a tier of a benchmark. */
export interface RowOf {
  /** Field of kind `list-item` that the same step pins. */
  readonly field: string;
  /** Field of kind `rows` of that list. */
  readonly rows: string;
  /** Column by which a row is known. */
  readonly key: string;
  /** Column that names the row. */
  readonly shows: string;
}

/** How the console sets the field. Derived forms need nothing else. */
export const widgets = [
  'text',
  'long-text',
  'integer',
  'money',
  'date',
  'choice',
  'choices',
  'flag',
  'people',
  'files',
  'list-item',
  'unit',
  'rows',
] as const;
export type Widget = (typeof widgets)[number];

export interface FieldMeta {
  readonly title: string;
  readonly widget: Widget;
  readonly help?: string;
  /** Present for personal data; the value then never enters an event. */
  readonly personal?: MaskKind;
  readonly choices?: { readonly [code: string]: string };
  /** For `list-item`: the list to choose from. */
  readonly list?: string;
  /** For `list-item`: which items are offered (SPEC P26). */
  readonly offers?: Offers;
  /** For `choice`: the choices are rows of a chosen list item (SPEC P27). */
  readonly of?: RowOf;
  /** For `money`: always yuan. For `integer`: 日, 份 … */
  readonly unit?: string;
  readonly group?: string;
  /** For `rows`: the rows of a chosen list item, to be answered one by one (SPEC P21). */
  readonly from?: RowsFrom;
  /** For `rows`: may be filled from a list as of a day of the form (SPEC P23). */
  readonly listed?: RowsListed;
  /** What the product keeps for itself, an id or a key: it stands in the record and is shown to no reader (SPEC P30). */
  readonly internal?: true;
  /** Field that holds the id of the matter named here, which opens from it (SPEC P30). */
  readonly opens?: string;
  /** Put in by the product itself (figures as sealed, values of last year), never by whoever fills the form. */
  readonly provided?: true;
}

/** What a field declares about itself, looking through `.optional()` and `.default()`. */
export function fieldMeta(schema: z.ZodType): FieldMeta | undefined {
  let current: z.ZodType | undefined = schema;
  while (current) {
    const meta = current.meta() as FieldMeta | undefined;
    if (meta?.widget) return meta;
    const def = current.def as unknown as { innerType?: z.ZodType };
    current = def.innerType;
  }
  return undefined;
}

/** A field that the product puts in. */
export interface ProvidedField {
  readonly name: string;
  readonly title: string;
  readonly needed: boolean;
}

export function providedFields(schema: z.ZodObject): ProvidedField[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const meta = fieldMeta(field as z.ZodType);
    if (!meta?.provided) return [];
    return [{ name, title: meta.title, needed: !(field as z.ZodType).safeParse(undefined).success }];
  });
}

/** Whether a step can be taken only where the product puts its values in: at the desk of its procedure. */
export const takenAtDesk = (schema: z.ZodObject): boolean =>
  providedFields(schema).some(({ needed }) => needed);

/** Names of the personal fields of a step's schema. */
export function personalFields(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape)
    .filter(([, field]) => fieldMeta(field as z.ZodType)?.personal !== undefined)
    .map(([name]) => name);
}
