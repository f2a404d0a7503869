import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RefusedError } from '../errors.ts';
import { sm3, sm3Hex, toHex } from '../ledger/sm3.ts';
import {
  type Anchor,
  anchorMatches,
  anchorOf,
  formatAnchor,
  MAX_ANCHOR_LENGTH,
  parseAnchor,
} from './anchor.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { type Checkpoint, checkpointHash, nextCheckpoint } from './checkpoint.ts';

const seal: Checkpoint = nextCheckpoint(undefined, {
  region: '999901',
  size: 20_456,
  root: sm3('root'),
  now: '2026-03-01T00:00:00.000Z',
});
const printed = formatAnchor(anchorOf(seal));

const anchors: fc.Arbitrary<Anchor> = fc.record({
  region: fc.stringMatching(/^[0-9A-Za-z-]{1,24}$/),
  number: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  size: fc.nat(Number.MAX_SAFE_INTEGER),
  hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex),
});

describe('[S7] an anchor', () => {
  test('names its seal and matches no other', () => {
    expect(anchorOf(seal)).toEqual({ region: '999901', number: 1, size: 20_456, hash: checkpointHash(seal) });
    expect(anchorMatches(anchorOf(seal), seal)).toBe(true);
    const others: Partial<Checkpoint>[] = [
      { region: '999902' },
      { number: 2 },
      { size: 20_455 },
      { root: sm3Hex('other') },
      { previous: sm3Hex('other') },
      { sealedAt: '2026-03-01T00:00:00.001Z' },
    ];
    for (const change of others) expect(anchorMatches(anchorOf(seal), { ...seal, ...change })).toBe(false);
    expect(anchorMatches({ ...anchorOf(seal), size: 20_455 }, seal)).toBe(false);
  });

  test('is read back from print, which fits 120 characters of a QR code', () => {
    fc.assert(
      fc.property(anchors, (anchor) => {
        const text = formatAnchor(anchor);
        expect(text.length).toBeLessThanOrEqual(MAX_ANCHOR_LENGTH);
        expect(parseAnchor(text)).toEqual(anchor);
      }),
      { numRuns: 300 },
    );
    const longest = { ...anchorOf(seal), region: 'x'.repeat(24), number: 2 ** 53 - 1, size: 2 ** 53 - 1 };
    expect(formatAnchor(longest)).toHaveLength(MAX_ANCHOR_LENGTH);
    expect(printed).toMatch(/^[0-9A-Z:]+$/);
  });

  test('slips of typing and scanning are forgiven', () => {
    const lettered = printed
      .split(':')
      .map((part, i) => (i < 4 ? part : part.replaceAll('0', 'o').replaceAll('1', 'l')));
    const slips = [
      printed.toLowerCase(),
      printed.replaceAll(':', '：'),
      ` ${printed.slice(0, 40)}\n${printed.slice(40)}\u3000`,
      lettered.join(':'),
    ];
    expect(lettered.join(':')).not.toBe(printed);
    for (const slip of slips) expect(parseAnchor(slip)).toEqual(anchorOf(seal));
  });

  test('any single wrong character is refused', () => {
    for (let at = 0; at < printed.length; at++) {
      const wrong = printed[at] === '7' ? '8' : '7';
      expect(() => parseAnchor(printed.slice(0, at) + wrong + printed.slice(at + 1))).toThrow(RefusedError);
      expect(() => parseAnchor(printed.slice(0, at) + printed.slice(at + 1))).toThrow(RefusedError);
    }
  });

  test('two neighbours exchanged are refused', () => {
    for (let at = 0; at + 1 < printed.length; at++) {
      const [a, b] = [printed[at]!, printed[at + 1]!];
      if (a === b) continue;
      expect(() => parseAnchor(printed.slice(0, at) + b + a + printed.slice(at + 2))).toThrow(RefusedError);
    }
  });

  test.each([
    '',
    'FZ1',
    'FZ1:::::',
    printed.replace('FZ1', 'FZ2'),
    `${printed}:`,
    printed.replace(':1:', ':0:'),
  ])('%j is refused, in Chinese', (text) => {
    expect(() => parseAnchor(text)).toThrow(/^封存凭据不能读取：/);
  });
});

describe('[S7] base 32', () => {
  test('bytes survive the way there and back', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, i) => 255 - i * 8);
    expect(toHex(decodeBase32(encodeBase32(bytes, 52))!)).toBe(toHex(bytes));
    expect(encodeBase32(Uint8Array.of(0b00001_000, 0b10_00011_1, 0b1111_0000), 5)).toBe('123Z0');
  });

  test.each(['U', 'I', '!', '０'])('%j is not a digit of it', (char) => {
    expect(decodeBase32(char)).toBeUndefined();
  });
});
