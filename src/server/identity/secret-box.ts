import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keeperOf } from '../../store/embedded/place.ts';

/** Seals small secrets for storage in the database. */
export interface SecretBox {
  /** @param owner what the secret belongs to: it opens for nobody else */
  seal(secret: Uint8Array, owner: string): Uint8Array;
  /** Throws when the sealed bytes were changed, moved to another owner, or sealed with another key. */
  open(sealed: Uint8Array, owner: string): Uint8Array;
}

const IV_BYTES = 16;
const TAG_BYTES = 32;

/**
 * SM4 in counter mode, then HMAC-SM3 over what was encrypted and its owner (GB/T 39786-2021 asks for the state's
 * algorithms; node has no SM4-GCM).
 */
export function createSecretBox(master: Uint8Array): SecretBox {
  const cipherKey = Buffer.from(hkdfSync('sm3', master, '', 'fazhi secret cipher', 16));
  const tagKey = Buffer.from(hkdfSync('sm3', master, '', 'fazhi secret tag', 32));
  const tagOf = (body: Uint8Array, owner: string): Buffer =>
    createHmac('sm3', tagKey).update(body).update(owner, 'utf8').digest();
  return {
    seal(secret, owner) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('sm4-ctr', cipherKey, iv);
      const body = Buffer.concat([iv, cipher.update(secret), cipher.final()]);
      return Buffer.concat([body, tagOf(body, owner)]);
    },
    open(sealed, owner) {
      const end = sealed.length - TAG_BYTES;
      const body = sealed.subarray(0, Math.max(end, 0));
      if (end < IV_BYTES || !timingSafeEqual(sealed.subarray(end), tagOf(body, owner))) {
        throw new Error('sealed secret does not open with this key');
      }
      const decipher = createDecipheriv('sm4-ctr', cipherKey, body.subarray(0, IV_BYTES));
      return Buffer.concat([decipher.update(body.subarray(IV_BYTES)), decipher.final()]);
    },
  };
}

const KEY_FILE = 'identity-key';
const KEY_BYTES = 32;

/** The installation's key, made at first use: a copy of the database alone opens no secret. */
export function keptKey(home: string): Uint8Array {
  const path = join(home, KEY_FILE);
  if (!existsSync(path)) makeKey(home, path);
  const key = readFileSync(path);
  if (key.length !== KEY_BYTES) {
    throw new Error(`密钥文件 ${path} 已损坏，请从备份恢复该文件。`);
  }
  return key;
}

function makeKey(home: string, path: string): void {
  mkdirSync(home, { recursive: true });
  try {
    writeFileSync(path, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  const keeper = keeperOf(home);
  if (keeper) chownSync(path, keeper.uid, keeper.gid);
}
