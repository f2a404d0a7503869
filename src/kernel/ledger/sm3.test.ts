import { describe, expect, test } from 'vitest';
import {
  digestFromHex,
  fromHex,
  isHexDigest,
  requireDigest,
  sameBytes,
  sm3,
  sm3Hex,
  toHex,
  utf8,
} from './sm3.ts';

// The first two are the worked examples of GB/T 32905-2016, appendix A.
const VECTORS: readonly [name: string, message: string, digest: string][] = [
  ['abc', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd × 16', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ['nothing', '', '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b'],
  ['a million a', 'a'.repeat(1_000_000), 'c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3'],
];

describe('[S1] SM3', () => {
  test.each(VECTORS)('of %s', (_, message, digest) => {
    expect(sm3Hex(message)).toBe(digest);
    expect(toHex(sm3(utf8(message)))).toBe(digest);
  });

  test('text is hashed as its UTF-8 bytes', () => {
    expect(sm3Hex('法𠀀')).toBe(sm3Hex(Uint8Array.of(0xe6, 0xb3, 0x95, 0xf0, 0xa0, 0x80, 0x80)));
  });

  test('text without a UTF-8 form is refused', () => {
    expect(() => sm3('\ud800')).toThrow(TypeError);
    expect(() => sm3Hex('a\udc00b')).toThrow(TypeError);
  });
});

describe('[S1] hexadecimal digits and lengths', () => {
  test('bytes survive the way there and back, also as a view into a larger buffer', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(sameBytes(fromHex(toHex(bytes)), bytes)).toBe(true);
    expect(toHex(bytes.subarray(254))).toBe('feff');
  });

  test.each(['0', 'AB', 'zz', '0x00', ' 00'])('%j is not a spelling of bytes', (text) => {
    expect(() => fromHex(text)).toThrow(RangeError);
  });

  test('a digest has 32 bytes and one spelling', () => {
    const hex = sm3Hex('abc');
    expect(isHexDigest(hex)).toBe(true);
    expect(sameBytes(digestFromHex(hex, 'x'), sm3('abc'))).toBe(true);
    for (const wrong of [hex.toUpperCase(), hex.slice(2), `${hex}00`, `${hex}\n`]) {
      expect(isHexDigest(wrong)).toBe(false);
      expect(() => digestFromHex(wrong, 'root')).toThrow(/^root: /);
    }
    expect(requireDigest(new Uint8Array(32), 'leaf')).toHaveLength(32);
    expect(() => requireDigest(new Uint8Array(31), 'leaf')).toThrow(/^leaf: 31 bytes/);
  });
});
