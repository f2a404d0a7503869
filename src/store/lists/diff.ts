import { fieldChanges, type ItemChange } from '../../lists/diff.ts';
import type { ItemVersion } from '../../lists/item.ts';
import type { DiffPage, DiffQuery } from '../../lists/port.ts';
import type { Queries } from '../connection.ts';
import { type VersionRow, versionOf } from './as-of.ts';

interface Row {
  readonly before: VersionRow | null;
  readonly after: VersionRow | null;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** What differs between two days: a full join of two as-of selections; items of the same event are skipped. */
export async function diffOfList(sql: Queries, query: DiffQuery): Promise<DiffPage> {
  const side = (day: string) => sql`
    select code, status, kind, unit, item, event, to_jsonb(v) - 'terms' - 'region' as row
    from list_version v
    where region = ${query.region} and list = ${query.list} and status <> 'ended'
      and from_date <= ${day} and (to_date is null or to_date > ${day})`;
  const rows = await sql<Row[]>`
    with changes as materialized (
      select coalesce(a.code, b.code) as code, a.row as before, b.row as after
      from (${side(query.from)}) a full join (${side(query.to)}) b on a.code = b.code
      where a.event is distinct from b.event
        and (a.status, a.kind, a.unit, a.item) is distinct from (b.status, b.kind, b.unit, b.item)
    ), totals as (
      select count(*) filter (where before is null)::integer as added,
        count(*) filter (where after is null)::integer as removed,
        count(*) filter (where before is not null and after is not null)::integer as changed
      from changes
    )
    select p.before, p.after, t.added, t.removed, t.changed
    from totals t left join (
      select * from changes order by code limit ${query.limit ?? 50} offset ${query.offset ?? 0}
    ) p on true
    order by p.code`;
  return shape(rows);
}

function shape(rows: readonly Row[]): DiffPage {
  const added: ItemVersion[] = [];
  const removed: ItemVersion[] = [];
  const changed: ItemChange[] = [];
  for (const row of rows) {
    const before = row.before && versionOf(row.before);
    const after = row.after && versionOf(row.after);
    if (before && after) {
      changed.push({ code: before.code, before, after, fields: fieldChanges(before, after) });
    } else if (after) added.push(after);
    else if (before) removed.push(before);
  }
  const { added: a, removed: r, changed: c } = rows[0]!;
  return { added, removed, changed, totals: { added: a, removed: r, changed: c } };
}
