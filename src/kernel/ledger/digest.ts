import { Buffer } from 'node:buffer';
import { canonical } from './canonical.ts';
import type { JsonValue } from './json.ts';
import { sm3Hex, utf8 } from './sm3.ts';

/** Shortest salt accepted, in bytes: 128 bits, so that a short value (a phone number) cannot be searched for. */
export const MIN_SALT_BYTES = 16;

/** Keeps these digests apart from every other use of SM3 here, and names their version. */
const DOMAIN = utf8('fazhi/personal/1');

/**
 * Digest that stands in an event for a personal value, 64 hexadecimal digits:
 * SM3 over domain, salt, field and canonical JSON of the value, each with its length (4 bytes, big-endian)
 * before it, so that no two inputs share an encoding. Once value and salt are destroyed the digest tells
 * nothing (个人信息保护法 art. 47) and the chain still verifies.
 *
 * `salt` is fresh entropy for every value, from outside the kernel, and is kept and destroyed with the value.
 * Throws RangeError if it is shorter than {@link MIN_SALT_BYTES}, CanonicalError if
 * the value is not JSON.
 */
export function personalDigest(field: string, value: JsonValue, salt: Uint8Array): string {
  if (salt.length < MIN_SALT_BYTES) {
    throw new RangeError(`salt: ${salt.length} bytes, at least ${MIN_SALT_BYTES} are needed`);
  }
  const parts = [DOMAIN, salt, utf8(field), utf8(canonical(value))];
  return sm3Hex(Buffer.concat(parts.flatMap((part) => [lengthOf(part), part])));
}

/** Whether `digest` is the one of this value. Errors as {@link personalDigest}. */
export function verifyPersonal(digest: string, field: string, value: JsonValue, salt: Uint8Array): boolean {
  return personalDigest(field, value, salt) === digest;
}

function lengthOf(part: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
}
