// A region with any number of matters: the demo's year, decided by the kernel, and copies of its matters under new
// ids, made in the database with all that registers, work lists and the supervision wall read.

import { writeDemoYear } from '../../src/cli/demo-year.ts';
import type { OpenStore } from '../../src/cli/open-store.ts';
import { seedZone } from '../../src/demo/seed-zone.ts';
import { createFileStore } from '../../src/server/files/store.ts';
import { sealAll } from '../../src/store/sealing/sealer.ts';

type Say = (text: string) => void;

/** Loads and seals the demo where the region is not there yet. */
export async function loadYear(store: OpenStore, say: Say): Promise<void> {
  if (!(await seedZone(store.sql))) return;
  await store.world.refresh();
  const now = new Date().toISOString();
  const files = createFileStore(store.sql, store.database.files);
  await writeDemoYear(store.world, files, now, { onProgress: say });
  await sealAll(store.sql, store.region, () => now);
  await store.admin.unsafe('vacuum analyze');
}

export async function countMatters({ admin, region }: OpenStore): Promise<number> {
  const [row] = await admin<{ n: number }[]>`select count(*) as n from matter where region = ${region}`;
  return row!.n;
}

/** Every id gets a new one in each copy; what refers to it follows. */
const renamed = (expression: string) => `md5(${expression} || n)::uuid`;

/** Copies by table: the columns that differ from the row they are copied from. */
const COPIES = {
  matter: {
    id: renamed('t.id::text'),
    number: `t.number || '-' || n`,
    parent: renamed('t.parent::text'),
    // Of the document of a closed matter only what registers, searches and the wall read: a matter page is measured on
    // an original. What is open is judged whole by the work lists.
    state: `case when t.closed then jsonb_build_object('id', ${renamed('t.id::text')}, 'facts', t.state -> 'facts')
      else jsonb_set(t.state, '{id}', to_jsonb(${renamed('t.id::text')})) || case
        when t.procedure = 'supervision-alert' then jsonb_build_object('facts',
          jsonb_set(t.state -> 'facts', '{subject}', to_jsonb(${renamed(`(t.state -> 'facts' ->> 'subject')`)})))
        else '{}' end end`,
  },
  matter_search: { matter: renamed('t.matter::text') },
  clock: { matter: renamed('t.matter::text') },
  publication: { matter: renamed('t.matter::text') },
} as const;

/** Brings the region to about `wanted` matters. Indexes are made again afterwards, which is many times faster. */
export async function multiply(store: OpenStore, wanted: number, say: Say): Promise<void> {
  const present = await countMatters(store);
  const copies = Math.round(wanted / present) - 1;
  if (copies < 1) return;
  const { admin } = store;
  for (const [table, changed] of Object.entries(COPIES) as [string, Readonly<Record<string, string>>][]) {
    say(`${table}: ${copies} copies`);
    await admin.begin(async (transaction) => {
      await transaction.unsafe(`set local maintenance_work_mem = '512MB'`);
      const indexes = await transaction<{ name: string; definition: string }[]>`
        select i.indexname as name, i.indexdef as definition from pg_indexes i
         where i.tablename = ${table} and not exists (select 1 from pg_constraint c where c.conname = i.indexname)`;
      for (const { name } of indexes) await transaction.unsafe(`drop index ${name}`);
      const columns = await transaction<{ name: string }[]>`
        select attname as name from pg_attribute
         where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`;
      const names = columns.map(({ name }) => name);
      await transaction.unsafe(`
        insert into ${table} (${names.join(', ')}) select ${names.map((name) => changed[name] ?? `t.${name}`).join(', ')}
          from ${table} t, generate_series(1, ${copies}) n where t.region = '${store.region}'`);
      for (const { definition } of indexes) await transaction.unsafe(definition);
    });
    await admin.unsafe(`vacuum analyze ${table}`);
  }
  await admin.unsafe(`update rollup set value = value * ${copies + 1}, entries = entries * ${copies + 1}`);
}
