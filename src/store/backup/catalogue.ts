import type { Queries } from '../connection.ts';

/** A table with rows of its own; a partitioned table stands for its partitions. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  /** Stored columns; generated ones are computed again at restore. */
  readonly columns: readonly string[];
  readonly partitions: readonly { readonly schema: string; readonly name: string; readonly bound: string }[];
}

/** Tables that are part of the schema, not of the records: restore fills them by migrating. */
const NOT_RECORDS = ['schema_migration'];

/** The tables of the application, by name. */
export async function listTables(sql: Queries): Promise<Table[]> {
  return sql<Table[]>`
    select n.nspname as schema, c.relname as name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns,
           coalesce((select jsonb_agg(jsonb_build_object('schema', pn.nspname, 'name', p.relname,
                                                         'bound', pg_get_expr(p.relpartbound, p.oid))
                                      order by p.relname)
                       from pg_inherits i
                       join pg_class p on p.oid = i.inhrelid
                       join pg_namespace pn on pn.oid = p.relnamespace
                      where i.inhparent = c.oid and c.relkind = 'p'), '[]') as partitions
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and c.relpersistence = 'p'
       and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
       and not (c.relname in ${sql(NOT_RECORDS)})
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by 1, 2`;
}

/** A foreign key, with the statements that take it away and put it back. */
export interface ForeignKey {
  readonly drop: string;
  readonly create: string;
}

/** Foreign keys as declared; those a partition inherits go and come with their parent's. */
export async function listForeignKeys(sql: Queries): Promise<ForeignKey[]> {
  return sql<ForeignKey[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                  pg_get_constraintdef(oid)) as create
      from pg_constraint
     where contype = 'f' and conparentid = 0
     order by conrelid::regclass::text, conname`;
}

/** A trigger that is on, with the statements that silence it and set it as it was. */
export interface Trigger {
  readonly disable: string;
  readonly enable: string;
}

const ENABLE = { O: 'enable', A: 'enable always', R: 'enable replica' } as const;

export async function listTriggers(sql: Queries): Promise<Trigger[]> {
  const rows = await sql<{ table: string; name: string; mode: keyof typeof ENABLE }[]>`
    select tgrelid::regclass::text as table, quote_ident(tgname) as name, tgenabled as mode
      from pg_trigger
     where not tgisinternal and tgparentid = 0 and tgenabled <> 'D'
     order by 1, 2`;
  return rows.map(({ table, name, mode }) => ({
    disable: `alter table ${table} disable trigger ${name}`,
    enable: `alter table ${table} ${ENABLE[mode]} trigger ${name}`,
  }));
}

/** Materialised views that hold rows, quoted; they are filled again after a restore. */
export async function listMaterialisedViews(sql: Queries): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c where c.relkind = 'm' order by c.oid`;
  return rows.map(({ name }) => name);
}

/** The last seal of each region, where the schema has seals: the highest by the last column of their key. */
export async function lastSeals(sql: Queries): Promise<Record<string, unknown>[]> {
  const key = await sql<{ column: string }[]>`
    select a.attname as column
      from pg_index i
      cross join unnest(i.indkey::int2[]) with ordinality k(attnum, position)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
     where i.indrelid = to_regclass('public.seal') and i.indisprimary
     order by k.position`;
  const [region, ...rest] = key.map(({ column }) => column);
  const last = rest.at(-1);
  if (region === undefined || last === undefined) return [];
  const rows = await sql<{ seal: Record<string, unknown> }[]>`
    select distinct on (${sql(region)}) to_jsonb(s) as seal
      from seal s order by ${sql(region)}, ${sql(last)} desc`;
  return rows.map(({ seal }) => seal);
}

/** `"schema"."table"` for a statement that takes no parameters. */
export function qualified(table: { readonly schema: string; readonly name: string }): string {
  return `${quote(table.schema)}.${quote(table.name)}`;
}

export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
