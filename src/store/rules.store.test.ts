import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import type { Sql } from './connection.ts';
import { readMigrations } from './migrate.ts';
import { APP_ROLE } from './roles.ts';

// One dialect from a laptop to a cluster distributed by region holds only while the schema keeps these rules.
// Each is a query over the catalogue that lists the breaches; a schema that breaks them all shows that each sees.

/** Tables that are the same in every region, and so are copied to every node instead of split by region. */
const REFERENCE = [
  'schema_migration', // which files were applied, to the whole database
  'region', // the tree of regions itself; its key is the region code
  'holiday_notice', // notices of the State Council hold for the whole country
];

/** Facts that nobody may change or delete, besides the tables named event…. */
const LEDGER = ['request', 'seal', 'seal_leaf', 'file', 'file_binding', 'file_upload', 'audit'];

/** Named event…, but no ledger. */
const NOT_LEDGER = ['event_pending']; // the queue of what no seal covers yet; emptied by sealing

/** Relations of the application: no catalogue, no extension. */
const OURS = `
  ours as (
    select c.oid, c.oid::regclass::text as name, c.relkind, c.relispartition, c.relowner, c.relname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')),
  tables as (select * from ours where relkind in ('r', 'p')),
  regional as (select * from tables where relname <> all (${list(REFERENCE)})),
  ledger as (
    select * from tables
     where (relname like 'event%' or relname = any (${list(LEDGER)})) and relname <> all (${list(NOT_LEDGER)})),
  code as (
    select p.oid::regprocedure::text as name, regexp_replace(pg_get_functiondef(p.oid), '--[^\\n]*', '', 'g') as text
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prokind in ('f', 'p') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     union all
    select oid::regclass::text, pg_get_viewdef(oid) from ours where relkind in ('v', 'm')
     union all
    select t.name || '.' || a.attname, pg_get_expr(d.adbin, d.adrelid)
      from tables t join pg_attrdef d on d.adrelid = t.oid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.adnum)`;

function list(names: readonly string[]): string {
  return `array[${names.map((name) => `'${name}'`).join(', ')}]::text[]`;
}

/** Code whose text matches: functions, views and column defaults. */
const codeMatching = (pattern: string): string => `select name from code where text ~* '${pattern}'`;

interface Rule {
  /** Number in the storage rules. */
  readonly rule: string;
  readonly says: string;
  /** Lists what breaks the rule, one `name` a row. */
  readonly breaches: string;
  /** What the rule finds in {@link BAD_SCHEMA}. */
  readonly finds: readonly string[];
}

const RULES: readonly Rule[] = [
  {
    rule: '1',
    says: 'region leads every primary key and unique index',
    breaches: `
      select i.indexrelid::regclass::text as name from regional t join pg_index i on i.indrelid = t.oid
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
       where i.indisunique and a.attname is distinct from 'region'`,
    finds: ['bad_code_key', 'bad_pk'],
  },
  {
    rule: '1',
    says: 'every table has a primary key, and region is text and never null',
    breaches: `
      select t.name from regional t
       where not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)
          or not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'region'
                            and a.atttypid = 'text'::regtype and a.attnotnull)`,
    finds: ['bad_child', 'bad_region'],
  },
  {
    rule: '1, 4',
    says: 'region leads every foreign key, on both sides, unless it points to a reference table',
    breaches: `
      select k.conname as name from pg_constraint k
        join pg_class target on target.oid = k.confrelid
        join pg_attribute here on here.attrelid = k.conrelid and here.attnum = k.conkey[1]
        join pg_attribute there on there.attrelid = k.confrelid and there.attnum = k.confkey[1]
       where k.contype = 'f' and target.relname <> all (${list(REFERENCE)})
         and (here.attname <> 'region' or there.attname <> 'region')`,
    finds: ['bad_child_fk'],
  },
  {
    rule: '3',
    says: 'no sequence, no identity column',
    breaches: `
      select name from ours where relkind = 'S'
       union all
      select t.name || '.' || a.attname from tables t join pg_attribute a on a.attrelid = t.oid
       where a.attidentity <> ''`,
    finds: ['bad.id', 'bad_child_n_seq', 'bad_id_seq'],
  },
  {
    rule: '4',
    says: 'no ON UPDATE CASCADE, no SET NULL, no SET DEFAULT',
    breaches: `
      select conname as name from pg_constraint
       where contype = 'f' and (confupdtype in ('c', 'n', 'd') or confdeltype in ('n', 'd'))`,
    finds: ['bad_child_fk'],
  },
  {
    rule: '6',
    says: 'one level of range partitions',
    breaches: `
      select t.name from tables t join pg_partitioned_table p on p.partrelid = t.oid
       where p.partstrat <> 'r' or t.relispartition`,
    finds: ['bad_parts'],
  },
  {
    rule: '7',
    says: 'the application role owns nothing and has no power beyond its grants',
    breaches: `
      select name from ours where relowner = '${APP_ROLE}'::regrole
       union all
      select oid::regprocedure::text from pg_proc where proowner = '${APP_ROLE}'::regrole
       union all
      select rolname from pg_roles where rolname = '${APP_ROLE}'
         and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)
       union all
      select roleid::regrole::text from pg_auth_members where member = '${APP_ROLE}'::regrole
       union all
      select oid::regprocedure::text from pg_proc p
       where prosecdef and has_function_privilege('${APP_ROLE}', p.oid, 'execute') and pronamespace = 'public'::regnamespace`,
    finds: ['bad_owned', 'bad_power()'],
  },
  {
    rule: '7, 9',
    says: 'the application role may not update, delete or truncate the ledger or a partition of it',
    breaches: `
      select t.name from ledger t
       where has_table_privilege('${APP_ROLE}', t.oid, 'update, delete, truncate')
          or has_any_column_privilege('${APP_ROLE}', t.oid, 'update')`,
    finds: ['event_bad'],
  },
  {
    rule: '8',
    says: 'triggers stop whoever may: before update and delete for each row, before truncate on partitions too',
    breaches: `
      select t.name from ledger t
       where (select coalesce(bit_or(g.tgtype), 0) from pg_trigger g
               where g.tgrelid = t.oid and g.tgenabled in ('O', 'A')) & 58 <> 58`,
    finds: ['event_bad'],
  },
  {
    rule: '9',
    says: 'no RULEs',
    breaches: `
      select r.rulename as name from ours t join pg_rewrite r on r.ev_class = t.oid
       where r.rulename <> '_RETURN'`,
    finds: ['bad_rule'],
  },
  {
    rule: '11',
    says: 'no data-modifying CTE',
    breaches: codeMatching('\\mas\\s+(not\\s+)?(materialized\\s+)?\\(\\s*(insert|update|delete)\\M'),
    finds: ['bad_step()'],
  },
  {
    rule: '12',
    says: 'time, ids and chance are parameters: no volatile source in functions, views and defaults',
    breaches: codeMatching(
      '\\m(now|random|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|gen_random_uuid|uuidv7|nextval)\\s*\\(|\\mcurrent_(date|time|timestamp)\\M',
    ),
    finds: ['bad.at', 'bad_child.n', 'bad_step()'],
  },
  {
    rule: '13',
    says: 'no recursive query, no ROLLUP, CUBE or GROUPING SETS',
    breaches: codeMatching('\\mwith\\s+recursive\\M|\\mgroup\\s+by\\s+(rollup|cube|grouping\\s+sets)\\M'),
    finds: ['bad_view'],
  },
  {
    rule: '18',
    says: 'nothing rests on LISTEN/NOTIFY or advisory locks',
    breaches: codeMatching('\\m(pg_notify|pg_try_advisory|pg_advisory)|\\mnotify\\s'),
    finds: ['bad_step()'],
  },
  {
    rule: '19',
    says: 'no policy with a subquery',
    breaches: `
      select polname as name from pg_policy
       where concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) ~* '\\mselect\\M'`,
    finds: ['bad_policy'],
  },
  {
    rule: '20',
    says: 'every CHECK has a name of its own',
    breaches: `
      select k.conname as name from tables t join pg_constraint k on k.conrelid = t.oid
       where k.contype = 'c' and k.conname ~ '_check[0-9]*$'`,
    finds: ['bad_n_check'],
  },
];

/** Breaks every rule above at least once, with a table of the application role's own besides. */
const BAD_SCHEMA = `
  create table bad (
    region text not null, id int generated always as identity, code text constraint bad_code_key unique,
    at timestamptz default now(), n int check (n > 0), constraint bad_pk primary key (id));
  create table bad_child (region text, n serial, bad int,
    constraint bad_child_fk foreign key (bad) references bad (id) on update cascade on delete set null);
  create table bad_region (region int not null, constraint bad_region_pk primary key (region));
  create table bad_parts (region text not null, constraint bad_parts_pk primary key (region)) partition by hash (region);
  create table event_bad (region text not null, constraint event_bad_pk primary key (region));
  grant update on event_bad to ${APP_ROLE};
  create rule bad_rule as on delete to bad_region do instead nothing;
  create function bad_step() returns void language sql as $$
    with moved as (delete from bad returning id) select pg_notify('bad', random()::text) from moved $$;
  create function bad_power() returns void language sql security definer as 'select';
  create view bad_view as with recursive r as (select 1 as n union all select n + 1 from r where n < 3) select n from r;
  create policy bad_policy on bad using (exists (select 1 from bad_child));
`;

async function breachesOf({ breaches }: Rule, admin: Sql): Promise<string[]> {
  const rows = await admin.unsafe<{ name: string }[]>(`with ${OURS} ${breaches}`);
  return rows.map(({ name }) => name).sort();
}

let database: TestDatabase;
let bad: TestDatabase;

beforeAll(async () => {
  [database, bad] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await bad.admin.unsafe('drop schema public cascade; create schema public');
  await bad.admin.unsafe(`grant usage, create on schema public to ${APP_ROLE}`);
  await bad.admin.unsafe(BAD_SCHEMA);
  await bad.sql`create table bad_owned (region text not null, constraint bad_owned_pk primary key (region))`;
});
afterAll(() => Promise.all([database.drop(), bad.drop()]));

describe.each(RULES)('storage rule $rule: $says', (rule) => {
  it('holds', async () => {
    expect(await breachesOf(rule, database.admin)).toEqual([]);
  });
  it('is seen when broken', async () => {
    expect(await breachesOf(rule, bad.admin)).toEqual(expect.arrayContaining([...rule.finds]));
  });
});

describe('the ledger', () => {
  it('is there: the rules above look at real tables', async () => {
    const found = await database.admin.unsafe(`with ${OURS} select relname from ledger`);
    expect(found.map(({ relname }) => relname)).toEqual(expect.arrayContaining(['event', ...LEDGER]));
  });

  it('cannot be truncated even by its owner, nor through a partition', async () => {
    const tables = await database.admin.unsafe<{ name: string }[]>(`with ${OURS} select name from ledger`);
    for (const { name } of tables) {
      await expect(database.admin.unsafe(`truncate ${name}`), name).rejects.toMatchObject({ code: '23001' });
    }
  });
});

it('storage rule 5: foreign keys stand in files of their own, after the tables', () => {
  const mixed = readMigrations().filter(
    ({ text }) => /\bcreate\s+table\b/i.test(text) && /\breferences\b/i.test(text.replace(/--.*/g, '')),
  );
  expect(mixed.map(({ name }) => name)).toEqual([]);
});
