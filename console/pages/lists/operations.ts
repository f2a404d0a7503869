import type { ListInfo } from '../../../src/client/contract/catalogue.ts';

type Operation = ListInfo['operations'][number];

/** Operations that bring a new item into a list; all others are taken on an item. */
const bringsIn: readonly string[] = ['establish', 'take-over'];

/** Those of a list that make a new item, the usual one first. */
export function creating(list: ListInfo): readonly Operation[] {
  return list.operations
    .filter(({ id }) => bringsIn.includes(id))
    .sort((a, b) => bringsIn.indexOf(a.id) - bringsIn.indexOf(b.id));
}

export function makesNew(operation: string): boolean {
  return bringsIn.includes(operation);
}
