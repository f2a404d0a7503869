import { createHash, hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Instant } from '../../kernel/dates.ts';
import { connect, type Sql, type Transaction } from '../connection.ts';
import { copyIn } from '../copy.ts';
import { type ClosedEntrances, closeEntrances } from '../identity/entrances.ts';
import { appliedMigrations, migrate, readMigrations } from '../migrate.ts';
import {
  listForeignKeys,
  listMaterialisedViews,
  listTables,
  listTriggers,
  qualified,
  quote,
} from './catalogue.ts';
import { type BackupPart, type BackupTable, MANIFEST, type Manifest, manifestSchema } from './manifest.ts';
import { ArchiveError, readEntries, type TarEntry } from './tar.ts';

export interface RestoreOptions {
  /** The owner's connection to an empty database. */
  readonly adminUrl: string;
  /** Directory of the stored files. */
  readonly files: string;
  /** The archive. */
  readonly from: string;
  /** SM3 of the manifest as noted when the backup was taken; compared when given. */
  readonly fingerprint?: string;
  /** Folder of the migrations; for tests. */
  readonly migrations?: string;
  readonly now?: Instant;
  readonly onProgress?: (text: string) => void;
}

export interface RestoreSummary {
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly fingerprint: string;
  /** Sessions and sign-in links that came along and were closed. */
  readonly closed: ClosedEntrances;
}

/** The target cannot take this backup. The message is Chinese; nothing was changed. */
export class RestoreError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RestoreError';
  }
}

const expand = promisify(gunzip);

/**
 * Puts a backup into an empty database. Every hash is checked before anything is written; all rows come in one
 * transaction, or none, and in the same one every session and sign-in link that came along ends. The schema is first brought to the state of the backup, afterwards to this program's.
 * Throws {@link ArchiveError} and {@link RestoreError}.
 */
export async function restore(options: RestoreOptions): Promise<RestoreSummary> {
  const { now = new Date().toISOString(), onProgress = () => {} } = options;
  let closed: ClosedEntrances = { sessions: 0, links: 0 };
  const archive = await openArchive(options.from, options.fingerprint);
  onProgress('正在校验备份文件');
  await verify(archive);

  const admin = connect(options.adminUrl, { max: 1 });
  try {
    await requireEmpty(admin);
    await requireSameHistory(admin, archive.manifest, options.migrations);
    await restoreFiles(archive, options.files, onProgress);
    const upTo = archive.manifest.migrations.at(-1)?.name ?? '';
    await migrate(admin, { dir: options.migrations, upTo, onProgress });
    closed = await admin.begin(async (tx) => {
      await loadTables(tx, archive, onProgress);
      return hasEntrances(archive) ? closeEntrances(tx, { now, because: archive.manifest.takenAt }) : closed;
    });
    await migrate(admin, { dir: options.migrations, onProgress });
    await admin`analyze`;
  } finally {
    await admin.end();
  }
  const { takenAt, tables, files } = archive.manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return {
    takenAt,
    tables: tables.length,
    rows,
    files: files.length,
    fingerprint: archive.fingerprint,
    closed,
  };
}

/** A backup of the first weeks knows no accounts yet. */
function hasEntrances({ manifest }: Archive): boolean {
  const names = new Set(manifest.tables.map(({ name }) => name));
  return ['session', 'sign_in_link', 'audit', 'region'].every((name) => names.has(name));
}

interface Archive {
  readonly path: string;
  readonly manifest: Manifest;
  readonly fingerprint: string;
  readonly entries: ReadonlyMap<string, TarEntry>;
}

async function openArchive(path: string, expected: string | undefined): Promise<Archive> {
  const entries = new Map((await readEntries(path)).map((entry) => [entry.name, entry]));
  const text = await read(path, entries.get(MANIFEST));
  const fingerprint = hash('sm3', text);
  if (expected !== undefined && expected !== fingerprint) {
    throw new ArchiveError(`备份指纹不符：应为 ${expected}，实为 ${fingerprint}。这不是当时所做的那份备份。`);
  }
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new ArchiveError('备份清单无法识别：可能由更新版本的程序生成，或文件已损坏。');
  return { path, manifest: parsed.data, fingerprint, entries };
}

function parseJson(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

function bodyOf(path: string, entry: TarEntry): AsyncIterable<Buffer> {
  if (entry.size === 0) return Readable.from([]);
  return createReadStream(path, { start: entry.offset, end: entry.offset + entry.size - 1 });
}

async function read(path: string, entry: TarEntry | undefined): Promise<Buffer> {
  if (!entry) throw new ArchiveError('备份文件缺少内容或清单，不能恢复。请换用另一份备份。');
  return buffer(bodyOf(path, entry));
}

/** Every part is there with its hash, and nothing else is. */
async function verify({ path, manifest, entries }: Archive): Promise<void> {
  const parts = [...manifest.tables.flatMap((table) => table.parts), ...manifest.files];
  if (entries.size !== parts.length + 1) throw new ArchiveError('备份文件的内容与清单不符，不能恢复。');
  for (const part of parts) {
    const entry = entries.get(part.name);
    const digest = createHash('sm3');
    if (entry) for await (const chunk of bodyOf(path, entry)) digest.update(chunk);
    if (entry?.size !== part.bytes || digest.digest('hex') !== part.digest) {
      throw new ArchiveError(`备份内容 ${part.name} 缺失或被改动，不能恢复。请换用另一份备份。`);
    }
  }
}

async function requireEmpty(admin: Sql): Promise<void> {
  for (const table of await listTables(admin)) {
    const [row] = await admin.unsafe(`select 1 from ${qualified(table)} limit 1`);
    if (row) {
      throw new RestoreError(
        `目标数据库不是空的（表 ${table.name} 有数据），为免覆盖已停止。请用新的 FAZHI_HOME 或空的数据库恢复。`,
      );
    }
  }
}

/** Migrations of the backup must be known to this program unchanged, and the target must not be beyond them. */
async function requireSameHistory(admin: Sql, manifest: Manifest, dir?: string): Promise<void> {
  const known = new Map(readMigrations(dir).map(({ name, digest }) => [name, digest]));
  const foreign = manifest.migrations.find(({ name, digest }) => known.get(name) !== digest);
  if (foreign) {
    throw new RestoreError(
      `备份的数据库结构（${foreign.name}）与本程序不同：备份来自更新或另行修改的版本。请用生成该备份的版本恢复。`,
    );
  }
  const last = manifest.migrations.at(-1)?.name ?? '';
  const beyond = (await appliedMigrations(admin)).find(({ name }) => name > last);
  if (beyond) {
    throw new RestoreError(
      `目标数据库的结构（${beyond.name}）已新于备份。请用从未启动过的 FAZHI_HOME 或空的数据库恢复，结构会自动更新。`,
    );
  }
}

/** Foreign keys and triggers (the append-only guards among them) come back in the same transaction. */
async function loadTables(
  tx: Transaction,
  archive: Archive,
  onProgress: (text: string) => void,
): Promise<void> {
  const { tables } = archive.manifest;
  const present = await listTables(tx);
  const unknown = tables.find(({ name }) => !present.some((table) => table.name === name));
  if (unknown) {
    throw new RestoreError(
      `备份中的表 ${unknown.name} 不属于本程序的数据库结构，恢复已撤销。请用生成该备份的版本恢复。`,
    );
  }
  for (const table of tables) await createPartitions(tx, table);
  const foreignKeys = await listForeignKeys(tx);
  const triggers = await listTriggers(tx);
  for (const { drop } of foreignKeys) await tx.unsafe(drop);
  for (const { disable } of triggers) await tx.unsafe(disable);
  for (const table of present) await tx.unsafe(`truncate ${qualified(table)}`);
  for (const table of tables) {
    await loadTable(tx, archive, table);
    onProgress(`已恢复表 ${table.name}：${table.rows} 行`);
  }
  for (const { enable } of triggers) await tx.unsafe(enable);
  for (const { create } of foreignKeys) await tx.unsafe(create);
  for (const view of await listMaterialisedViews(tx)) await tx.unsafe(`refresh materialized view ${view}`);
}

async function createPartitions(tx: Transaction, table: BackupTable): Promise<void> {
  for (const partition of table.partitions) {
    await tx.unsafe(
      `create table if not exists ${qualified(partition)} partition of ${qualified(table)} ${partition.bound}`,
    );
  }
}

async function loadTable(tx: Transaction, archive: Archive, table: BackupTable): Promise<void> {
  const columns = table.columns.map(quote).join(', ');
  await copyIn(tx, `copy ${qualified(table)} (${columns}) from stdin`, async function* () {
    for (const part of table.parts) yield expand(await read(archive.path, archive.entries.get(part.name)));
  });
  const [counted] = await tx.unsafe<{ rows: number }[]>(`select count(*) as rows from ${qualified(table)}`);
  if (counted?.rows !== table.rows) {
    throw new ArchiveError(`表 ${table.name} 应有 ${table.rows} 行，实得 ${counted?.rows} 行，恢复已撤销。`);
  }
}

async function restoreFiles(
  archive: Archive,
  directory: string,
  onProgress: (text: string) => void,
): Promise<void> {
  for (const part of archive.manifest.files) await restoreFile(archive, directory, part);
  if (archive.manifest.files.length > 0) onProgress(`已恢复文件 ${archive.manifest.files.length} 个`);
}

async function restoreFile(archive: Archive, directory: string, part: BackupPart): Promise<void> {
  const target = resolve(directory, part.name.replace(/^files\//, ''));
  const entry = archive.entries.get(part.name);
  if (relative(directory, target).split(sep)[0] === '..' || !entry) {
    throw new ArchiveError(`备份中的文件名 ${part.name} 指向文件目录之外，不能恢复。`);
  }
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await pipeline(bodyOf(archive.path, entry), createWriteStream(target, { mode: 0o600 }));
}
