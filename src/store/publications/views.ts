import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

/** Counts one reading of a page on the day and answers how often it was read in all. */
export async function countView(sql: Queries, region: string, page: string, day: LegalDate): Promise<number> {
  const [row] = await sql<{ total: number }[]>`
    with today as (
      insert into portal_view (region, page, day, views) values (${region}, ${page}, ${day}, 1)
      on conflict (region, page, day) do update set views = portal_view.views + 1
      returning views
    )
    select t.views + coalesce((
      select sum(views) from portal_view where region = ${region} and page = ${page} and day < ${day}
    ), 0)::integer as total from today t`;
  return row!.total;
}
