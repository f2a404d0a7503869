import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

/** A running clock with the matter it belongs to. */
export interface RunningClock {
  readonly matter: string;
  readonly number: string;
  readonly title: string;
  readonly procedure: string;
  readonly unit: string;
  readonly clock: string;
  readonly due: LegalDate;
  readonly provisional: boolean;
}

/** Clocks past their due day, the most overdue first; those that stand still or bind the applicant left out. */
export function mostOverdue(
  sql: Queries,
  region: string,
  { today, limit, unit }: { readonly today: LegalDate; readonly limit: number; readonly unit?: string },
): Promise<RunningClock[]> {
  return sql<RunningClock[]>`
    select c.matter, m.number, m.title, c.procedure, c.unit, c.clock, c.due, c.provisional
    from (select * from clock c
           where c.region = ${region} and c.stopped_on is null and not c.paused and not c.binds_applicant
             and c.due < ${today} ${unit === undefined ? sql`` : sql`and c.unit = ${unit}`}
           order by c.due, c.matter limit ${limit}) c
    join matter m on m.region = ${region} and m.id = c.matter
    order by c.due, c.matter, c.clock`;
}

/** How many clocks of a unit are late and how many run out soon. */
export interface UnitLoad {
  readonly unit: string;
  readonly overdue: number;
  readonly soon: number;
}

/** Late clocks and those due up to `until`, by unit, the most late first. */
export async function loadByUnit(
  sql: Queries,
  region: string,
  { today, until }: { readonly today: LegalDate; readonly until: LegalDate },
): Promise<UnitLoad[]> {
  return sql<UnitLoad[]>`
    select unit, count(*) filter (where due < ${today}) as overdue, count(*) filter (where due >= ${today}) as soon
    from clock
    where region = ${region} and stopped_on is null and not paused and not binds_applicant and due <= ${until}
    group by unit order by overdue desc, unit`;
}
