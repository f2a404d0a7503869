import type { LegalDate } from '../../kernel/dates.ts';
import type { JsonValue } from '../../kernel/ledger/json.ts';
import type { Queries } from '../connection.ts';

/** A matter that speaks of a year, as far as the pages of the year read it. */
export interface YearMatter {
  readonly id: string;
  readonly procedure: string;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly seq: number;
  readonly stages: readonly string[];
  readonly closed: boolean;
  readonly outcome: string | null;
  readonly facts: { readonly [field: string]: JsonValue | undefined };
  /** Due day of its nearest running clock. */
  readonly due: LegalDate | null;
  /** First day on which one of its publications was made. */
  readonly publishedOn: LegalDate | null;
}

export interface YearAsk {
  readonly region: string;
  /** Procedure → the year its fact `year` says. */
  readonly years: { readonly [procedure: string]: number };
  /** Opened on this day or later. */
  readonly since: LegalDate;
}

/**
 * Matters of these procedures by the year they speak of, in the order they were opened: one statement. Each
 * procedure's register is walked by itself, from its newest; a join would read every matter there is.
 */
export function yearMatters(sql: Queries, { region, years, since }: YearAsk): Promise<YearMatter[]> {
  const asked = JSON.stringify(
    Object.entries(years).map(([procedure, year]) => ({ procedure, year: String(year) })),
  );
  return sql<YearMatter[]>`
    select m.id, m.procedure, m.version, m.number, m.title, m.unit, m.seq, m.stages, m.closed, m.outcome,
           m.state -> 'facts' as facts, d.due,
           (select min(p.published_on) from publication p where p.region = m.region and p.matter = m.id) as "publishedOn"
      from jsonb_to_recordset(${asked}::text::jsonb) as a(procedure text, year text)
     cross join lateral (
        select * from matter
         where region = ${region} and procedure = a.procedure and started_on >= ${since}
         order by started_on desc, id desc) m
      left join lateral (
        select min(c.due) as due from clock c
         where c.region = m.region and c.matter = m.id and c.stopped_on is null and not c.paused) d on true
     where m.state -> 'facts' ->> 'year' = a.year
     order by m.started_on, m.id`;
}
