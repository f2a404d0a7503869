import { expect, test } from 'vitest';
import type { z } from 'zod';
import { fieldMeta } from '../kernel/procedure/field-meta.ts';
import { rowSchema } from '../kernel/procedure/rows-from.ts';
import { systems } from './index.ts';

/** Every table that takes its rows from an item, with the list the item comes from. */
const tables = systems.registry.procedures.flatMap(({ id, declaration }) => {
  const fields = Object.values(declaration.steps).flatMap(({ fields }) => Object.entries(fields.shape));
  const listOf = (name: string) =>
    fields.map(([each, field]) => each === name && fieldMeta(field as z.ZodType)?.list).find(Boolean);
  return fields.flatMap(([name, field]) => {
    const from = fieldMeta(field as z.ZodType)?.from;
    return from ? [{ at: `${id}.${name}`, from, list: listOf(from.field) }] : [];
  });
});

test('[P21] some table takes its rows from an item', () => {
  expect(tables.length).toBeGreaterThan(0);
});

test.each(tables)('[P21] $at names rows, columns and flags its list has', ({ from, list }) => {
  const fields = systems.lists.find(({ id }) => id === list)!.declaration.fields.shape;
  const columns = rowSchema(fields[from.rows] as z.ZodType).shape;
  const widget = (column: string) => columns[column] && fieldMeta(columns[column] as z.ZodType)?.widget;
  expect([from.key, from.shows].map(widget)).toEqual(['text', 'text']);
  const flags = Object.values({ ...from.only, ...from.preset }).flatMap((byChoice) =>
    Object.values(byChoice),
  );
  expect(flags.map(widget)).toEqual(flags.map(() => 'flag'));
});

const listedTables = systems.registry.procedures.flatMap(({ id, declaration }) =>
  Object.entries(declaration.steps).flatMap(([step, { fields }]) =>
    Object.entries(fields.shape).flatMap(([name, field]) => {
      const listed = fieldMeta(field as z.ZodType)?.listed;
      return listed ? [{ at: `${id}.${step}.${name}`, listed, schema: field as z.ZodType }] : [];
    }),
  ),
);

test.each(listedTables)('[P23] $at takes columns that its list has', ({ listed, schema }) => {
  const fields = systems.lists.find(({ id }) => id === listed.list)!.declaration.fields.shape;
  const columns = rowSchema(schema).shape;
  for (const [column, source] of Object.entries(listed.columns)) {
    const widget = fieldMeta(columns[column] as z.ZodType)?.widget;
    expect(fieldMeta(fields[source] as z.ZodType)?.widget).toBe(widget);
  }
});
