import { describe, expect, test } from 'vitest';
import { sm3Hex, toHex } from '../ledger/sm3.ts';
import { appendLeaves, EMPTY_FRONTIER, formatFrontier, parseFrontier, rootOf } from './frontier.ts';
import { EMPTY_ROOT, leafHash, nodeHash } from './hashes.ts';
import { plainLeaf, plainRoot } from './independent/tree.ts';
import { sampleLeaves, sequence } from './test-support.ts';

const leaves = sampleLeaves(300);

describe('[S1] hashes', () => {
  test('leaf, node and empty root have their own first byte', () => {
    const [l, r] = [leafHash('a'), leafHash(Uint8Array.of(0xff))];
    expect(toHex(l)).toBe(sm3Hex('\0a'));
    expect(toHex(r)).toBe(sm3Hex(Uint8Array.of(0, 0xff)));
    expect(toHex(nodeHash(l, r))).toBe(sm3Hex(Uint8Array.of(1, ...l, ...r)));
    expect(toHex(EMPTY_ROOT)).toBe(sm3Hex(''));
    expect(toHex(leafHash('法'))).toBe(toHex(plainLeaf(new TextEncoder().encode('法'))));
  });

  test('what is not 32 bytes long is not hashed', () => {
    const l = leafHash('a');
    expect(() => nodeHash(l, l.subarray(1))).toThrow(/^right child: 31 bytes/);
    expect(() => nodeHash(Uint8Array.of(...l, 0), l)).toThrow(/^left child: 33 bytes/);
    expect(() => appendLeaves(EMPTY_FRONTIER, [l.subarray(1)])).toThrow(/^leaf: 31 bytes/);
  });
});

describe('[S2] the frontier', () => {
  test('gives the root of the definition at every size', () => {
    let frontier = EMPTY_FRONTIER;
    expect(toHex(rootOf(frontier))).toBe(toHex(plainRoot([])));
    for (let size = 1; size <= 130; size++) {
      const grown = appendLeaves(frontier, leaves.slice(size - 1, size));
      frontier = grown.frontier;
      expect(toHex(grown.root)).toBe(toHex(plainRoot(leaves.slice(0, size))));
      expect(frontier.peaks).toHaveLength(size.toString(2).replaceAll('0', '').length);
    }
  });

  test('portions do not matter, and nothing passed in is changed', () => {
    const next = sequence(1);
    const whole = appendLeaves(EMPTY_FRONTIER, leaves);
    for (let run = 0; run < 20; run++) {
      let frontier = EMPTY_FRONTIER;
      while (frontier.size < leaves.length) {
        const before = formatFrontier(frontier);
        const grown = appendLeaves(frontier, leaves.slice(frontier.size, frontier.size + next(40)));
        expect(formatFrontier(frontier)).toBe(before);
        frontier = grown.frontier;
      }
      expect(formatFrontier(frontier)).toBe(formatFrontier(whole.frontier));
    }
  });

  test('appending nothing changes nothing', () => {
    const { frontier } = appendLeaves(EMPTY_FRONTIER, leaves);
    const same = appendLeaves(frontier, []);
    expect(same.frontier).toEqual(frontier);
    expect(toHex(same.root)).toBe(toHex(rootOf(frontier)));
  });

  test('goes on from its stored text', () => {
    const { frontier } = appendLeaves(EMPTY_FRONTIER, leaves.slice(0, 77));
    const later = appendLeaves(parseFrontier(formatFrontier(frontier)), leaves.slice(77));
    expect(toHex(later.root)).toBe(toHex(plainRoot(leaves)));
    expect(formatFrontier(EMPTY_FRONTIER)).toBe('0');
    expect(parseFrontier('0')).toEqual(EMPTY_FRONTIER);
  });

  test.each(['', '-1', '1.0', '01', '1', `2 ${sm3Hex('a')} ${sm3Hex('b')}`, '1 abcd', '0 '])(
    'stored text %j is refused',
    (text) => {
      expect(() => parseFrontier(text)).toThrow(RangeError);
    },
  );

  test('holds beyond 2^32 leaves, where bit operations would wrap', () => {
    const size = 2 ** 40 - 1;
    const peaks = Array.from({ length: 40 }, (_, i) => leaves[i]!);
    const { frontier, root } = appendLeaves({ size, peaks }, [leaves[40]!]);
    expect(frontier.size).toBe(2 ** 40);
    expect(frontier.peaks).toHaveLength(1);
    const expected = leaves.slice(0, 41).reduceRight((right, left) => nodeHash(left, right));
    expect(toHex(root)).toBe(toHex(expected));
  });
});
