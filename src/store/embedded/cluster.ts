import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { type Account, runAs } from './account.ts';
import { EmbeddedDatabaseError } from './faults.ts';
import { keeperOf, makeDirectory, type Place } from './place.ts';
import type { Runtime } from './runtime.ts';

/** Role that owns every table and runs the migrations. */
export const OWNER_ROLE = 'fazhi_owner';

/** What a home remembers of its cluster, in a file only we may read. */
export interface ClusterFile {
  readonly ownerPassword: string;
  readonly appPassword: string;
  /** The port of the last start; tried first at the next. */
  readonly port: number;
}

function clusterPath(place: Place): string {
  return join(place.control, 'cluster.json');
}

function readClusterFile(place: Place): ClusterFile | undefined {
  const path = clusterPath(place);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ClusterFile) : undefined;
}

export function writeClusterFile(place: Place, file: ClusterFile): void {
  const partial = `${clusterPath(place)}.partial`;
  writeFileSync(partial, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  const keeper = keeperOf(place.home);
  if (keeper) chownSync(partial, keeper.uid, keeper.gid);
  renameSync(partial, clusterPath(place));
}

/**
 * Makes the cluster at the first start and gives its passwords. The cluster is built beside its final place and
 * renamed, so that an interrupted first start leaves nothing that looks like data.
 */
export function prepareCluster(
  place: Place,
  runtime: Runtime,
  account: Account | undefined,
  onProgress: (text: string) => void,
): ClusterFile {
  const remembered = readClusterFile(place);
  if (existsSync(join(place.data, 'PG_VERSION'))) {
    if (!remembered) {
      throw new EmbeddedDatabaseError(
        `${place.data} 中有数据，但缺少密码文件 ${clusterPath(place)}。请从备份取回该文件，或用 restore 命令恢复到新的数据目录。`,
      );
    }
    requireSameVersion(place, runtime);
    return remembered;
  }
  const file = remembered ?? { ownerPassword: newPassword(), appPassword: newPassword(), port: 0 };
  writeClusterFile(place, file);
  onProgress('首次启动，正在建立数据库');
  makeCluster(place, runtime, account, file.ownerPassword);
  return file;
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

function requireSameVersion(place: Place, runtime: Runtime): void {
  const made = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim();
  if (made === runtime.majorVersion) return;
  throw new EmbeddedDatabaseError(
    `数据由 PostgreSQL ${made} 建立，本程序带的是 ${runtime.majorVersion}，不能直接打开。请用原版本程序执行 backup，再用本版本 restore 到新的数据目录。`,
  );
}

function makeCluster(place: Place, runtime: Runtime, account: Account | undefined, password: string): void {
  const partial = `${place.data}.partial`;
  const passwordFile = join(place.server, 'password');
  rmSync(partial, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    const made = spawnSync(runtime.initdb, initdbArguments(partial, passwordFile), {
      ...runAs(account),
      cwd: place.server,
      encoding: 'utf8',
    });
    if (made.status !== 0) {
      throw new EmbeddedDatabaseError(`建立数据库失败：${made.error?.message ?? made.stderr.trim()}`);
    }
    const main = join(partial, 'postgresql.conf');
    writeFileSync(main, `${readFileSync(main, 'utf8')}\ninclude_if_exists = 'fazhi.conf'\n`);
    renameSync(partial, place.data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Text sorts by code point (the builtin C.UTF-8), the same on every machine and version; pinyin order is asked
 * for where it is wanted (COLLATE "zh-x-icu"). Page checksums find a bit that turned on the disk.
 */
function initdbArguments(dataDirectory: string, passwordFile: string): string[] {
  return [
    `--pgdata=${dataDirectory}`,
    `--username=${OWNER_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ];
}

const MEGABYTE = 1024 * 1024;

/**
 * Settings of the server. What `ALTER SYSTEM` sets comes after and wins, so an operator may tune it. Statements
 * and row values are kept out of the log, for they hold personal data.
 */
function serverSettings(place: Place, port: number): Record<string, string> {
  const sharedBuffers = Math.min(512, Math.floor(totalmem() / MEGABYTE / 4));
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    shared_buffers: `${sharedBuffers}MB`,
    max_wal_size: '4GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: place.log,
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
}

/** Writes the settings of this start into the data directory. */
export function writeSettings(
  place: Place,
  account: Account | undefined,
  port: number,
  overrides: Readonly<Record<string, string>>,
): void {
  makeDirectory(place.log, 0o700, account);
  const settings = { ...serverSettings(place, port), ...overrides };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  const path = join(place.data, 'fazhi.conf');
  writeFileSync(path, `# Written at every start. For own settings use ALTER SYSTEM.\n${lines.join('\n')}\n`, {
    mode: 0o600,
  });
  if (account) chownSync(path, account.uid, account.gid);
}
