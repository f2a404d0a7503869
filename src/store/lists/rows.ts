import { searchTerms } from '../../kernel/search/terms.ts';
import type { CompiledList } from '../../lists/compile.ts';
import type { ListWritten } from '../../lists/context.ts';
import type { ItemVersion } from '../../lists/item.ts';
import { eventRow } from '../steps/rows.ts';
import { noRows, type Rows } from '../steps/tables.ts';

/**
 * The rows of one request on lists. An item touched twice in a request is expected where it stood before the
 * first and stored as it stands after the last; its own earlier interval ends where the next begins.
 */
export function rowsOfList(list: CompiledList, request: string, writes: readonly ListWritten[]): Rows {
  const rows = noRows();
  const last = new Map(writes.map((written) => [written.after.code, written]));
  const seen = new Set<string>();
  const ends = endsWithin(writes);
  for (const { before, after, event, version, counts } of writes) {
    rows.events.push(eventRow(event, counts));
    rows.versions.push({
      request,
      list: version.list,
      code: version.code,
      from_date: version.from,
      seq: version.seq,
      to_date: ends.get(event.id) ?? null,
      status: version.status,
      operation: version.operation,
      name: version.name,
      kind: version.kind,
      unit: version.unit,
      item: version.item,
      event: version.event,
      terms: searchTerms(searchedText(list, version)),
    });
    if (seen.has(after.code)) continue;
    seen.add(after.code);
    const end = last.get(after.code)!.after;
    const key = { request, list: after.list, code: after.code, stream: after.stream };
    // Two who create one code at the same moment meet here: a version of a head that is not there yet cannot be compared.
    if (!before)
      rows.claims.push({
        request,
        kind: 'list-item',
        key: `${after.list}/${after.code}`,
        stream: after.stream,
      });
    rows.streams.push({ ...key, home: 'list', expected: before?.seq ?? 0 });
    rows.items.push({ ...key, seq: end.seq, last_on: end.lastOn, status: end.status });
  }
  return rows;
}

/** By event: the day on which a later operation of the same request ends the interval it opened. */
function endsWithin(writes: readonly ListWritten[]): Map<string, string> {
  const ends = new Map<string, string>();
  const last = new Map<string, string>();
  for (const { after, event, version } of writes) {
    const previous = last.get(after.code);
    if (previous !== undefined) ends.set(previous, version.from);
    last.set(after.code, event.id);
  }
  return ends;
}

/** What an item is found by: its code, its name and the fields the list names. */
function searchedText(list: CompiledList, { code, name, item }: ItemVersion): string {
  return [code, name, ...(list.declaration.search ?? []).map((field) => item[field])]
    .filter((value) => typeof value === 'string')
    .join(' ');
}
