import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { migrate } from '../migrate.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { readEntries } from './tar.ts';

const SCHEMA = `
  create table unit (
    region text not null, id text not null, parent text, name text not null,
    pinyin text generated always as (upper(name)) stored,
    constraint unit_pk primary key (region, id),
    constraint unit_parent_fk foreign key (region, parent) references unit (region, id)
  );
  create table event (
    region text not null, id text not null, at timestamptz not null, unit text not null, body jsonb, leaf bytea,
    constraint event_pk primary key (region, at, id)
  ) partition by range (at);
  create table event_2025 partition of event for values from ('2025-01-01') to ('2026-01-01');
  create table seal (
    region text not null, number int not null, root text not null, constraint seal_pk primary key (region, number)
  );
  create materialized view unit_count as select region, count(*) as units from unit group by region;
  create table reference (code text constraint reference_pk primary key);
  insert into reference values ('seeded');
  alter table event add constraint event_unit_fk foreign key (region, unit) references unit (region, id);
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$;
  create trigger event_append_only before update or delete on event for each row execute function refuse();
  create trigger event_no_insert before insert on event for each row when (new.id = 'guarded') execute function refuse();
`;

let source: TestDatabase;
let target: TestDatabase;
let dir: string;
const path = (name: string): string => join(dir, name);

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'fazhi-backup-'));
  [source, target] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  for (const { admin } of [source, target])
    await admin.unsafe('drop schema public cascade; create schema public');
  mkdirSync(path('sql'));
  writeFileSync(join(path('sql'), '000001-schema.sql'), SCHEMA);
  await migrate(source.admin, { dir: path('sql') });
});

afterEach(async () => {
  await Promise.all([source.drop(), target.drop()]);
  rmSync(dir, { recursive: true, force: true });
});

const AWKWARD = '第一行\n第二行\t制表\\N "引号" 𠮷 \\. ';

async function fill(events: number): Promise<void> {
  await source.admin`insert into unit (region, id, parent, name) values
    ('r1', 'b', 'b', ${AWKWARD}), ('r1', 'a', 'b', ''), ('r2', 'a', null, 'x')`;
  await source.admin`
    insert into event select 'r1', 'e' || n, '2025-06-01'::timestamptz + n * interval '1 second', 'a',
           jsonb_build_object('n', n, 'text', ${AWKWARD}::text), decode(md5(n::text), 'hex')
      from generate_series(1, ${events}) n`;
  await source.admin.unsafe(`create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01');
    insert into event values ('r1', 'late', '2026-03-01', 'b', null, null);
    insert into seal values ('r1', 1, 'old'), ('r1', 10, 'new'), ('r2', 2, 'other');
    refresh materialized view unit_count`);
  mkdirSync(join(path('files'), 'ab'), { recursive: true });
  writeFileSync(join(path('files'), 'ab', 'abcd'), Buffer.alloc(100_000, 7));
  writeFileSync(join(path('files'), 'ab', 'empty'), '');
}

const take = () => backup({ adminUrl: source.adminUrl, files: path('files'), to: path('backup.tar') });
const put = (more: { fingerprint?: string; from?: string } = {}) =>
  restore({
    adminUrl: target.adminUrl,
    files: path('restored'),
    from: path('backup.tar'),
    migrations: path('sql'),
    ...more,
  });

const content = ({ admin }: TestDatabase): Promise<unknown> =>
  Promise.all([
    admin`select * from unit order by 1, 2`,
    admin`select tableoid::regclass::text as partition, * from event order by region, at, id`,
    admin`select * from seal order by 1, 2`,
    admin`select * from unit_count order by 1`,
    admin`select * from reference`,
    admin`select name, digest from schema_migration order by 1`,
    admin`select conname, convalidated from pg_constraint where contype = 'f' order by 1`,
    admin`select tgname, tgrelid::regclass::text, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
  ]);

describe('backup and restore', () => {
  it('go on after a table whose last row fills what the connection holds at once', async () => {
    await fill(1);
    for (const size of [20_000, 70_000, 300_000, 2_000_000, 9_000_000]) {
      await source.admin`insert into unit (region, id, name) values ('r3', ${String(size)}, ${'宽'.repeat(size / 3)})`;
      expect(await take()).toMatchObject({ tables: 4 });
    }
  });

  it('bring back every row, partition, guard and file', async () => {
    await fill(1_000);
    const taken = await take();
    expect(taken).toMatchObject({ tables: 4, rows: 1_008, files: 2 });
    expect(statSync(path('backup.tar')).mode & 0o777).toBe(0o600);
    const restored = await put({ fingerprint: taken.fingerprint });
    expect(restored).toMatchObject({ tables: 4, rows: 1_008, files: 2, takenAt: taken.takenAt });
    expect(await content(target)).toEqual(await content(source));
    expect(readFileSync(join(path('restored'), 'ab', 'abcd'))).toEqual(Buffer.alloc(100_000, 7));
    await expect(target.admin`delete from event`).rejects.toThrow('append only');
    await expect(
      target.admin`insert into event values ('r1', 'x', '2026-03-01', 'nobody')`,
    ).rejects.toMatchObject({ code: '23503' });
  });

  it('show one moment, though work goes on meanwhile', async () => {
    await fill(20_000);
    let going = true;
    const warm = Promise.withResolvers<void>();
    const working = (async () => {
      for (let n = 0; going; n++) {
        await source.admin.begin(async (tx) => {
          await tx`insert into unit (region, id, name) values ('r3', ${`u${n}`}, 'n')`;
          await tx`insert into event values ('r3', ${`e${n}`}, '2026-05-01', ${`u${n}`})`;
        });
        if (n === 10) warm.resolve();
      }
      return undefined;
    })();
    await warm.promise;
    await take();
    going = false;
    await working;
    await put();
    const [counts] = await target.admin`
      select (select count(*) from unit where region = 'r3') as units,
             (select count(*) from event where region = 'r3') as events`;
    expect(counts?.units).toBe(counts?.events);
    expect(counts?.units).toBeGreaterThan(10);
  });

  it('notes the last seal of each region', async () => {
    await fill(1);
    await take();
    const manifest = await manifestOf(path('backup.tar'));
    expect(manifest.lastSeals).toEqual([
      { region: 'r1', number: 10, root: 'new' },
      { region: 'r2', number: 2, root: 'other' },
    ]);
  });

  it('carries an older backup to the present schema', async () => {
    await fill(10);
    await take();
    writeFileSync(
      join(path('sql'), '000002-more.sql'),
      "alter table unit add kind text not null default '机关'",
    );
    await put();
    expect(await target.admin`select distinct kind from unit`).toEqual([{ kind: '机关' }]);
  });
});

async function manifestOf(archive: string): Promise<{ lastSeals: unknown }> {
  const entry = (await readEntries(archive)).find(({ name }) => name === 'manifest.json');
  const bytes = readFileSync(archive).subarray(entry?.offset, (entry?.offset ?? 0) + (entry?.size ?? 0));
  return JSON.parse(bytes.toString('utf8'));
}

describe('restore refuses', () => {
  const untouched = async () =>
    expect(await target.admin`select 1 from pg_tables where schemaname = 'public'`).toHaveLength(0);

  it('an archive with one bit turned, wherever it is', async () => {
    await fill(100);
    const { fingerprint } = await take();
    const whole = readFileSync(path('backup.tar'));
    for (const entry of await readEntries(path('backup.tar'))) {
      if (entry.size === 0) continue;
      const bent = Buffer.from(whole);
      const at = entry.offset + Math.floor(entry.size / 2);
      bent[at] = (bent[at] ?? 0) ^ 1;
      writeFileSync(path('bent.tar'), bent);
      const known = entry.name === 'manifest.json' ? fingerprint : undefined;
      await expect(put({ from: path('bent.tar'), fingerprint: known }), entry.name).rejects.toThrow(
        /缺失或被改动|指纹不符/,
      );
    }
    await untouched();
  });

  it('an archive cut short, or a file that is no archive', async () => {
    await fill(100);
    await take();
    const whole = readFileSync(path('backup.tar'));
    writeFileSync(path('cut.tar'), whole.subarray(0, whole.length - 1_500));
    await expect(put({ from: path('cut.tar') })).rejects.toThrow('备份文件不完整');
    writeFileSync(path('other.tar'), Buffer.alloc(2_000, 65));
    await expect(put({ from: path('other.tar') })).rejects.toThrow('这不是本系统的备份文件');
    await untouched();
  });

  it('a database with records in it', async () => {
    await fill(1);
    await take();
    await target.admin.unsafe('create table mine (n int); insert into mine values (1)');
    await expect(put()).rejects.toThrow('目标数据库不是空的（表 mine 有数据）');
  });

  it('a backup of another schema', async () => {
    await fill(1);
    await take();
    writeFileSync(join(path('sql'), '000001-schema.sql'), `${SCHEMA}\n-- edited`);
    await expect(put()).rejects.toThrow('与本程序不同');
    await untouched();
  });

  it('rows that break a rule of the schema, and says which rule', async () => {
    await fill(1);
    await source.admin.unsafe(
      `alter table seal drop constraint seal_pk; insert into seal values ('r1', 1, 'twice')`,
    );
    await take();
    await expect(put()).rejects.toMatchObject({ code: '23505' });
    expect(await target.admin`select 1 from unit`).toHaveLength(0);
  });
});
