import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { plainSm3 } from '../seal/independent/sm3.ts';
import { MIN_SALT_BYTES, personalDigest, verifyPersonal } from './digest.ts';
import { toHex } from './sm3.ts';

const salt = Uint8Array.from({ length: MIN_SALT_BYTES }, (_, i) => i);

describe('[S11] digest of a personal value', () => {
  test('is SM3 over domain, salt, field and value, each behind its length', () => {
    const encoded = Buffer.concat([
      Buffer.from([0, 0, 0, 16]),
      Buffer.from('fazhi/personal/1'),
      Buffer.from([0, 0, 0, 16]),
      salt,
      Buffer.from([0, 0, 0, 5]),
      Buffer.from('phone'),
      Buffer.from([0, 0, 0, 6]),
      Buffer.from('"0000"'),
    ]);
    expect(personalDigest('phone', '0000', salt)).toBe(toHex(plainSm3(encoded)));
  });

  test('verifies for its own field, value and salt, and for no other', () => {
    const digest = personalDigest('name', '某甲', salt);
    expect(verifyPersonal(digest, 'name', '某甲', salt)).toBe(true);
    expect(verifyPersonal(digest, 'name', '某乙', salt)).toBe(false);
    expect(verifyPersonal(digest, 'alias', '某甲', salt)).toBe(false);
    expect(verifyPersonal(digest, 'name', '某甲', Uint8Array.of(...salt.subarray(1), 99))).toBe(false);
    expect(verifyPersonal(digest.toUpperCase(), 'name', '某甲', salt)).toBe(false);
    expect(verifyPersonal('', 'name', '某甲', salt)).toBe(false);
  });

  test('moving a character over a boundary, or changing the type, changes the digest', () => {
    const digests = [
      personalDigest('ab', 'c', salt),
      personalDigest('a', 'bc', salt),
      personalDigest('ab', 'c', Uint8Array.of(...salt, 0)),
      personalDigest('n', '1', salt),
      personalDigest('n', 1, salt),
      personalDigest('n', null, salt),
      personalDigest('n', 'null', salt),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('a structured value does not depend on the order of its keys', () => {
    expect(personalDigest('home', { street: '甲路', no: 1 }, salt)).toBe(
      personalDigest('home', { no: 1, street: '甲路' }, salt),
    );
  });

  test('a salt under 128 bits is refused', () => {
    expect(() => personalDigest('name', '某甲', salt.subarray(1))).toThrow(/^salt: 15 bytes/);
    expect(() => verifyPersonal('', 'name', '某甲', new Uint8Array(0))).toThrow(RangeError);
  });
});
