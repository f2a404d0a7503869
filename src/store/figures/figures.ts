import { addDays } from '../../kernel/dates.ts';
import type { IndicatorCatalogue } from '../../kernel/indicator/catalogue.ts';
import {
  type Figure,
  type FigureAsk,
  type FigureSeal,
  figureOf,
  planFigure,
  type Sum,
  type Sums,
} from '../../kernel/indicator/figure.ts';
import type { Queries } from '../connection.ts';

export type { Figure, FigureAsk } from '../../kernel/indicator/figure.ts';

/**
 * Any number of figures in one statement, so that all stand on one seal. Whole months are read from the cells,
 * which cost the same however many records they stand for; days that cut a month are read from the records.
 * Throws RefusedError on an unknown indicator or period.
 */
export async function figures(
  sql: Queries,
  catalogue: IndicatorCatalogue,
  region: string,
  asks: readonly FigureAsk[],
): Promise<Figure[]> {
  const plans = asks.map((ask) => planFigure(catalogue, ask));
  const sums = plans.flatMap((plan) => plan.sums);
  const { seal, cells, units } = await readSums(sql, region, sums);
  let next = 0;
  return plans.map((plan) =>
    figureOf(
      plan,
      plan.sums.map(() => cells[next++]!),
      seal,
      (code) => units[code] ?? code,
    ),
  );
}

/** One figure. */
export async function figure(
  sql: Queries,
  catalogue: IndicatorCatalogue,
  region: string,
  ask: FigureAsk,
): Promise<Figure> {
  const [only] = await figures(sql, catalogue, region, [ask]);
  return only!;
}

/** A figure month by month, for charts: its parts are the months of the period. */
export function series(
  sql: Queries,
  catalogue: IndicatorCatalogue,
  region: string,
  ask: FigureAsk,
): Promise<Figure> {
  return figure(sql, catalogue, region, { ...ask, by: 'month' });
}

/** Before any record. */
const FIRST_MONTH = 190001;

async function readSums(
  sql: Queries,
  region: string,
  sums: readonly Sum[],
): Promise<{ seal: FigureSeal | null; cells: Sums[]; units: { readonly [code: string]: string } }> {
  const asked = sums.map((sum, n) => ({ n, ...sum, by: sum.by ?? '', wholeMonths: coversMonths(sum) }));
  const cellAsks = asked
    .filter((ask) => ask.wholeMonths)
    .map((ask) => ({ ...ask, first: ask.from ? monthOf(ask.from) : FIRST_MONTH, last: monthOf(ask.to) }));
  const dayAsks = asked
    .filter((ask) => !ask.wholeMonths)
    .map((ask) => ({ ...ask, first: ask.from ?? '1900-01-01', last: ask.to }));
  const byUnit = asked.some((ask) => ask.by === 'unit');
  const [row] = await sql<
    {
      seal: { number: number; size: number; root: string; at: string } | null;
      cells: [n: number, key: string, value: number][] | null;
      units: { [code: string]: string } | null;
    }[]
  >`
    select
      (select jsonb_build_object('number', number, 'size', size, 'root', encode(root, 'hex'),
                'at', to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
         from seal where region = ${region} order by number desc limit 1) as seal,
      (select jsonb_agg(jsonb_build_array(n, key, value)) from (
         select a.n, ${partKey(sql, sql`r`)} as key, sum(r.value) as value
         from jsonb_to_recordset(${JSON.stringify(cellAsks)}::text::jsonb)
           as a(n int, indicator text, first int, last int, unit text, kind text, by text)
         join rollup r on r.region = ${region} and r.indicator = a.indicator and r.month between a.first and a.last
          and (a.unit is null or r.unit = a.unit) and (a.kind is null or r.kind = a.kind)
         group by 1, 2
         union all
         select a.n, ${partKey(sql, sql`e`)}, sum(e.value)
         from jsonb_to_recordset(${JSON.stringify(dayAsks)}::text::jsonb)
           as a(n int, indicator text, first date, last date, unit text, kind text, by text)
         join figure_entry e on e.region = ${region} and e.indicator = a.indicator
          and e.on_date between a.first and a.last
          and (a.unit is null or e.unit = a.unit) and (a.kind is null or e.kind = a.kind)
         group by 1, 2) as parts) as cells,
      (select jsonb_object_agg(code, name) from unit where region = ${region} and ${byUnit}) as units`;
  const cells = sums.map(() => new Map<string, number>());
  for (const [n, key, value] of row!.cells ?? []) cells[n]!.set(key, value);
  return { seal: row!.seal, cells, units: row!.units ?? {} };
}

/** What a row counts under in the breakdown that was asked for. */
function partKey(sql: Queries, row: ReturnType<Queries>) {
  return sql`case a.by when 'unit' then ${row}.unit when 'kind' then ${row}.kind
    when 'month' then left(${row}.month::text, 4) || '-' || right(${row}.month::text, 2) else '' end`;
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));

/** Whether a sum begins and ends with a month, so that the cells of its months hold it whole. */
function coversMonths({ from, to }: Sum): boolean {
  return (from === undefined || from.endsWith('-01')) && addDays(to, 1).endsWith('-01');
}
