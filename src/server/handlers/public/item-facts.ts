import type { z } from 'zod';
import type { PublicFact } from '../../../client/contract/public.ts';
import type { JsonObject, JsonValue } from '../../../kernel/ledger/json.ts';
import { fieldMeta } from '../../../kernel/procedure/field-meta.ts';
import type { CompiledList } from '../../../lists/compile.ts';
import { innerColumns } from '../../../lists/excel/columns.ts';
import type { Directory } from '../../directory.ts';
import { itemFacts } from '../list-show.ts';
import { showValue } from '../show.ts';
import { publicItem } from './public-list.ts';

/** Name of an item of a public list; undefined where there is none of that code. */
export type NameOf = (list: string, code: string) => Promise<string | undefined>;

/** What the public sees of an item: allow-listed fields in order, tables as tables, other items by their names. */
export async function publicFacts(
  list: CompiledList,
  item: JsonObject,
  directory: Directory,
  nameOf: NameOf,
): Promise<PublicFact[]> {
  const open = publicItem(list, item);
  return Promise.all(
    itemFacts(list, open, directory).map(async ({ name, title, text }) => {
      const schema = list.declaration.fields.shape[name] as z.ZodType | undefined;
      const meta = schema && fieldMeta(schema);
      const fact = { title, text, item: null, table: null };
      if (schema && meta?.widget === 'rows') {
        const rows = open[name] as unknown as readonly JsonObject[];
        return { ...fact, text: '', table: tableOf(schema, rows, directory) };
      }
      if (meta?.widget === 'list-item' && meta.list) {
        const found = await nameOf(meta.list, text);
        return found ? { ...fact, text: found, item: { list: meta.list, code: text } } : fact;
      }
      return fact;
    }),
  );
}

/** Columns that no row fills are left out. */
function tableOf(schema: z.ZodType, rows: readonly JsonObject[], directory: Directory) {
  const filled = (value: JsonValue | undefined) => value !== undefined && value !== null && value !== '';
  const columns = innerColumns(schema).filter(({ field }) => rows.some((row) => filled(row[field])));
  return {
    head: columns.map(({ title }) => title),
    rows: rows.map((row) =>
      columns.map(({ field, meta, schema }) => {
        const value = row[field];
        return filled(value) ? showValue(meta, schema, value!, directory) : '';
      }),
    ),
  };
}
