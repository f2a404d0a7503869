import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { connect, type Transaction } from '../connection.ts';
import { appliedMigrations } from '../migrate.ts';
import { lastSeals, listTables, qualified, quote, type Table } from './catalogue.ts';
import { type BackupPart, type BackupTable, FORMAT, MANIFEST, type Manifest } from './manifest.ts';
import { TarWriter } from './tar.ts';

export interface BackupOptions {
  /** The owner's connection. */
  readonly adminUrl: string;
  /** Directory of the stored files; may be absent. */
  readonly files: string;
  /** The archive to write; appears whole or not at all. */
  readonly to: string;
  readonly onProgress?: (text: string) => void;
}

export interface BackupSummary {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly takenAt: string;
  /** SM3 of the manifest; whoever keeps it apart can tell later whether the archive is the one taken. */
  readonly fingerprint: string;
}

const PART_BYTES = 8 * 1024 * 1024;
const LINE_FEED = 0x0a;
const compress = promisify(gzip);

/**
 * Takes a backup while the system runs: every table from one snapshot, then the stored files. Files are written
 * before the records that name them and never change, so those of the snapshot are there.
 */
export async function backup(options: BackupOptions): Promise<BackupSummary> {
  const target = resolve(options.to);
  const partial = `${target}.partial`;
  const file = await open(partial, 'w', 0o600);
  try {
    const tar = new TarWriter(file);
    const manifest = await writeContent(tar, options);
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    await tar.add(MANIFEST, text.length, [text]);
    await tar.finish();
    await file.close();
    await rename(partial, target);
    return {
      file: target,
      bytes: tar.bytes,
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      files: manifest.files.length,
      takenAt: manifest.takenAt,
      fingerprint: hash('sm3', text),
    };
  } catch (error) {
    await file.close();
    await rm(partial, { force: true });
    throw error;
  }
}

async function writeContent(tar: TarWriter, options: BackupOptions): Promise<Manifest> {
  const onProgress = options.onProgress ?? (() => {});
  const admin = connect(options.adminUrl, { max: 1 });
  try {
    return await admin.begin('isolation level repeatable read read only', async (snapshot) => {
      // A policy that hid rows would make a backup with holes; with this setting the server refuses instead.
      await snapshot`set local row_security = off`;
      const [facts] = await snapshot<{ takenAt: string; serverVersion: string }[]>`
        select now() as "takenAt", current_setting('server_version') as "serverVersion"`;
      const tables: BackupTable[] = [];
      for (const table of await listTables(snapshot)) {
        tables.push(await writeTable(tar, snapshot, table));
        onProgress(`已备份表 ${table.name}：${tables.at(-1)?.rows} 行`);
      }
      return {
        format: FORMAT,
        takenAt: facts?.takenAt ?? '',
        serverVersion: facts?.serverVersion ?? '',
        migrations: await appliedMigrations(snapshot),
        tables,
        files: await writeFiles(tar, options.files, onProgress),
        lastSeals: await lastSeals(snapshot),
      };
    });
  } finally {
    await admin.end();
  }
}

/** One table as COPY text, in gzipped parts. In this format a line feed always ends a row, so rows are counted by it. */
async function writeTable(tar: TarWriter, snapshot: Transaction, table: Table): Promise<BackupTable> {
  const columns = table.columns.map(quote).join(', ');
  const rows = copiedOut(snapshot, `copy (select ${columns} from ${qualified(table)}) to stdout`);
  const parts: BackupPart[] = [];
  let count = 0;
  for await (const text of inParts(rows)) {
    count += countByte(text, LINE_FEED);
    const body = await compress(text, { level: constants.Z_BEST_SPEED });
    const name = `tables/${table.name.slice(0, 60)}/${String(parts.length + 1).padStart(6, '0')}.copy.gz`;
    await tar.add(name, body.length, [body]);
    parts.push({ name, bytes: body.length, digest: hash('sm3', body) });
  }
  return { ...table, columns: [...table.columns], partitions: [...table.partitions], rows: count, parts };
}

/**
 * What a COPY sends. The driver stops reading the connection while the stream is full, and goes on when the stream asks
 * for more; a stream whose last piece filled it has ended and asks for nothing, so that the next statement would wait
 * for ever for its answer. Asked once more at its end, the connection is read on.
 */
async function* copiedOut(snapshot: Transaction, statement: string): AsyncGenerator<Buffer> {
  const stream = await snapshot.unsafe(statement).readable();
  yield* stream as AsyncIterable<Buffer>;
  stream._read(0);
}

/** Gathers a stream into buffers of about {@link PART_BYTES}. */
async function* inParts(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    gathered.push(chunk);
    bytes += chunk.length;
    if (bytes >= PART_BYTES) {
      yield Buffer.concat(gathered);
      gathered = [];
      bytes = 0;
    }
  }
  if (bytes > 0) yield Buffer.concat(gathered);
}

function countByte(bytes: Buffer, wanted: number): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) count++;
  return count;
}

async function writeFiles(
  tar: TarWriter,
  directory: string,
  onProgress: (text: string) => void,
): Promise<BackupPart[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true }).catch(absent);
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  paths.sort();
  const parts: BackupPart[] = [];
  for (const path of paths) {
    const part = await writeFile(tar, directory, path).catch(absent);
    if ('digest' in part) parts.push(part);
  }
  if (parts.length > 0) onProgress(`已备份文件 ${parts.length} 个`);
  return parts;
}

async function writeFile(tar: TarWriter, directory: string, path: string): Promise<BackupPart> {
  const name = `files/${relative(directory, path).split(sep).join('/')}`;
  const { size } = await stat(path);
  const digest = createHash('sm3');
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      digest.update(chunk);
      yield chunk;
    }
  }
  await tar.add(name, size, hashed());
  return { name, bytes: size, digest: digest.digest('hex') };
}

/** No files yet, or one destroyed after its retention while we read: nothing to keep. */
function absent(error: unknown): never[] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
}
