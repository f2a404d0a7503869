import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertDurable, connect, withRetry } from '../connection.ts';
import { type EmbeddedDatabase, startEmbedded } from './index.ts';
import { isRunning, waitForExit } from './processes.ts';

const HOLDER = fileURLToPath(new URL('holder.fixture.ts', import.meta.url));
const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

interface Holder {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly database: Omit<EmbeddedDatabase, 'stop'> & { readonly progress: readonly string[] };
  leave(): Promise<void>;
  kill(): Promise<void>;
}

let home: string;
const held: Holder[] = [];

beforeEach(() => {
  // Named so that the next run removes it should this one be killed.
  home = mkdtempSync(join(tmpdir(), `fazhi-test-${process.pid}-`));
});

afterEach(async () => {
  for (const holder of held.splice(0)) await holder.kill();
  const orphan = existsSync(join(home, 'pg')) ? await startEmbedded({ home }) : undefined;
  await orphan?.stop();
  rmSync(home, { recursive: true, force: true });
});

async function hold(as: { uid?: number; gid?: number } = {}): Promise<Holder> {
  const child = spawn(process.execPath, [HOLDER, home], { ...as, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), exited]);
  const holder: Holder = {
    process: child,
    database: JSON.parse(String(line[0])),
    leave: async () => {
      child.stdin.end();
      await exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await exited;
    },
  };
  held.push(holder);
  return holder;
}

function postmasterOf({ dataDir }: { dataDir: string }): number {
  return Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function one<T>(url: string, query: string): Promise<T> {
  const sql = connect(url, { max: 1 });
  try {
    return Object.values((await withRetry(() => sql.unsafe(query)))[0] ?? {})[0] as T;
  } finally {
    await sql.end();
  }
}

describe('a first start', () => {
  it('gives a durable UTF-8 database with pinyin order and trigrams, to two roles', async () => {
    const { url, adminUrl, stop } = await startEmbedded({ home });
    const admin = connect(adminUrl, { max: 1 });
    const sql = connect(url, { max: 1 });
    await assertDurable(sql);
    await admin`create extension pg_trgm`;
    const [facts] = await admin`
      select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
             array(select v from unnest(array['张', '李', '阿']) v order by v collate "zh-x-icu") as pinyin,
             array(select v from unnest(array['b', 'B', 'a', '张']) v order by v) as codepoint`;
    expect(facts).toEqual({
      encoding: 'UTF8',
      checksums: 'on',
      pinyin: ['阿', '李', '张'],
      codepoint: ['B', 'a', 'b', '张'],
    });
    await expect(sql`create table t (n int)`).rejects.toMatchObject({ code: '42501' });
    const [role] =
      await sql`select rolsuper or rolcreatedb or rolcreaterole as strong from pg_roles where rolname = current_user`;
    expect(role).toEqual({ strong: false });
    await Promise.all([admin.end(), sql.end()]);
    await stop();
  });

  it('refuses a connection without the password, which only we may read', async () => {
    const { url, port, stop } = await startEmbedded({ home });
    const wrong = connect(url.replace(/:[^:@]+@/, ':wrong@'), { max: 1 });
    await expect(wrong`select 1`).rejects.toMatchObject({ code: '28P01' });
    await wrong.end();
    expect(statSync(join(home, 'pg', 'cluster.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(home, 'pg', 'cluster.json'), 'utf8'))).toMatchObject({ port });
    await stop();
  });

  it('says so when the settings would lose acknowledged work', async () => {
    const { url, stop } = await startEmbedded({ home, settings: { fsync: 'off' } });
    const sql = connect(url, { max: 1 });
    await expect(assertDurable(sql)).rejects.toThrow('fsync=off');
    await sql.end();
    await stop();
  });

  it('begins again when the first start was cut short', async () => {
    mkdirSync(join(home, 'pg', 'server', 'data.partial'), { recursive: true });
    writeFileSync(join(home, 'pg', 'server', 'data.partial', 'PG_VERSION'), '17\n');
    const { url, stop } = await startEmbedded({ home });
    expect(await one(url, 'select 1')).toBe(1);
    await stop();
  });
});

describe('a later start', () => {
  it('finds its data and its port again', async () => {
    const first = await startEmbedded({ home });
    await one(first.adminUrl, 'create table t as select 7 as n');
    await first.stop();
    const second = await startEmbedded({ home });
    expect(second.port).toBe(first.port);
    expect(await one(second.adminUrl, 'select n from t')).toBe(7);
    await second.stop();
  });

  it('takes another port when its own is taken', async () => {
    const first = await startEmbedded({ home });
    await first.stop();
    const squatter = createServer().listen(first.port, '127.0.0.1');
    await once(squatter, 'listening');
    const second = await startEmbedded({ home });
    expect(second.port).not.toBe(first.port);
    expect(await one(second.url, 'select 1')).toBe(1);
    await second.stop();
    squatter.close();
  });

  it('is not put off by a pid file whose number now belongs to another program', async () => {
    const first = await startEmbedded({ home });
    const pidFile = join(first.dataDir, 'postmaster.pid');
    const text = readFileSync(pidFile, 'utf8');
    await first.stop();
    const other = spawn('sleep', ['60'], isRoot ? dataOwner(first.dataDir) : {});
    await once(other, 'spawn');
    writeFileSync(pidFile, text.replace(/^\d+/, String(other.pid)));
    const second = await startEmbedded({ home });
    expect(await one(second.url, 'select 1')).toBe(1);
    expect(isRunning(other.pid ?? 0)).toBe(true);
    await second.stop();
    other.kill();
  });
});

function dataOwner(dataDir: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(dataDir);
  return { uid, gid };
}

describe('two processes on one home', () => {
  it('share the server; the last to leave stops it', async () => {
    const [first, second] = await Promise.all([hold(), hold()]);
    const pid = postmasterOf(first.database);
    expect(second.database.port).toBe(first.database.port);
    await first.leave();
    expect(await one(second.database.url, 'select 1')).toBe(1);
    await second.leave();
    expect(isRunning(pid)).toBe(false);
  });
});

describe('after a kill -9', () => {
  it('of the host, the orphan server is joined', async () => {
    const killed = await hold();
    await one(killed.database.adminUrl, 'create table t as select 7 as n');
    const pid = postmasterOf(killed.database);
    await killed.kill();
    const next = await startEmbedded({ home });
    expect(postmasterOf(next)).toBe(pid);
    expect(await one(next.adminUrl, 'select n from t')).toBe(7);
    await next.stop();
    expect(isRunning(pid)).toBe(false);
  });

  it('of the server, it comes back on its port with all that was acknowledged', async () => {
    const { adminUrl, dataDir, port, stop } = await startEmbedded({ home });
    const admin = connect(adminUrl, { max: 4 });
    await admin`create table t (n int primary key)`;
    const pid = postmasterOf({ dataDir });
    const acknowledged: number[] = [];
    const write = async (n: number): Promise<void> => {
      await withRetry(() => admin`insert into t values (${n}) on conflict do nothing`);
      acknowledged.push(n);
    };
    await write(0);
    process.kill(pid, 'SIGKILL');
    await Promise.all([1, 2, 3, 4, 5, 6].map(write));
    expect(postmasterOf({ dataDir })).not.toBe(pid);
    const stored = (await admin<{ n: number }[]>`select n from t order by n`).map(({ n }) => n);
    expect(stored).toEqual(acknowledged.sort((a, b) => a - b));
    expect(await one(adminUrl, 'show port')).toBe(String(port));
    await admin.end();
    await stop();
  });

  it('of both, the next start recovers', async () => {
    const killed = await hold();
    await one(killed.database.adminUrl, 'create table t as select 7 as n');
    const pid = postmasterOf(killed.database);
    process.kill(killed.process.pid ?? 0, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    await killed.kill();
    await waitForExit(pid, 5_000);
    const next = await startEmbedded({ home });
    expect(await one(next.adminUrl, 'select n from t')).toBe(7);
    await next.stop();
  });
});

describe.runIf(isRoot)('accounts', () => {
  it('runs as an ordinary account', async () => {
    chownSync(home, NOBODY.uid, NOBODY.gid);
    const holder = await hold(NOBODY);
    expect(statSync(holder.database.dataDir)).toMatchObject(NOBODY);
    expect(await one(holder.database.url, 'select 1')).toBe(1);
    await holder.leave();
  });

  it('keeps the data elsewhere, and says where, when the account of the server cannot reach the home', async () => {
    const closed = home;
    chmodSync(closed, 0o700);
    home = join(closed, 'clone', '.fazhi');
    const said: string[] = [];
    const { url, dataDir, stop } = await startEmbedded({ home, onProgress: (text) => said.push(text) });
    expect(dataDir).toMatch(/^\/var\/lib\/fazhi\/[0-9a-f]{16}\//);
    expect(said.join()).toContain('数据库文件改放在');
    expect(readFileSync(join(home, '数据位置.txt'), 'utf8')).toContain(dataDir.split('/server/')[0]);
    expect(await one(url, 'select 1')).toBe(1);
    await stop();
    rmSync(join(dataDir, '..', '..'), { recursive: true });
    rmSync(closed, { recursive: true });
    home = closed;
  });
});
