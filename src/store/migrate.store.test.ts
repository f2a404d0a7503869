import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { connect } from './connection.ts';
import { appliedMigrations, MigrationError, migrate, readMigrations } from './migrate.ts';

let database: TestDatabase;
let dir: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.admin.unsafe(
    'drop schema public cascade; create schema public; grant usage on schema public to public',
  );
  dir = mkdtempSync(join(tmpdir(), 'fazhi-migrations-'));
  return () => rmSync(dir, { recursive: true, force: true });
});

const file = (name: string, text: string): void => writeFileSync(join(dir, name), text);
const tables = async (): Promise<string[]> =>
  (
    await database.admin<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`
  ).map(({ name }) => name);

describe('migrate', () => {
  it('applies the files in order, once', async () => {
    file('000002-index.sql', 'create index a_n on a (n);');
    file('000001-a.sql', 'create table a (n int);\ninsert into a values (1);');
    file('notes.txt', 'not a migration');
    expect(await migrate(database.admin, { dir })).toEqual(['000001-a.sql', '000002-index.sql']);
    expect(await migrate(database.admin, { dir })).toEqual([]);
    expect(await database.admin`select n from a`).toEqual([{ n: 1 }]);
    expect(await appliedMigrations(database.admin)).toEqual(
      readMigrations(dir).map(({ name, digest }) => ({ name, digest })),
    );
  });

  it('stops at the first error, undoes that file and names its line', async () => {
    file('000001-a.sql', 'create table a (n int);');
    file('000002-bad.sql', 'create table b (n int);\ncreate table c (n nosuchtype);');
    file('000003-d.sql', 'create table d (n int);');
    await expect(migrate(database.admin, { dir })).rejects.toThrow(/000002-bad\.sql 第 2 行失败/);
    expect(await tables()).toEqual(['a', 'schema_migration']);
  });

  it('refuses an applied file that was edited, but not one whose line ends changed', async () => {
    file('000001-a.sql', 'create table a (\n n int);');
    await migrate(database.admin, { dir });
    file('000001-a.sql', 'create table a (\r\n n int);');
    expect(await migrate(database.admin, { dir })).toEqual([]);
    file('000001-a.sql', 'create table a (\n n bigint);');
    await expect(migrate(database.admin, { dir })).rejects.toThrow(/000001-a\.sql 在执行之后被改动/);
  });

  it('refuses a database newer than the program, and a number below an applied one', async () => {
    file('000002-b.sql', 'create table b (n int);');
    await migrate(database.admin, { dir });
    file('000001-a.sql', 'create table a (n int);');
    await expect(migrate(database.admin, { dir })).rejects.toThrow(/编号小于已执行的 000002-b\.sql/);
    rmSync(join(dir, '000002-b.sql'));
    await expect(migrate(database.admin, { dir })).rejects.toThrow(MigrationError);
  });

  it('refuses two files with one number', () => {
    file('000001-a.sql', 'select 1');
    file('000001-b.sql', 'select 1');
    expect(() => readMigrations(dir)).toThrow(/编号重复/);
  });

  it('runs a file headed no-transaction outside of one', async () => {
    file('000001-a.sql', 'create table a (n int);');
    file('000002-index.sql', '-- no-transaction\ncreate index concurrently a_n on a (n);');
    expect(await migrate(database.admin, { dir })).toHaveLength(2);
  });

  it('applies each file once when several processes start together', async () => {
    file('000001-a.sql', 'create table a (n int); select pg_sleep(0.2); insert into a values (1);');
    const starts = [1, 2, 3, 4].map(() => connect(database.adminUrl, { max: 1 }));
    const applied = await Promise.all(starts.map((admin) => migrate(admin, { dir })));
    await Promise.all(starts.map((admin) => admin.end()));
    expect(applied.flat()).toEqual(['000001-a.sql']);
    expect(await database.admin`select n from a`).toHaveLength(1);
  });

  it('stops before the file asked for', async () => {
    file('000001-a.sql', 'create table a (n int);');
    file('000002-b.sql', 'create table b (n int);');
    expect(await migrate(database.admin, { dir, upTo: '000001-a.sql' })).toEqual(['000001-a.sql']);
    expect(await migrate(database.admin, { dir })).toEqual(['000002-b.sql']);
  });
});
