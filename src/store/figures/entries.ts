import type { IndicatorCatalogue } from '../../kernel/indicator/catalogue.ts';
import { type FigureAsk, type FigurePlan, planFigure, type Sum } from '../../kernel/indicator/figure.ts';
import type { Queries } from '../connection.ts';

/** A record a figure is the sum of. */
export interface FigureEntry {
  /** The stream it belongs to; the matter's id, unless it is an item of a list. */
  readonly stream: string;
  readonly matter: string | null;
  /** Receipt number of the matter, or code of the item. */
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly unitName: string;
  readonly on: string;
  readonly kind: string;
  readonly kindName: string;
  readonly value: number;
  /** The event that counted; for what stands at a day, the last one. */
  readonly seq: number;
}

export interface FigureEntries {
  readonly rows: readonly FigureEntry[];
  /** Records in all, beyond the page too. */
  readonly total: number;
  /** What they add up to: the figure. */
  readonly sum: number;
}

export interface EntriesAsk extends FigureAsk {
  /** Which half of a rate; the numerator unless said. */
  readonly part?: 'numerator' | 'denominator';
  readonly offset?: number;
  readonly limit?: number;
}

/**
 * Opens a figure into its records, page by page (SPEC I2). A flow opens into what happened in the period; a stock
 * into what stands at its end, each matter or item once.
 */
export async function entriesOf(
  sql: Queries,
  catalogue: IndicatorCatalogue,
  region: string,
  ask: EntriesAsk,
): Promise<FigureEntries> {
  const plan = planFigure(catalogue, { ...ask, by: undefined });
  const at = ask.part === 'denominator' ? plan.sums.length - 1 : 0;
  const counted = recordsOf(sql, region, plan.sums[at]!, plan.counted[at]!.measure === 'stock');
  const rows = await sql<EntryRow[]>`
    with counted as materialized (${counted}),
         page as (select * from counted order by on_date, stream, seq
                  offset ${ask.offset ?? 0} limit ${ask.limit ?? 50}),
         whole as (select count(*) as total, coalesce(sum(value), 0) as sum from counted)
    select p.stream, p.seq, p.on_date as on, p.unit, p.kind, p.value, w.total, w.sum,
           m.id as matter, coalesce(m.number, i.code) as number, coalesce(m.title, v.name) as title,
           coalesce(u.name, p.unit) as unit_name
    from whole w
    left join page p on true
    left join matter m on m.region = ${region} and m.id = p.stream
    left join list_item i on i.region = ${region} and i.stream = p.stream
    left join list_version v on v.region = ${region} and v.list = i.list and v.code = i.code and v.seq = p.seq
    left join unit u on u.region = ${region} and u.code = p.unit
    order by p.on_date, p.stream, p.seq`;
  const { total, sum } = rows[0]!;
  return { rows: rows.filter((row) => row.stream !== null).map((row) => entryOf(row, plan, at)), total, sum };
}

/** All records of a figure, a portion at a time, for export. */
export async function* allEntries(
  sql: Queries,
  catalogue: IndicatorCatalogue,
  region: string,
  ask: Omit<EntriesAsk, 'offset' | 'limit'>,
): AsyncGenerator<readonly FigureEntry[]> {
  const limit = 5000;
  for (let offset = 0; ; offset += limit) {
    const { rows } = await entriesOf(sql, catalogue, region, { ...ask, offset, limit });
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
  }
}

interface EntryRow {
  readonly stream: string;
  readonly seq: number;
  readonly on: string;
  readonly unit: string;
  readonly unit_name: string;
  readonly kind: string;
  readonly value: number;
  readonly total: number;
  readonly sum: number;
  readonly matter: string | null;
  readonly number: string | null;
  readonly title: string | null;
}

function entryOf(row: EntryRow, plan: FigurePlan, at: number): FigureEntry {
  const { stream, matter, unit, on, kind, value, seq } = row;
  return {
    stream,
    matter,
    number: row.number ?? '',
    title: row.title ?? '',
    unit,
    unitName: row.unit_name,
    on,
    kind,
    kindName: plan.counted[at]!.kinds?.[kind] ?? kind,
    value,
    seq,
  };
}

/** The counted records of a sum; for a stock, what is left of each stream and cell when all is added up. */
function recordsOf(sql: Queries, region: string, sum: Sum, stock: boolean) {
  const where = sql`region = ${region} and indicator = ${sum.indicator} and on_date <= ${sum.to}
    ${sum.from === undefined ? sql`` : sql`and on_date >= ${sum.from}`}
    ${sum.unit === undefined ? sql`` : sql`and unit = ${sum.unit}`}
    ${sum.kind === undefined ? sql`` : sql`and kind = ${sum.kind}`}`;
  return stock
    ? sql`select stream, unit, kind, max(seq) as seq, max(on_date) as on_date, sum(value) as value
          from figure_entry where ${where} group by stream, unit, kind having sum(value) <> 0`
    : sql`select stream, unit, kind, seq, on_date, value from figure_entry where ${where}`;
}
