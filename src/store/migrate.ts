import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type postgres from 'postgres';
import { type Sql, sqlStateOf } from './connection.ts';

/** Where the numbered migrations of this program lie. */
export const MIGRATIONS = fileURLToPath(new URL('../../sql', import.meta.url));

/** One numbered file, `000001-ledger.sql`. */
export interface Migration {
  readonly name: string;
  /** SM3 of the text with LF line ends, hexadecimal. */
  readonly digest: string;
  readonly text: string;
}

/** A record in `schema_migration`. */
export interface AppliedMigration {
  readonly name: string;
  readonly digest: string;
}

export interface MigrateOptions {
  readonly dir?: string;
  /** Last file to apply; a backup is loaded into the schema it was taken from. */
  readonly upTo?: string;
  readonly onProgress?: (text: string) => void;
}

/** A migration cannot be applied. The message is Chinese; the database is as before the file that failed. */
export class MigrationError extends Error {
  constructor(message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'MigrationError';
  }
}

const FILE_NAME = /^\d{6}[^/]*\.sql$/;
const NO_TRANSACTION = /^-- no-transaction\s*$/m;

/** Any 64-bit number will do; all starts of this program must use the same. */
const LOCK_KEY = '7020314159265358';

/** Reads the migrations of a folder in the order of their numbers. */
export function readMigrations(dir: string = MIGRATIONS): Migration[] {
  const names = readdirSync(dir).filter((name) => FILE_NAME.test(name));
  names.sort();
  names.forEach((name, index) => {
    const before = names[index - 1];
    if (before?.slice(0, 6) === name.slice(0, 6)) {
      throw new MigrationError(`迁移文件编号重复：${before} 与 ${name}。每个文件须有自己的编号。`);
    }
  });
  return names.map((name) => {
    const text = readFileSync(join(dir, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, digest: hash('sm3', text), text };
  });
}

/**
 * Brings the schema up to this program's, one file after the other, each in a transaction of its own, and
 * returns the names applied. A file headed `-- no-transaction` holds one statement that may not run in one.
 * Safe when several processes start at once. Grants to the application role stand in the files themselves.
 * @param admin connection of the owner
 */
export async function migrate(admin: Sql, options: MigrateOptions = {}): Promise<string[]> {
  const connection = await admin.reserve();
  try {
    await connection`select pg_advisory_lock(${LOCK_KEY}::bigint)`;
    try {
      return await applyMissing(connection, options);
    } finally {
      await connection`select pg_advisory_unlock(${LOCK_KEY}::bigint)`;
    }
  } finally {
    connection.release();
  }
}

/** The migrations a database records, in order; none for an empty database. */
export async function appliedMigrations(sql: Pick<Sql, 'unsafe'>): Promise<AppliedMigration[]> {
  const [table] = await sql.unsafe("select to_regclass('public.schema_migration') as name");
  if (!table?.name) return [];
  const rows = await sql.unsafe<AppliedMigration[]>(
    'select name, digest from schema_migration order by name',
  );
  return rows.map(({ name, digest }) => ({ name, digest }));
}

/**
 * Files still to be applied. Refuses when the database and the folder do not tell the same history: an applied
 * file was edited or is gone, or a new file has a number below one already applied.
 */
function missingMigrations(files: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const { name, digest } of applied) {
    const file = byName.get(name);
    if (!file) {
      throw new MigrationError(
        `数据库已执行迁移 ${name}，而本程序没有这个文件：程序版本旧于数据库。请使用新版本程序。`,
      );
    }
    if (file.digest !== digest) {
      throw new MigrationError(
        `迁移文件 ${name} 在执行之后被改动，数据库结构与文件不再一致。请恢复原文件，把改动写进新编号的文件。`,
      );
    }
  }
  const last = applied.at(-1)?.name ?? '';
  const missing = files.filter(({ name }) => !applied.some((done) => done.name === name));
  const late = missing.find(({ name }) => name < last);
  if (late) {
    throw new MigrationError(`迁移文件 ${late.name} 的编号小于已执行的 ${last}。请改用更大的编号。`);
  }
  return missing;
}

async function applyMissing(connection: postgres.ReservedSql, options: MigrateOptions): Promise<string[]> {
  await connection.unsafe(`
    create table if not exists schema_migration (
      name text constraint schema_migration_pk primary key,
      digest text not null,
      applied_at timestamptz not null
    )`);
  const files = readMigrations(options.dir);
  const missing = missingMigrations(files, await appliedMigrations(connection));
  const wanted = missing.filter(({ name }) => options.upTo === undefined || name <= options.upTo);
  for (const file of wanted) {
    options.onProgress?.(`正在更新数据库结构：${file.name}`);
    await apply(connection, file);
  }
  return wanted.map(({ name }) => name);
}

async function apply(connection: postgres.ReservedSql, file: Migration): Promise<void> {
  const inTransaction = !NO_TRANSACTION.test(file.text);
  try {
    if (inTransaction) await connection.unsafe('begin');
    await connection.unsafe(file.text);
    await connection`
      insert into schema_migration (name, digest, applied_at)
      values (${file.name}, ${file.digest}, clock_timestamp())`;
    if (inTransaction) await connection.unsafe('commit');
  } catch (error) {
    if (inTransaction) await connection.unsafe('rollback').catch(() => {});
    throw new MigrationError(describeFailure(file, error), { cause: error });
  }
}

function describeFailure(file: Migration, error: unknown): string {
  const { message, position } = error as { message?: string; position?: string };
  const line = position ? file.text.slice(0, Number(position)).split('\n').length : undefined;
  const place = line ? `第 ${line} 行` : '';
  return `迁移 ${file.name} ${place}失败，已停止，其后的文件没有执行：${message ?? String(error)}（${sqlStateOf(error)}）`;
}
