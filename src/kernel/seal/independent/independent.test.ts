import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sm3Hex, toHex } from '../../ledger/sm3.ts';
import { plainSm3 } from './sm3.ts';
import { plainLeaf, plainPath, plainRoot, plainRootOfPath } from './tree.ts';

const here = new URL('.', import.meta.url);

describe('[S9] the independent implementation', () => {
  test.each(['sm3.ts', 'tree.ts'])('%s imports nothing but its neighbour', (file) => {
    const source = readFileSync(new URL(file, here), 'utf8');
    const imported = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]);
    expect(imported.filter((name) => name !== './sm3.ts')).toEqual([]);
  });

  test('agrees on SM3 for every length over three blocks', () => {
    for (let length = 0; length <= 192; length++) {
      const message = Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 256);
      expect(toHex(plainSm3(message))).toBe(sm3Hex(message));
    }
  });

  test('reproduces the example of GB/T 32905-2016 A.1', () => {
    expect(toHex(plainSm3(new TextEncoder().encode('abc')))).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  test('its paths lead to its roots', () => {
    for (let n = 1; n <= 20; n++) {
      const leaves = Array.from({ length: n }, (_, i) => plainLeaf(Uint8Array.of(i)));
      const root = toHex(plainRoot(leaves));
      for (let m = 0; m < n; m++) {
        const path = plainPath(m, leaves);
        expect(toHex(plainRootOfPath(leaves[m]!, m, n, path)!)).toBe(root);
        expect(plainRootOfPath(leaves[m]!, m, n, [...path, leaves[0]!])).toBeUndefined();
        if (n > 1) expect(plainRootOfPath(leaves[m]!, m, n, path.slice(1))).toBeUndefined();
      }
    }
  });
});
