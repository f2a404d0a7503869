import type { z } from 'zod';
import type { listRow } from '../../client/contract/lists.ts';
import { chineseDate } from '../../kernel/dates.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import { fieldMeta } from '../../kernel/procedure/field-meta.ts';
import type { CompiledList } from '../../lists/compile.ts';
import type { FieldChange } from '../../lists/diff.ts';
import type { Holder, ItemVersion } from '../../lists/item.ts';
import { type ItemStatus, itemStatuses, operationWord } from '../../lists/operations.ts';
import type { Directory } from '../directory.ts';
import { showValue } from './show.ts';

/** What stands beside the declared fields of an item. */
const besides = {
  unit: '实施单位',
  kind: '类别',
  status: '状态',
  holder: '受托或者受权单位',
  postRegistration: '后置事项',
} as const;

/** A row as the contract gives it, with names. */
export function shownRow(row: ItemVersion, directory: Directory): z.input<typeof listRow> {
  return {
    code: row.code,
    name: row.name,
    kind: row.kind,
    unit: row.unit,
    unitName: directory.unitName(row.unit),
    status: row.status,
    statusName: itemStatuses[row.status],
    fromDate: row.from,
    toDate: row.to ?? null,
    operation: row.operation,
    operationName: operationWord(row.operation).name,
    item: row.item,
  };
}

/** The kinds of a list by code; empty where it has none. */
export function kindsOf(list: CompiledList): { readonly [kind: string]: string } {
  const { kindField, fields } = list.declaration;
  return (kindField && fieldMeta(fields.shape[kindField] as z.ZodType)?.choices) || {};
}

/** The facts of an item in the order in which the list declares its fields, and who holds it beside the unit. */
export function itemFacts(
  list: CompiledList,
  item: JsonObject,
  directory: Directory,
): { name: string; title: string; text: string }[] {
  const names = [...Object.keys(list.declaration.fields.shape), 'holder', 'postRegistration'];
  return names.flatMap((name) => {
    const value = item[name];
    if (value === undefined || value === null) return [];
    return [{ name, title: titleOf(list, name), text: valueText(list, name, value, directory) }];
  });
}

/**
 * Changes as people read them, in the order of the form. Where a declared field stands for unit or kind, the change is told once, under
 * the title of that field.
 */
export function shownChanges(
  list: CompiledList,
  changes: readonly FieldChange[],
  directory: Directory,
): { title: string; before: string; after: string }[] {
  const { unitField, kindField } = list.declaration;
  const text = (field: string, value: JsonValue | undefined): string =>
    value === undefined || value === null ? '' : valueText(list, field, value, directory);
  const order = [...Object.keys(list.declaration.fields.shape), ...Object.keys(besides)];
  return [...changes]
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
    .filter(({ field }) => !(field === 'unit' && unitField && unitField !== 'unit'))
    .filter(({ field }) => !(field === 'kind' && kindField && kindField !== 'kind'))
    .map(({ field, before, after }) => ({
      title: titleOf(list, field),
      before: text(field, before),
      after: text(field, after),
    }));
}

function titleOf(list: CompiledList, name: string): string {
  const schema = list.declaration.fields.shape[name] as z.ZodType | undefined;
  return (schema && fieldMeta(schema)?.title) ?? besides[name as keyof typeof besides] ?? name;
}

function valueText(list: CompiledList, name: string, value: JsonValue, directory: Directory): string {
  const schema = list.declaration.fields.shape[name] as z.ZodType | undefined;
  const meta = schema && fieldMeta(schema);
  if (schema && meta) {
    return meta.widget === 'unit'
      ? directory.unitName(String(value))
      : showValue(meta, schema, value, directory);
  }
  switch (name) {
    case 'unit':
      return directory.unitName(String(value));
    case 'status':
      return itemStatuses[value as ItemStatus];
    case 'holder':
      return holderText(value as Holder, directory);
    case 'postRegistration':
      return value === true ? '是' : '否';
    default:
      return String(value);
  }
}

function holderText({ by, unit, since }: Holder, directory: Directory): string {
  const how = by === 'entrust' ? '委托' : '赋权';
  return `自${chineseDate(since)}起${how}${directory.unitName(unit)}`;
}
