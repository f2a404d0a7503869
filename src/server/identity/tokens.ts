import { randomBytes } from 'node:crypto';
import { sm3 } from '../../kernel/ledger/sm3.ts';

/** 256 random bits as 43 characters that may stand in an address or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. A random token of this length needs no slow hash. */
export function hashToken(token: string): Uint8Array {
  return sm3(token);
}

/** Whether `text` can be a token at all; anything else is not even looked up. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
