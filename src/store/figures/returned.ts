import type { Instant } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import { type Queries, sqlStateOf } from '../connection.ts';

/** A figure that a document states or a unit returned, as a person confirmed it. */
export interface ReturnedFigure {
  readonly id: string;
  readonly year: number;
  /** What part of the year it speaks of, e.g. `2023` or `2023-06`. */
  readonly period: string;
  /** The indicator it is a value of; null where it stands for itself. */
  readonly indicator: string | null;
  /** What is counted, in the words of the text. */
  readonly subject: string;
  readonly value: number;
  /** 件, 元, % … */
  readonly unit: string;
  readonly sourceDocument: string;
  readonly section: string;
  /** The sentence it stands in. */
  readonly text: string;
  readonly confirmedBy: string;
  readonly confirmedAt: Instant;
  /** The figure it corrects; null for a first one. */
  readonly replaces: string | null;
  readonly source: 'returned';
}

export type NewReturnedFigure = Omit<ReturnedFigure, 'source'>;

/**
 * Keeps figures that were confirmed. Nothing is ever changed: a correction names the figure it replaces, and a
 * figure can be replaced once. Throws RefusedError `stale` where somebody was faster with a correction.
 */
export async function keepReturned(
  sql: Queries,
  region: string,
  figures: readonly NewReturnedFigure[],
): Promise<void> {
  try {
    await sql`
      insert into returned_figure (region, id, year, period, indicator, subject, value, unit, source_document,
        section, text, confirmed_by, confirmed_at, replaces)
      select ${region}, f.id, f.year, f.period, f.indicator, f.subject, f.value, f.unit, f."sourceDocument",
             f.section, f.text, f."confirmedBy", f."confirmedAt", f.replaces
      from jsonb_to_recordset(${JSON.stringify(figures)}::text::jsonb)
        as f(id uuid, year smallint, period text, indicator text, subject text, value numeric, unit text,
             "sourceDocument" text, section text, text text, "confirmedBy" text, "confirmedAt" timestamptz,
             replaces uuid)`;
  } catch (error) {
    if (sqlStateOf(error) !== '23505') throw error;
    throw new RefusedError({
      kind: 'stale',
      rule: 'indicator.I6',
      message: '这个数已经保存或者已被更正，请刷新后以最新的数为准再作更正。',
    });
  }
}

/** Figures of a year as they hold now, or with all that were replaced, in the order in which they were confirmed. */
export async function returnedFigures(
  sql: Queries,
  region: string,
  ask: { readonly year: number; readonly indicator?: string; readonly withReplaced?: boolean },
): Promise<ReturnedFigure[]> {
  return sql<ReturnedFigure[]>`
    select id, year, period, indicator, subject, value, unit, source_document as "sourceDocument", section, text,
           confirmed_by as "confirmedBy", confirmed_at as "confirmedAt", replaces, 'returned' as source
    from returned_figure f
    where region = ${region} and year = ${ask.year}
      ${ask.indicator === undefined ? sql`` : sql`and indicator = ${ask.indicator}`}
      ${
        ask.withReplaced
          ? sql``
          : sql`and not exists (select 1 from returned_figure n where n.region = f.region and n.replaces = f.id)`
      }
    order by confirmed_at, id`;
}
