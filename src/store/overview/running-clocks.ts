import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';
import type { RunningClock } from '../supervision/overdue.ts';

export interface ClocksAsk {
  readonly region: string;
  /** Due from this day; from the earliest where absent. */
  readonly from?: LegalDate;
  readonly to: LegalDate;
  readonly unit?: string;
  readonly procedure?: string;
  readonly offset: number;
  readonly limit: number;
}

/** The running clocks behind a number of the overview, those that run out first in front. */
export async function runningClocks(
  sql: Queries,
  { region, from, to, unit, procedure, offset, limit }: ClocksAsk,
): Promise<{ rows: RunningClock[]; total: number }> {
  const where = sql`c.region = ${region} and c.stopped_on is null and not c.paused and not c.binds_applicant
    and c.due <= ${to} ${from === undefined ? sql`` : sql`and c.due >= ${from}`}
    ${unit === undefined ? sql`` : sql`and c.unit = ${unit}`}
    ${procedure === undefined ? sql`` : sql`and c.procedure = ${procedure}`}`;
  const [rows, [counted]] = await Promise.all([
    sql<RunningClock[]>`
      select c.matter, m.number, m.title, c.procedure, c.unit, c.clock, c.due, c.provisional
        from (select * from clock c where ${where} order by c.due, c.matter, c.clock offset ${offset} limit ${limit}) c
        join matter m on m.region = ${region} and m.id = c.matter
       order by c.due, c.matter, c.clock`,
    sql<{ total: number }[]>`select count(*) as total from clock c where ${where}`,
  ]);
  return { rows, total: counted?.total ?? 0 };
}
