import type { CompiledList } from '../../lists/compile.ts';
import type { ListWritten } from '../../lists/context.ts';
import { countsOfItem } from '../../lists/indicators.ts';
import { evolveItem, type ItemState, versionAfter } from '../../lists/item.ts';
import { rowsOfList } from '../lists/rows.ts';
import type { DerivedRows } from './derive.ts';
import { entriesAt } from './entries.ts';
import type { Stream } from './streams.ts';

/** Adds the rows of one item of a list, from its events alone: its head, its versions, its figures. */
export function deriveItem(region: string, stream: Stream, list: CompiledList, into: DerivedRows): void {
  const writes: ListWritten[] = [];
  let before: ItemState | undefined;
  for (const event of stream.events) {
    const after = evolveItem(before, event);
    const counts = countsOfItem(before, after, event);
    writes.push({ before, after, event, version: versionAfter(after, event), counts });
    before = after;
  }
  const own = (row: object) => ({ region, ...row });
  const { items, versions } = rowsOfList(list, '', writes);
  into.list_item.push(...items.map(own));
  into.list_version.push(...versions.map(own));
  writes.forEach(({ counts }, at) => {
    into.figure_entry.push(...entriesAt(region, stream, at, counts));
  });
}
