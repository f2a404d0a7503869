import { legalDateOf } from '../../kernel/dates.ts';
import type { LedgerEvent } from '../../kernel/ledger/event.ts';
import { leafOf } from '../../kernel/ledger/leaf.ts';
import type { Written } from '../../kernel/procedure/context.ts';
import type { StoredFile } from '../../kernel/procedure/fields.ts';
import { filesIn } from '../../kernel/procedure/files-in.ts';
import { dataOf } from '../../kernel/procedure/matter.ts';
import { type Derivation, standingRows, standingTables } from './standing.ts';
import { noRows, type Rows } from './tables.ts';

/** Year of the partition: the year of recording in legal time. */
export const yearOf = (event: LedgerEvent): number => Number(legalDateOf(event.at).slice(0, 4));

export function eventRow(event: LedgerEvent, counts: readonly object[]): object {
  return {
    request: event.request,
    year: yearOf(event),
    stream: event.stream,
    seq: event.seq,
    id: event.id,
    type: event.type,
    at: event.at,
    on_date: event.on,
    person: event.actor.person,
    post: event.actor.post,
    unit: event.actor.unit,
    data: event.data,
    personal: event.personal,
    salt: event.salt,
    leaf: leafOf(event),
    counts,
  };
}

/**
 * The rows of one request. A stream that the request touches twice (a matter and the news of its child) is
 * expected where it stood before the first and stored as it stands after the last.
 */
export function rowsOf(request: string, writes: readonly Written[], derivation: Derivation): Rows {
  const rows = noRows();
  const seen = new Set<string>();
  const last = new Map(writes.map((written) => [written.after.id, written.after]));
  for (const written of writes) {
    const { before, after, event, counts } = written;
    rows.events.push(eventRow(event, counts));
    rows.claims.push(...written.claims.map(({ kind, key }) => ({ request, kind, key, stream: after.id })));
    rows.personal.push(...written.personal.map((value) => ({ request, matter: after.id, ...value })));
    rows.files.push(
      ...filesOf(event).map(({ sm3, name }) => ({ request, sm3, name, event: event.id, stream: after.id })),
    );
    if (seen.has(after.id)) continue;
    seen.add(after.id);
    const end = last.get(after.id)!;
    rows.streams.push({ request, home: 'matter', stream: after.id, expected: before?.seq ?? 0 });
    const standing = standingRows(before, end, writes, derivation);
    for (const table of standingTables) {
      rows[table].push(...standing[table].map((row) => ({ request, ...row })));
    }
  }
  return rows;
}

/** Files an event brought, each once: they are bound to it from then on. */
function filesOf(event: LedgerEvent): StoredFile[] {
  return [...new Map(filesIn(dataOf(event).input).map((file) => [file.sm3, file])).values()];
}
