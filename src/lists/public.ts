import type { z } from 'zod';
import type { JsonValue } from '../kernel/ledger/json.ts';
import { fieldMeta } from '../kernel/procedure/field-meta.ts';
import type { CompiledList } from './compile.ts';
import type { ItemVersion } from './item.ts';

/** One line of an item as the public sees it: still typed, so that tables stay tables. */
export interface PublicLine {
  readonly field: string;
  readonly title: string;
  readonly value: JsonValue;
}

/**
 * An item of a public list: code, then the allow-listed fields that have a value (rule 9). Undefined where the
 * list is not public or the item has left it.
 */
export function publicItem(list: CompiledList, version: ItemVersion): readonly PublicLine[] | undefined {
  const { publication, fields } = list.declaration;
  if (!publication || version.status === 'ended') return undefined;
  return [
    { field: 'code', title: '事项编码', value: version.code },
    ...publication.fields.flatMap((field) => {
      const value = version.item[field];
      const title = fieldMeta(fields.shape[field] as z.ZodType)!.title;
      return value === undefined ? [] : [{ field, title, value }];
    }),
  ];
}
