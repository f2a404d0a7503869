import type { JsonValue } from '../../kernel/ledger/json.ts';
import type { Transaction } from '../connection.ts';
import { copyIn } from '../copy.ts';
import { type Column, columnsOf, copyText } from './copy-text.ts';
import { type DerivedRows, type DerivedTable, derivedTables } from './derive.ts';

/** A row that is not what the events say. */
export interface Difference {
  readonly table: DerivedTable;
  /** `missing`: not stored; `surplus`: stored, but follows from no event; `differs`: some columns do. */
  readonly kind: 'missing' | 'surplus' | 'differs';
  readonly key: { readonly [column: string]: JsonValue };
  /** Only for `differs`. */
  readonly columns?: readonly string[];
}

const KEYS: { readonly [table in DerivedTable]: readonly string[] } = {
  matter: ['region', 'id'],
  matter_search: ['region', 'matter'],
  clock: ['region', 'matter', 'clock'],
  publication: ['region', 'matter', 'publication'],
  certificate: ['region', 'kind', 'number'],
  list_item: ['region', 'list', 'code'],
  list_version: ['region', 'list', 'code', 'from_date', 'seq'],
  figure_entry: ['region', 'indicator', 'month', 'unit', 'kind', 'event'],
  rollup: ['region', 'indicator', 'month', 'unit', 'kind'],
};

const termSet = (column: string) =>
  `coalesce((select array_agg(distinct t order by t) from unnest(${column}) t), '{}') as ${column}`;

/** Columns that are compared where not all are: the order of terms tells nothing, and repeats add nothing. */
const COMPARED: Partial<{ readonly [table in DerivedTable]: string }> = {
  matter_search: `region, matter, procedure, unit, started_on, ${termSet('terms')}, ${termSet('personal_terms')}`,
};

/** Most differences of one table that are named. */
const NAMED = 10;

/** Temporary tables like the derived ones, gone with the transaction, with the columns of each. */
export type Stage = { readonly [table in DerivedTable]: readonly Column[] };

export async function createStage(tx: Transaction): Promise<Stage> {
  const columns: [DerivedTable, readonly Column[]][] = [];
  for (const table of derivedTables) {
    await tx.unsafe(`create temporary table stage_${table} (like ${table}) on commit drop`);
    columns.push([table, await columnsOf(tx, `stage_${table}`)]);
  }
  await tx.unsafe('create temporary table stage_other (stream uuid not null) on commit drop');
  return Object.fromEntries(columns) as Stage;
}

/** Puts rows into the stage, one COPY a table. */
export async function fillStage(
  tx: Transaction,
  stage: Stage,
  rows: DerivedRows,
  others: readonly string[],
): Promise<void> {
  for (const [table, own] of Object.entries(rows) as [keyof DerivedRows, object[]][]) {
    if (own.length === 0) continue;
    const columns = stage[table];
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const text = copyText(columns, own);
    await copyIn(tx, `copy stage_${table} (${names}) from stdin`, () => [text]);
  }
  if (others.length > 0) {
    await tx`insert into stage_other select unnest(${others as string[]}::uuid[])`;
  }
}

/**
 * Takes over the items and entries of streams that are not rebuilt (of a list nobody knows any more), and adds all
 * entries up into cells.
 */
export async function completeStage(tx: Transaction, region: string): Promise<void> {
  await tx`
    insert into stage_list_item
    select i.* from list_item i join stage_other o on o.stream = i.stream where i.region = ${region}`;
  await tx`
    insert into stage_list_version
    select v.* from list_version v
    join list_item i on i.region = v.region and i.list = v.list and i.code = v.code
    join stage_other o on o.stream = i.stream where v.region = ${region}`;
  await tx`
    insert into stage_figure_entry
    select f.* from figure_entry f join stage_other o on o.stream = f.stream where f.region = ${region}`;
  await tx`
    insert into stage_rollup (region, indicator, unit, month, kind, value, entries)
    select region, indicator, unit, month, kind, sum(value), count(*) from stage_figure_entry
    group by region, indicator, unit, month, kind`;
}

/** Gathers statistics, so that a comparison is planned by what is there. */
export async function analyzeStage(tx: Transaction): Promise<void> {
  for (const table of derivedTables) await tx.unsafe(`analyze stage_${table}`);
}

/** What is stored otherwise than the events say: how many rows of a table, and the first of them. */
export async function compareStage(
  tx: Transaction,
  region: string,
  table: DerivedTable,
): Promise<{ readonly count: number; readonly first: readonly Difference[] }> {
  const keys = KEYS[table].join(', ');
  const columns = COMPARED[table] ?? '*';
  const from = `
    from (select ${columns} from ${table} where region = $1) a
    full join (select ${columns} from stage_${table}) b using (${keys})
    where a is distinct from b`;
  const [{ count }] = (await tx.unsafe(`select count(*) as count ${from}`, [region])) as unknown as [
    { count: number },
  ];
  if (count === 0) return { count, first: [] };
  const rows = await tx.unsafe<{ stored: Row | null; rebuilt: Row | null }[]>(
    `select to_jsonb(a) as stored, to_jsonb(b) as rebuilt ${from} order by ${keys} limit ${NAMED}`,
    [region],
  );
  return { count, first: rows.map(({ stored, rebuilt }) => differenceOf(table, stored, rebuilt)) };
}

/**
 * Puts the staged rows in the place of the stored ones; the number of rows a table has now. Indexes beside the key
 * are built anew when all rows are in, which costs a fraction of keeping them up row by row. Readers of the table
 * wait from here to the end of the transaction.
 */
export async function replaceFromStage(
  tx: Transaction,
  region: string,
  table: DerivedTable,
): Promise<number> {
  const indexes = await secondaryIndexes(tx, table);
  for (const { name } of indexes) await tx`drop index ${tx(name)}`;
  await clear(tx, region, table);
  const { count } = await tx.unsafe(
    `insert into ${table} select * from stage_${table} order by ${KEYS[table].join(', ')}`,
  );
  for (const { definition } of indexes) await tx.unsafe(definition);
  return count;
}

/** Indexes that no constraint stands on, with the statements that create them. */
function secondaryIndexes(
  tx: Transaction,
  table: DerivedTable,
): Promise<{ name: string; definition: string }[]> {
  return tx<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${table}::regclass
      and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`.then((rows) => [
    ...rows,
  ]);
}

/** Empties a table of a region. One that holds nothing else is cut, so that no dead rows stay behind. */
async function clear(tx: Transaction, region: string, table: DerivedTable): Promise<void> {
  const others = await tx.unsafe(`select 1 from ${table} where region <> $1 limit 1`, [region]);
  if (others.length === 0) await tx.unsafe(`truncate ${table}`);
  else await tx.unsafe(`delete from ${table} where region = $1`, [region]);
}

type Row = { readonly [column: string]: JsonValue };

function differenceOf(table: DerivedTable, stored: Row | null, rebuilt: Row | null): Difference {
  const row = (stored ?? rebuilt)!;
  const key = Object.fromEntries(KEYS[table].map((column) => [column, row[column]!]));
  if (!stored) return { table, kind: 'missing', key };
  if (!rebuilt) return { table, kind: 'surplus', key };
  const same = (column: string) => JSON.stringify(stored[column]) === JSON.stringify(rebuilt[column]);
  return { table, kind: 'differs', key, columns: Object.keys(row).filter((column) => !same(column)) };
}
