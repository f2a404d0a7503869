import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';

/** Length of an SM3 digest in bytes (GB/T 32905-2016: 256 bits). */
export const SM3_BYTES = 32;

const HEX_DIGEST = /^[0-9a-f]{64}$/;
const HEX_BYTES = /^(?:[0-9a-f]{2})*$/;

/**
 * SM3 digest (GB/T 32905-2016), 32 bytes. A string is hashed as its UTF-8 bytes.
 * Throws TypeError on a string with a lone surrogate, as {@link utf8}.
 */
export function sm3(data: Uint8Array | string): Uint8Array {
  // A digest handed over as a binary string and copied out costs half of asking node for a Buffer.
  return Buffer.from(hash('sm3', bytesOf(data), 'binary'), 'binary');
}

/** SM3 digest as 64 lower-case hexadecimal digits. Errors as {@link sm3}. */
export function sm3Hex(data: Uint8Array | string): string {
  return hash('sm3', bytesOf(data), 'hex');
}

/** Whether `text` is a digest in its only accepted spelling: 64 lower-case hexadecimal digits. */
export function isHexDigest(text: string): boolean {
  return HEX_DIGEST.test(text);
}

/** Whether `value` has the length of an SM3 digest. */
export function isDigest(value: Uint8Array): boolean {
  return value.length === SM3_BYTES;
}

/** `digest` itself. Throws RangeError naming `what` unless it is 32 bytes long. */
export function requireDigest(digest: Uint8Array, what: string): Uint8Array {
  if (!isDigest(digest))
    throw new RangeError(`${what}: ${digest.length} bytes, an SM3 digest has ${SM3_BYTES}`);
  return digest;
}

/** Lower-case hexadecimal digits of `bytes`. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** Bytes of lower-case hexadecimal digits. Throws RangeError on anything else: one value has one spelling. */
export function fromHex(text: string): Uint8Array {
  if (!HEX_BYTES.test(text)) throw new RangeError('not lower-case hexadecimal digits in pairs');
  return Buffer.from(text, 'hex');
}

/** Bytes of a digest in hexadecimal. Throws RangeError naming `what` unless {@link isHexDigest}. */
export function digestFromHex(text: string, what: string): Uint8Array {
  if (!isHexDigest(text))
    throw new RangeError(`${what}: not an SM3 digest of 64 lower-case hexadecimal digits`);
  return Buffer.from(text, 'hex');
}

/** Whether two byte strings are the same. Digests are public, so the time taken need not be constant. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** UTF-8 bytes of `text`. Throws TypeError on a lone surrogate: UTF-8 cannot tell two such texts apart. */
export function utf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new TypeError('text with a lone surrogate has no UTF-8 form');
  return Buffer.from(text, 'utf8');
}

function bytesOf(data: Uint8Array | string): Uint8Array {
  return typeof data === 'string' ? utf8(data) : data;
}
