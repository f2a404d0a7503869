import { type FileHandle, open } from 'node:fs/promises';

/**
 * POSIX ustar, so that any tar program can list and unpack a backup: 512-byte headers, bodies padded to 512,
 * two zero blocks at the end (their absence shows a cut file).
 */
const BLOCK = 512;
const LARGEST = 8 ** 11 - 1;
const NAME = { at: 0, bytes: 100 };
const MODE = { at: 100, bytes: 8 };
const OWNER = { at: 108, bytes: 8 };
const GROUP = { at: 116, bytes: 8 };
const SIZE = { at: 124, bytes: 12 };
const TIME = { at: 136, bytes: 12 };
const CHECKSUM = { at: 148, bytes: 8 };
const TYPE = { at: 156, regular: '0' };
const MAGIC = { at: 257, text: 'ustar\u000000' };

/** The archive is not one of ours, is cut short, or was altered. The message is Chinese. */
export class ArchiveError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ArchiveError';
  }
}

/** Where an entry's body lies in the archive. */
export interface TarEntry {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
}

/** Writes entries one after the other; memory holds one chunk at a time. */
export class TarWriter {
  readonly #file: FileHandle;
  #bytes = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Adds an entry whose `chunks` come to exactly `size` bytes. Throws RangeError when they do not. */
  async add(name: string, size: number, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
    await this.#write(header(name, size));
    const start = this.#bytes;
    for await (const chunk of chunks) await this.#write(chunk);
    if (this.#bytes - start !== size) throw new RangeError(`${name}: size changed while it was read`);
    await this.#write(Buffer.alloc(padding(size)));
  }

  async finish(): Promise<void> {
    await this.#write(Buffer.alloc(2 * BLOCK));
    await this.#file.sync();
  }

  async #write(bytes: Buffer): Promise<void> {
    await this.#file.writeFile(bytes);
    this.#bytes += bytes.length;
  }
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > NAME.bytes) throw new RangeError(`name too long for the archive: ${name}`);
  if (size > LARGEST) throw new RangeError(`file too large for the archive: ${name}`);
  const block = Buffer.alloc(BLOCK);
  block.write(name, NAME.at, 'utf8');
  writeOctal(block, MODE, 0o600);
  writeOctal(block, OWNER, 0);
  writeOctal(block, GROUP, 0);
  writeOctal(block, SIZE, size);
  writeOctal(block, TIME, 0);
  block.write(TYPE.regular, TYPE.at, 'latin1');
  block.write(MAGIC.text, MAGIC.at, 'latin1');
  writeOctal(block, CHECKSUM, checksumOf(block));
  return block;
}

function writeOctal(block: Buffer, field: { at: number; bytes: number }, value: number): void {
  block.write(`${value.toString(8).padStart(field.bytes - 1, '0')}\0`, field.at, 'latin1');
}

function readOctal(block: Buffer, field: { at: number; bytes: number }): number {
  return Number.parseInt(block.toString('latin1', field.at, field.at + field.bytes), 8);
}

/** Sum of the header's bytes with the checksum field read as spaces. */
function checksumOf(block: Buffer): number {
  const copy = Buffer.from(block);
  copy.fill(' ', CHECKSUM.at, CHECKSUM.at + CHECKSUM.bytes);
  return copy.reduce((sum, byte) => sum + byte, 0);
}

/** The entries of an archive, by their headers alone. Throws {@link ArchiveError}. */
export async function readEntries(path: string): Promise<TarEntry[]> {
  const file = await open(path, 'r');
  try {
    const entries: TarEntry[] = [];
    const { size: end } = await file.stat();
    const block = Buffer.alloc(BLOCK);
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(block, 0, BLOCK, at);
      if (bytesRead < BLOCK) throw new ArchiveError('备份文件不完整：结尾缺失。请换用另一份备份。');
      if (block.every((byte) => byte === 0)) return entries;
      const entry = parseHeader(block, at);
      at = entry.offset + entry.size + padding(entry.size);
      if (at > end) throw new ArchiveError(`备份文件不完整：${entry.name} 被截断。请换用另一份备份。`);
      entries.push(entry);
    }
  } finally {
    await file.close();
  }
}

function parseHeader(block: Buffer, at: number): TarEntry {
  const isTar = block.toString('latin1', MAGIC.at, MAGIC.at + 5) === 'ustar';
  if (!isTar || readOctal(block, CHECKSUM) !== checksumOf(block)) {
    throw new ArchiveError('这不是本系统的备份文件，或文件已损坏。');
  }
  const name = block.toString('utf8', NAME.at, NAME.at + NAME.bytes).replace(/\0.*$/s, '');
  return { name, offset: at + BLOCK, size: readOctal(block, SIZE) };
}
