import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CanonicalError, canonical, canonicalDigest, MAX_DEPTH } from './canonical.ts';
import type { JsonValue } from './json.ts';
import { sm3Hex } from './sm3.ts';

describe('[S10] canonical JSON', () => {
  test('keys stand in the order of UTF-16 code units, at every depth', () => {
    // U+1F600 begins with the surrogate U+D83D and so comes before U+FB33, unlike by code point (RFC 8785, 3.2.3).
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      '10': { b: 1, a: 2 },
      '9': 7,
    };
    expect(canonical(value)).toBe(
      '{"\\r":2,"1":4,"10":{"a":2,"b":1},"9":7,"\u0080":6,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  test.each([
    [-0, '0'],
    [1e21, '1e+21'],
    [333333333.3333333, '333333333.3333333'],
    [1e-7, '1e-7'],
    [0.000001, '0.000001'],
    [4.5, '4.5'],
    [2 ** 53, '9007199254740992'],
    [5e-324, '5e-324'],
  ])('number %d is written %s', (number, text) => {
    expect(canonical(number)).toBe(text);
  });

  test('strings are escaped as little as JSON allows', () => {
    expect(canonical('\u20ac$\u000f\nA\'B"\\\\"/\u2028法𠀀\u007f\b')).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028法𠀀\u007f\\b"',
    );
  });

  test('scalars, empty containers, objects without a prototype', () => {
    expect(canonical([null, true, false, '', [], {}])).toBe('[null,true,false,"",[],{}]');
    expect(canonical(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
  });

  test('the text reads back as the value, and does not depend on the order of keys', () => {
    const json = fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 }) as fc.Arbitrary<JsonValue>;
    fc.assert(
      fc.property(json, (value) => {
        const text = canonical(value);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(canonical(reversed(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 500 },
    );
  });

  test('many keys stand in the same order as few', () => {
    const keys = fc.uniqueArray(fc.string({ unit: 'binary' }), { minLength: 17, maxLength: 60 });
    fc.assert(
      fc.property(keys, (many) => {
        const text = canonical(Object.fromEntries(many.map((key) => [key, 0])));
        const expected = many.toSorted().map((key) => `${JSON.stringify(key)}:0`);
        expect(text).toBe(`{${expected.join(',')}}`);
      }),
    );
  });

  test('a long text is written whole, whatever was written before it', () => {
    const long = '法"\u0001𠀀a'.repeat(50_000);
    expect(canonical({ a: long })).toBe(`{"a":${JSON.stringify(long)}}`);
    expect(() => canonical({ a: [Number.NaN] })).toThrow(CanonicalError);
    expect(canonical({ b: 1 })).toBe('{"b":1}');
  });

  test('the digest is that of the text behind what goes before it', () => {
    const json = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<JsonValue>;
    fc.assert(
      fc.property(json, fc.string({ unit: 'binary-ascii' }), (value, before) => {
        expect(canonicalDigest(value, before)).toBe(sm3Hex(before + canonical(value)));
      }),
    );
  });

  test.each<[string, unknown, string]>([
    ['undefined', { a: [1, { b: undefined }] }, '/a/1/b'],
    ['a hole', { a: Object.assign([1], { 2: 3 }) }, '/a/1'],
    ['NaN', { a: Number.NaN }, '/a'],
    ['an infinity', [Number.NEGATIVE_INFINITY], '/0'],
    ['a lone surrogate in a value', { a: 'x\ud800' }, '/a'],
    ['a lone surrogate in a key', { '\udc00': 1 }, '/\udc00'],
    ['a date', { 'a/b~': new Date(0) }, '/a~1b~0'],
    ['a map', new Map(), ''],
    ['bytes', { a: new Uint8Array(1) }, '/a'],
    ['a bigint', { a: 1n }, '/a'],
    ['a function', { toJSON: () => 1 }, '/toJSON'],
    ['a symbol', [Symbol('s')], '/0'],
  ])('%s is refused with its path', (_, value, path) => {
    const attempt = () => canonical(value as JsonValue);
    expect(attempt).toThrow(CanonicalError);
    expect(attempt).toThrow(expect.objectContaining({ path }));
  });

  test('a value that contains itself is refused, one of the greatest depth is not', () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => canonical(loop as JsonValue)).toThrow(CanonicalError);
    expect(canonical(nested(MAX_DEPTH))).toBe('['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH));
    expect(() => canonical(nested(MAX_DEPTH + 1))).toThrow(CanonicalError);
  });
});

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
}

function nested(depth: number): JsonValue {
  let value: JsonValue = [];
  for (let i = 1; i < depth; i++) value = [value];
  return value;
}
