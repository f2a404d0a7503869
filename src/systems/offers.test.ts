import { expect, test } from 'vitest';
import type { z } from 'zod';
import { type FieldMeta, fieldMeta } from '../kernel/procedure/field-meta.ts';
import { rowSchema } from '../kernel/procedure/rows-from.ts';
import { systems } from './index.ts';

const listNamed = (id: string | undefined) => systems.lists.find((list) => list.id === id)!.declaration;
const metasOf = (fields: z.ZodObject): [string, FieldMeta][] =>
  Object.entries(fields.shape).map(([name, field]) => [name, fieldMeta(field as z.ZodType)!]);

/** Every form of the product: steps of procedures and items of lists. */
const forms = [
  ...systems.registry.procedures.flatMap(({ id, declaration }) =>
    Object.entries(declaration.steps).map(([step, { fields }]) => ({ at: `${id}.${step}`, fields })),
  ),
  ...systems.lists.map(({ id, declaration }) => ({ at: id, fields: declaration.fields })),
];
const offering = forms.flatMap(({ at, fields }) =>
  metasOf(fields).flatMap(([name, { list, offers }]) =>
    offers ? [{ at: `${at}.${name}`, list, offers }] : [],
  ),
);
const choosing = forms.flatMap(({ at, fields }) =>
  metasOf(fields).flatMap(([name, { of }]) => (of ? [{ at: `${at}.${name}`, of, fields }] : [])),
);

test('[P26] [P27] some choices are narrowed, and some are rows of an item', () => {
  expect(offering.length).toBeGreaterThan(0);
  expect(choosing.length).toBeGreaterThan(0);
});

test.each(offering)('[P26] $at offers what its list knows', ({ list, offers }) => {
  const { fields, kindField, unitField } = listNamed(list);
  const meta = (name: string) => fieldMeta(fields.shape[name] as z.ZodType);
  if (offers.kind) expect(Object.keys(meta(kindField!)!.choices!)).toContain(offers.kind);
  if (offers.ownUnit) expect(unitField).toBeDefined();
  if (offers.about) expect(meta(offers.about.by)!.widget).toBe('list-item');
});

test.each(choosing)('[P27] $at names rows and columns its list has', ({ of, fields }) => {
  const list = fieldMeta(fields.shape[of.field] as z.ZodType)!.list;
  const { shape } = rowSchema(listNamed(list).fields.shape[of.rows] as z.ZodType);
  const widgets = [of.key, of.shows].map((column) => fieldMeta(shape[column] as z.ZodType)?.widget);
  expect(widgets).toEqual(['text', 'text']);
});
