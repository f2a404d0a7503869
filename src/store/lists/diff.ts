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

/**
 * What differs between two days: only items with an operation in between can, so a full join of their versions on
 * the one day and on the other. The rows themselves are fetched for the page alone.
 */
export async function diffOfList(sql: Queries, query: DiffQuery): Promise<DiffPage> {
  const { region, list, from, to } = query;
  const side = (day: string) => sql`
    select v.code, v.from_date, v.seq, v.status, v.kind, v.unit, v.item, v.event
    from touched t join list_version v on v.region = ${region} and v.list = ${list} and v.code = t.code
    where v.status <> 'ended' and v.from_date <= ${day} and (v.to_date is null or v.to_date > ${day})`;
  const row = (alias: string) => sql`to_jsonb(${sql(alias)}) - 'terms' - 'region'`;
  const rows = await sql<Row[]>`
    with touched as materialized (
      select distinct code from list_version
      where region = ${region} and list = ${list}
        and from_date > least(${from}::date, ${to}::date) and from_date <= greatest(${from}::date, ${to}::date)
    ), changes as materialized (
      select coalesce(a.code, b.code) as code, a.from_date as a_from, a.seq as a_seq, b.from_date as b_from, b.seq as b_seq
      from (${side(from)}) a full join (${side(to)}) b on a.code = b.code
      where a.event is distinct from b.event
        and (a.status, a.kind, a.unit, a.item) is distinct from (b.status, b.kind, b.unit, b.item)
    ), totals as (
      select count(*) filter (where a_seq is null)::integer as added,
        count(*) filter (where b_seq is null)::integer as removed,
        count(*) filter (where a_seq is not null and b_seq is not null)::integer as changed
      from changes
    )
    select ${row('x')} as before, ${row('y')} as after, t.added, t.removed, t.changed
    from totals t
    left join (select * from changes order by code limit ${query.limit ?? 50} offset ${query.offset ?? 0}) p on true
    left join list_version x on x.region = ${region} and x.list = ${list}
      and x.code = p.code and x.from_date = p.a_from and x.seq = p.a_seq
    left join list_version y on y.region = ${region} and y.list = ${list}
      and y.code = p.code and y.from_date = p.b_from and y.seq = p.b_seq
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
