import { z } from 'zod';
import type { FormField } from '../../client/contract/catalogue.ts';
import type { StepDeclaration } from '../../kernel/procedure/declaration.ts';
import { type FieldMeta, fieldMeta } from '../../kernel/procedure/field-meta.ts';
import { rowSchema } from '../../kernel/procedure/rows-from.ts';

/** Bounds of a schema as JSON Schema states them: what a form can check before it is sent. */
interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: { readonly properties?: Record<string, unknown> };
}

/** The form of a step: whoever names officers is shown who holds the certificate it asks for. */
export function stepFields({ fields, officers }: Pick<StepDeclaration, 'fields' | 'officers'>): FormField[] {
  return formFields(fields).map((field) =>
    field.name === officers?.field ? { ...field, certificate: officers.certificate } : field,
  );
}

/** The fields of a schema as a form sets them. Pure derivation: nothing is written twice. */
export function formFields(schema: z.ZodObject): FormField[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const meta = fieldMeta(field as z.ZodType);
    return meta && !meta.provided ? [formField(name, field as z.ZodType, meta)] : [];
  });
}

function formField(name: string, schema: z.ZodType, meta: FieldMeta): FormField {
  const bounds = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Bounds;
  const min = bounds.minimum ?? bounds.minItems;
  const max = bounds.maximum ?? bounds.maxLength ?? bounds.maxItems;
  return {
    name,
    title: meta.title,
    widget: meta.widget,
    required: !schema.safeParse(undefined).success,
    personal: meta.personal !== undefined,
    ...(meta.help ? { help: meta.help } : {}),
    ...(meta.group ? { group: meta.group } : {}),
    ...(meta.unit ? { unit: meta.unit } : {}),
    ...(meta.choices ? { choices: { ...meta.choices } } : {}),
    ...(meta.list ? { list: meta.list } : {}),
    ...(meta.offers ? { offers: { ...meta.offers } } : {}),
    ...(meta.of ? { of: { ...meta.of } } : {}),
    ...(meta.from ? { from: { ...meta.from } } : {}),
    ...(meta.listed ? { listed: { ...meta.listed } } : {}),
    ...(min !== undefined ? { min } : {}),
    ...(max !== undefined ? { max } : {}),
    ...(meta.widget === 'rows' ? { columns: formFields(rowSchema(schema)) } : {}),
  };
}
