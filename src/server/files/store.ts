import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Refusal, RefusedError } from '../../kernel/errors.ts';
import type { Sql } from '../../store/connection.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { keepUpload } from '../../store/matters/files.ts';
import { refuse } from '../http/problem.ts';
import { fileTypeOf } from './types.ts';

/** Largest file taken, in bytes. */
export const MAX_FILE = 100 * 1024 * 1024;

/** What is said of a larger one, by its declared length or when it turns out so. */
export const tooLarge: Refusal = {
  kind: 'invalid',
  rule: 'files.size',
  message: '文件超过100MB，请压缩或分开上传。',
};

export interface StoredBytes {
  readonly size: number;
  readonly body: ReadableStream<Uint8Array>;
}

/** A file on its way in. */
export interface Upload {
  readonly region: string;
  /** Who brings it: he may bind it to matters. `system` for what the product itself puts in. */
  readonly person: string;
  readonly name: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly now: string;
}

/** Files by content: the SM3 of the bytes is the name, so that one file is kept once and cannot be changed. */
export interface FileStore {
  put(upload: Upload): Promise<{ sm3: string; name: string; size: number }>;
  /** The stored bytes, or undefined where nothing of that content is kept. Who may have them is asked in access.ts. */
  stored(sm3: string): Promise<StoredBytes | undefined>;
}

export function createFileStore(sql: Sql, folder: string): FileStore {
  const path = (sm3: string) => join(folder, sm3.slice(0, 2), sm3);
  return {
    async put({ region, person, name, body, now }) {
      mkdirSync(join(folder, 'incoming'), { recursive: true });
      const incoming = join(folder, 'incoming', uuidv7());
      try {
        const { sm3, size, head } = await receive(body, incoming);
        const type = fileTypeOf(name, head);
        mkdirSync(join(folder, sm3.slice(0, 2)), { recursive: true });
        await rename(incoming, path(sm3));
        await keepUpload(sql, { region, sm3, size, type, person, at: now });
        return { sm3, name, size };
      } finally {
        await rm(incoming, { force: true });
      }
    },
    async stored(sm3) {
      if (!/^[0-9a-f]{64}$/.test(sm3)) return undefined;
      const known = await stat(path(sm3)).catch(() => undefined);
      return (
        known && {
          size: known.size,
          body: Readable.toWeb(createReadStream(path(sm3))) as ReadableStream<Uint8Array>,
        }
      );
    },
  };
}

async function receive(
  body: ReadableStream<Uint8Array>,
  to: string,
): Promise<{ sm3: string; size: number; head: Uint8Array }> {
  const hash = createHash('sm3');
  const file = createWriteStream(to);
  let size = 0;
  let head = new Uint8Array(0);
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > MAX_FILE) throw new RefusedError(tooLarge);
      if (head.byteLength < 512)
        head = new Uint8Array([...head, ...chunk.subarray(0, 512 - head.byteLength)]);
      hash.update(chunk);
      if (!file.write(chunk)) await new Promise<void>((resolve) => file.once('drain', () => resolve()));
    }
  } finally {
    await new Promise<void>((resolve) => file.end(() => resolve()));
  }
  if (size === 0) refuse('invalid', 'files.empty', '文件是空的，请重新选择。');
  return { sm3: hash.digest('hex'), size, head };
}
