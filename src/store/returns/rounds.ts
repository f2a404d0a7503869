import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

/** A round with how far it has come. */
export interface RoundRow {
  readonly id: string;
  readonly number: string;
  readonly seq: number;
  readonly closed: boolean;
  readonly outcome: string | null;
  readonly startedOn: LegalDate;
  readonly form: string;
  readonly formName: string;
  readonly formVersion: number;
  readonly period: string;
  readonly periodName: string;
  readonly due: LegalDate;
  readonly note: string | null;
  readonly units: number;
  readonly filling: number;
  readonly submitted: number;
  readonly returned: number;
  readonly accepted: number;
  readonly unreturned: number;
  /** Still out after their day. */
  readonly late: number;
}

interface RoundAsk {
  readonly today: LegalDate;
  readonly id?: string;
  /** Rounds of periods in this year. */
  readonly year?: number;
  readonly form?: string;
  /** Only rounds that ask this unit, with its return alone counted. */
  readonly unit?: string;
}

/** Rounds, the newest period first, each with its returns counted by stage. */
export async function roundRows(sql: Queries, region: string, ask: RoundAsk): Promise<RoundRow[]> {
  const { id, year, form, unit, today } = ask;
  return sql<RoundRow[]>`
    select r.id, r.number, r.seq, r.closed, r.outcome, r.started_on as "startedOn",
           r.state #>> '{facts,form}' as form, r.state #>> '{facts,formName}' as "formName",
           (r.state #>> '{facts,formVersion}')::int as "formVersion", r.state #>> '{facts,period}' as period,
           r.state #>> '{facts,periodName}' as "periodName", r.state #>> '{facts,due}' as due,
           r.state #>> '{facts,note}' as note, c.*
    from matter r
    join lateral (
      select count(*)::int as units,
             count(*) filter (where m.stages && array['filling'])::int as filling,
             count(*) filter (where m.stages && array['submitted'])::int as submitted,
             count(*) filter (where m.stages && array['returned'])::int as returned,
             count(*) filter (where m.stages && array['accepted'])::int as accepted,
             count(*) filter (where m.stages && array['unreturned'])::int as unreturned,
             count(*) filter (where m.stages && array['filling'] and (m.state #>> '{facts,due}')::date < ${today}
               or m.stages && array['returned'] and (m.state #>> '{facts,redoBy}')::date < ${today})::int as late
      from matter m
      where m.region = r.region and m.parent = r.id and m.procedure = 'periodic-return'
        ${unit === undefined ? sql`` : sql`and m.unit = ${unit}`}) c on true
    where r.region = ${region} and r.procedure = 'return-round'
      ${id === undefined ? sql`` : sql`and r.id = ${id}`}
      ${year === undefined ? sql`` : sql`and left(r.state #>> '{facts,period}', 4) = ${String(year)}`}
      ${form === undefined ? sql`` : sql`and r.state #>> '{facts,form}' = ${form}`}
      ${unit === undefined ? sql`` : sql`and c.units > 0`}
    order by r.state #>> '{facts,period}' desc, r.started_on desc, r.id desc`;
}

/** The round of a form and period; undefined where it was never opened. */
export async function roundOfKey(sql: Queries, region: string, key: string): Promise<string | undefined> {
  const [row] = await sql<{ stream: string }[]>`
    select stream from claim where region = ${region} and kind = 'return-round' and key = ${key}`;
  return row?.stream;
}
