import { z } from 'zod';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import type { FieldMeta } from '../../kernel/procedure/field-meta.ts';

/** Schemas of the document that others point to, by name. */
export type Components = Map<string, JsonObject>;

/**
 * The JSON Schema (2020-12, as OpenAPI 3.1 asks) of a value as it travels. Recursive parts become components under
 * `name`; equal ones are kept once.
 */
export function schemaOf(schema: z.ZodType, name: string, components: Components): JsonObject {
  const {
    $schema: _,
    $defs,
    ...own
  } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => renameFieldMeta(jsonSchema as Record<string, unknown>),
  }) as JsonObject;
  const names = new Map<string, string>();
  for (const [key, definition] of Object.entries(($defs ?? {}) as JsonObject)) {
    names.set(
      `#/$defs/${key}`,
      place(`${name}.${key}`, definition as JsonObject, `#/$defs/${key}`, components),
    );
  }
  if (JSON.stringify(own).includes('"$ref":"#"')) names.set('#', place(name, own, '#', components));
  const self = names.get('#');
  for (const placed of names.values()) {
    const known = components.get(placed);
    if (known) components.set(placed, pointed(known, names) as JsonObject);
  }
  return self ? { $ref: refTo(self) } : (pointed(own, names) as JsonObject);
}

export const refTo = (name: string): string => `#/components/schemas/${name}`;

/** Name of the component that holds `definition`: an equal one that is there already, or a new one. */
function place(name: string, definition: JsonObject, self: string, components: Components): string {
  const text = JSON.stringify(pointed(definition, new Map([[self, name]])));
  for (const [known, present] of components) {
    if (JSON.stringify(present) === text.replaceAll(refTo(name), refTo(known))) return known;
  }
  components.set(name, definition);
  return name;
}

/** The same schema with its references leading to the components. */
function pointed(value: JsonValue, names: ReadonlyMap<string, string>): JsonValue {
  if (Array.isArray(value)) return value.map((entry) => pointed(entry, names));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, entry]) => {
      const name = key === '$ref' ? names.get(String(entry)) : undefined;
      return [key, name ? refTo(name) : pointed(entry, names)];
    }),
  );
}

/** What a field says about itself, in the words of JSON Schema or as an extension. */
const fieldMetaAs: { readonly [key in keyof Omit<FieldMeta, 'title'>]-?: string } = {
  help: 'description',
  widget: 'x-widget',
  personal: 'x-personal',
  choices: 'x-choices',
  list: 'x-list',
  offers: 'x-offers',
  of: 'x-of',
  unit: 'x-unit',
  group: 'x-group',
  from: 'x-from',
  listed: 'x-listed',
  internal: 'x-internal',
  opens: 'x-opens',
  provided: 'readOnly',
};

function renameFieldMeta(schema: Record<string, unknown>): void {
  // Only a field carries a widget; elsewhere the same keys would be something else.
  if (typeof schema.widget !== 'string') return;
  for (const [key, name] of Object.entries(fieldMetaAs)) {
    if (!(key in schema)) continue;
    schema[name] = schema[key];
    delete schema[key];
  }
}
