import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { connect } from '../../store/connection.ts';
import { startEmbedded } from '../../store/embedded/index.ts';
import { readMigrations } from '../../store/migrate.ts';
import { backupCommand } from './backup.ts';
import { migrateCommand } from './migrate.ts';
import { readableSize } from './on-database.ts';
import { restoreCommand } from './restore.ts';

let dir: string;
let output: string;
const home = (name: string): string => join(dir, name);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'fazhi-commands-'));
  // mkdtemp gives a directory for us alone; the server may run under another account.
  chmodSync(dir, 0o711);
  vi.stubEnv('DATABASE_URL', undefined);
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

beforeEach(() => {
  output = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

const run = async (command: Command, ...args: string[]): Promise<Record<string, unknown>> => {
  output = '';
  await command.parseAsync([...args, '--json'], { from: 'user' });
  return JSON.parse(output);
};

it('migrate, backup, restore into a new home; a second restore there is refused', async () => {
  const first = await run(migrateCommand(), '--home', home('a'));
  expect(first.applied).toEqual(readMigrations().map(({ name }) => name));
  expect(await run(migrateCommand(), '--home', home('a'))).toEqual({ applied: [] });
  const a = await startEmbedded({ home: home('a') });
  const admin = connect(a.adminUrl, { max: 1 });
  await admin`insert into region (code, name) values ('999901', '某开发区')`;

  const taken = await run(backupCommand(), home('a.tar'), '--home', home('a'));
  expect(taken).toMatchObject({ file: home('a.tar'), rows: 1 });
  await admin.end();
  await a.stop();

  const wrong = await run(
    restoreCommand(),
    home('a.tar'),
    '--home',
    home('b'),
    '--fingerprint',
    '0'.repeat(64),
  );
  expect(wrong.error).toMatch(/^备份指纹不符/);
  const again = ['--home', home('b'), '--fingerprint', String(taken.fingerprint)];
  const closed = { sessions: 0, links: 0 };
  expect(await run(restoreCommand(), home('a.tar'), ...again)).toMatchObject({ rows: 1, closed });
  const refused = await run(restoreCommand(), home('a.tar'), ...again);
  expect(refused.error).toContain('目标数据库不是空的（表 audit 有数据）');
});

it('an unusable archive ends in exit code 1 with a Chinese sentence', async () => {
  writeFileSync(home('bad.tar'), Buffer.alloc(4_096, 1));
  const bad = await run(restoreCommand(), home('bad.tar'), '--home', home('b'));
  expect(bad).toEqual({ error: '这不是本系统的备份文件，或文件已损坏。' });
  expect(process.exitCode).toBe(1);
  const missing = await run(restoreCommand(), home('none.tar'), '--home', home('b'));
  expect(missing.error).toMatch(/^找不到文件或目录：.*none\.tar$/);
});

it('sizes are readable', () => {
  expect([0, 1023, 1536, 5 * 1024 ** 3].map(readableSize)).toEqual([
    '0 字节',
    '1023 字节',
    '1.5 KB',
    '5.0 GB',
  ]);
});
