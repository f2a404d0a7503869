import { canonical } from '../../kernel/ledger/canonical.ts';
import type { JsonValue } from '../../kernel/ledger/json.ts';
import type { CompiledList } from '../compile.ts';
import type { ListAction } from '../context.ts';
import type { ItemState } from '../item.ts';
import { creatingOperation, documentFields } from './columns.ts';
import type { ImportRow, ReadSheet } from './read.ts';

/** What an import does with one row: bring in a new item, adjust one, or nothing as all is the same already. */
export type Planned =
  | { readonly kind: 'new' | 'adjusted'; readonly action: ListAction }
  | { readonly kind: 'same' };

/** `head`: the item as its last operation left it; without one, or where it ended, the row brings it in. */
export function planRow(
  list: CompiledList,
  { letters }: Pick<ReadSheet, 'letters'>,
  { code, input }: ImportRow,
  head: ItemState | undefined,
): Planned {
  if (!head || head.status === 'ended' || !list.forms.has('adjust')) {
    return { kind: 'new', action: { operation: creatingOperation(list), input } };
  }
  const changed = list.excel.filter((name) => letters.has(name) && !same(input[name], head.fields[name]));
  if (changed.length === 0) return { kind: 'same' };
  const adjusted: Record<string, JsonValue> = { code };
  for (const name of ['effective', ...documentFields]) {
    const value = input[name];
    if (value !== undefined) adjusted[name] = value;
  }
  // An empty cell says that there is nothing: it empties what stood there. A column left out says nothing.
  for (const name of changed) adjusted[name] = input[name] ?? null;
  return { kind: 'adjusted', action: { operation: 'adjust', input: adjusted } };
}

function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return canonical(a ?? null) === canonical(b ?? null);
}
