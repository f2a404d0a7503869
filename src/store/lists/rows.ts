import { searchTerms } from '../../kernel/search/terms.ts';
import type { CompiledList } from '../../lists/compile.ts';
import type { ListWritten } from '../../lists/context.ts';
import type { ItemVersion } from '../../lists/item.ts';
import { eventRow, noRows, type Rows } from '../steps/rows.ts';

/**
 * The rows of one request on lists. An item touched twice in a request is expected where it stood before the
 * first and stored as it stands after the last; its own earlier interval ends where the next begins.
 */
export function rowsOfList(list: CompiledList, request: string, writes: readonly ListWritten[]): Rows {
  const rows = noRows();
  const last = new Map(writes.map((written) => [written.after.code, written]));
  const seen = new Set<string>();
  writes.forEach(({ before, after, event, version, counts }, index) => {
    rows.events.push(eventRow(event, counts));
    const next = writes.slice(index + 1).find((later) => later.after.code === after.code);
    rows.versions.push({
      request,
      list: version.list,
      code: version.code,
      from_date: version.from,
      seq: version.seq,
      to_date: next?.version.from ?? null,
      status: version.status,
      operation: version.operation,
      name: version.name,
      kind: version.kind,
      unit: version.unit,
      item: version.item,
      event: version.event,
      terms: searchTerms(searchedText(list, version)),
    });
    if (seen.has(after.code)) return;
    seen.add(after.code);
    const end = last.get(after.code)!.after;
    const key = { request, list: after.list, code: after.code, stream: after.stream };
    rows.streams.push({ ...key, home: 'list', expected: before?.seq ?? 0 });
    rows.items.push({ ...key, seq: end.seq, last_on: end.lastOn, status: end.status });
  });
  return rows;
}

/** What an item is found by: its code, its name and the fields the list names. */
function searchedText(list: CompiledList, { code, name, item }: ItemVersion): string {
  return [code, name, ...(list.declaration.search ?? []).map((field) => item[field])]
    .filter((value) => typeof value === 'string')
    .join(' ');
}
