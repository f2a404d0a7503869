import type { z } from 'zod';
import type { publicListInfo } from '../../../client/contract/public.ts';
import type { LegalDate } from '../../../kernel/dates.ts';
import type { JsonObject } from '../../../kernel/ledger/json.ts';
import { markUnsure } from '../../../kernel/procedure/citation.ts';
import { lawBook } from '../../../law/index.ts';
import type { CompiledList } from '../../../lists/compile.ts';
import type { FieldChange } from '../../../lists/diff.ts';
import type { ItemVersion } from '../../../lists/item.ts';
import { itemStatuses } from '../../../lists/operations.ts';
import type { Directory } from '../../directory.ts';
import { refuse } from '../../http/problem.ts';
import type { World } from '../../world.ts';
import { kindsOf, shownChanges } from '../list-show.ts';

/** The lists that declare a publication; the others do not exist for the public. */
export function publicLists(world: World): readonly CompiledList[] {
  return world.systems.lists.filter((list) => list.declaration.publication);
}

export function publicListNamed(world: World, id: string): CompiledList {
  const list = publicLists(world).find((known) => known.id === id);
  return list ?? refuse('not-found', 'public.list', '没有公开这个清单，请从“查清单”中选择。');
}

export function publicInfo({ declaration }: CompiledList, count: number): z.input<typeof publicListInfo> {
  const { id, name, about, basis } = declaration;
  return { id, name, about, basis: basis.map((each) => markUnsure(each, lawBook)), count };
}

/** What stands beside the declared fields and is as public as they are: who exercises the item, and whether. */
const besides: readonly string[] = ['unit', 'kind', 'status', 'holder', 'postRegistration'];

function isPublic(list: CompiledList): (field: string) => boolean {
  const names = new Set([...list.declaration.publication!.fields, ...besides]);
  return (field) => names.has(field);
}

/** The item without whatever is not allow-listed. */
export function publicItem(list: CompiledList, item: JsonObject): JsonObject {
  const open = isPublic(list);
  return Object.fromEntries(Object.entries(item).filter(([field]) => open(field)));
}

export function publicChanges(
  list: CompiledList,
  changes: readonly FieldChange[],
  directory: Directory,
): { title: string; before: string; after: string }[] {
  const open = isPublic(list);
  return shownChanges(
    list,
    changes.filter(({ field }) => open(field)),
    directory,
  );
}

export function publicRow(list: CompiledList, row: ItemVersion, directory: Directory) {
  return {
    code: row.code,
    name: row.name,
    kindName: kindsOf(list)[row.kind] ?? '',
    unitName: directory.unitName(row.unit),
    status: row.status,
    statusName: itemStatuses[row.status],
    from: row.from,
  };
}

/** What is decided to hold from a later day is made known on that day. */
export function dayAsked(asked: LegalDate | undefined, today: LegalDate): LegalDate {
  if (asked !== undefined && asked > today) {
    refuse('invalid', 'public.day', '只能查看今天和以前的清单，请改选日期。');
  }
  return asked ?? today;
}
