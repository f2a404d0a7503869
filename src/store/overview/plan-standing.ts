import { addDays, type LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

/** How the tasks of a year's plan stand at a unit. */
export interface PlanStanding {
  readonly unit: string;
  readonly total: number;
  readonly done: number;
  /** Past their day, or ended without being done. */
  readonly late: number;
  readonly near: number;
}

export interface PlanAsk {
  readonly region: string;
  /** Procedure of the tasks, and its stages in which a task counts as done or does not count at all. */
  readonly procedure: string;
  readonly done: string;
  readonly cancelled: string;
  readonly year: number;
  readonly today: LegalDate;
  /** Last day that counts as near. */
  readonly until: LegalDate;
  readonly unit?: string;
}

/** Earliest day on which tasks of a year are given out: plans are issued in the year or the winter before it. */
const firstDay = (year: number): LegalDate => addDays(`${year}-01-01`, -120);

/** The year against its plan, by unit. Walks the register of tasks of that year alone. */
export function planStanding(sql: Queries, ask: PlanAsk): Promise<PlanStanding[]> {
  const { region, procedure, done, cancelled, year, today, until, unit } = ask;
  return sql<PlanStanding[]>`
    select t.unit, count(*) as total,
           count(*) filter (where t.stages @> array[${done}]) as done,
           count(*) filter (where (t.closed and not t.stages @> array[${done}]) or d.due < ${today}) as late,
           count(*) filter (where d.due between ${today} and ${until}) as near
      from matter t
      left join lateral (
        select min(c.due) as due from clock c
         where c.region = t.region and c.matter = t.id and c.stopped_on is null and not c.paused and not t.closed) d on true
     where t.region = ${region} and t.procedure = ${procedure} and t.started_on >= ${firstDay(year)}
       and t.state -> 'facts' ->> 'year' = ${String(year)} and not t.stages @> array[${cancelled}]
       ${unit === undefined ? sql`` : sql`and t.unit = ${unit}`}
     group by t.unit order by late desc, total desc, t.unit`;
}
