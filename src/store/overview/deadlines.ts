import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';
import type { RunningClock } from '../supervision/overdue.ts';

export interface DeadlinesAsk {
  readonly region: string;
  readonly from: LegalDate;
  readonly to: LegalDate;
  readonly unit?: string;
  /** How many of each procedure are named, the nearest first. */
  readonly each: number;
}

/** How many clocks of a procedure run out on a day. */
export interface DayLoad {
  readonly due: LegalDate;
  readonly procedure: string;
  readonly count: number;
}

/**
 * What runs out on the coming days: counts by day and procedure, and the nearest of each procedure by name, so that
 * a procedure with thousands does not hide the others. One walk over the running clocks of those days.
 */
export async function deadlines(
  sql: Queries,
  { region, from, to, unit, each }: DeadlinesAsk,
): Promise<{ days: DayLoad[]; nearest: RunningClock[] }> {
  const [row] = await sql<{ days: DayLoad[] | null; nearest: RunningClock[] | null }[]>`
    with running as materialized (
      select matter, clock, procedure, unit, due, provisional from clock
       where region = ${region} and stopped_on is null and not paused and not binds_applicant
         and due between ${from} and ${to} ${unit === undefined ? sql`` : sql`and unit = ${unit}`}),
    ranked as (
      select *, row_number() over (partition by procedure order by due, matter, clock) as place from running),
    counted as (select due, procedure, count(*) as count from running group by due, procedure)
    select (select jsonb_agg(jsonb_build_object('due', due, 'procedure', procedure, 'count', count)
              order by due, count desc, procedure) from counted) as days,
           (select jsonb_agg(jsonb_build_object('matter', r.matter, 'number', m.number, 'title', m.title,
              'procedure', r.procedure, 'unit', r.unit, 'clock', r.clock, 'due', r.due, 'provisional', r.provisional)
              order by r.due, r.procedure, r.matter)
              from ranked r join matter m on m.region = ${region} and m.id = r.matter
             where r.place <= ${each}) as nearest`;
  return { days: row?.days ?? [], nearest: row?.nearest ?? [] };
}
