import { describe, expect, test } from 'vitest';
import { sameBytes, toHex } from '../ledger/sm3.ts';
import { appendLeaves, EMPTY_FRONTIER } from './frontier.ts';
import { plainRoot } from './independent/tree.ts';
import { consistencyProof, inclusionProof, rootFromTiles } from './proofs.ts';
import { emptyShelf, sampleLeaves, sequence, shelfOf } from './test-support.ts';
import { tileKey } from './tile-id.ts';
import { tilesFor } from './tiles.ts';
import { verifyConsistency, verifyInclusion } from './verify-proofs.ts';

const leaves = sampleLeaves(2 ** 16 + 300);

describe('[S4] tiles', () => {
  test('a tree of 65,836 leaves fills tiles of three levels', async () => {
    const { tiles } = await shelfOf(leaves);
    const widths = (level: number) =>
      [...tiles].filter(([key]) => key.startsWith(`${level}/`)).map(([, bytes]) => bytes.length / 32);
    expect(widths(0)).toEqual([...Array(257).fill(256), 44]);
    expect(widths(1)).toEqual([256, 1]);
    expect(widths(2)).toEqual([1]);
    expect(sameBytes(tiles.get('1/0')!.subarray(0, 32), plainRoot(leaves.slice(0, 256)))).toBe(true);
  });

  test('growing in portions writes the same tiles and touches only the right edge', async () => {
    const next = sequence(2);
    const shelf = emptyShelf();
    let frontier = EMPTY_FRONTIER;
    while (frontier.size < 5_000) {
      const oldSize = frontier.size;
      const grown = appendLeaves(frontier, leaves.slice(oldSize, Math.min(5_000, oldSize + next(700))));
      for (const tile of await tilesFor(oldSize, grown.completed, shelf.read)) {
        const before = shelf.tiles.get(tileKey(tile)) ?? new Uint8Array(0);
        expect(tile.bytes.length).toBeGreaterThan(before.length);
        expect(sameBytes(tile.bytes.subarray(0, before.length), before)).toBe(true);
        shelf.tiles.set(tileKey(tile), tile.bytes);
      }
      frontier = grown.frontier;
    }
    expect(shelf.tiles).toEqual((await shelfOf(leaves.slice(0, 5_000))).tiles);
    expect(Math.max(...shelf.calls.map((ids) => ids.length))).toBeLessThanOrEqual(2);
  });

  test('nothing new needs no tile; a full edge is not read', async () => {
    const shelf = await shelfOf(leaves.slice(0, 256));
    expect(await tilesFor(256, [[]], shelf.read)).toEqual([]);
    const tiles = await tilesFor(256, [[leaves[256]!]], shelf.read);
    expect(tiles.map(tileKey)).toEqual(['0/1']);
    expect(shelf.calls).toEqual([]);
  });

  test('an edge that does not fit the size is refused', async () => {
    const shelf = await shelfOf(leaves.slice(0, 100));
    for (const wrong of [99, 101, 356]) {
      await expect(tilesFor(wrong, [[leaves[0]!]], shelf.read)).rejects.toThrow(/^tile of level 0/);
    }
    await expect(tilesFor(100, [[leaves[0]!.subarray(1)]], shelf.read)).rejects.toThrow(/^tile hash/);
  });

  test("an older size is proven from today's tiles", async () => {
    const shelf = await shelfOf(leaves);
    for (const size of [1, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537]) {
      const { root } = appendLeaves(EMPTY_FRONTIER, leaves.slice(0, size));
      expect(toHex(await rootFromTiles(size, shelf.read))).toBe(toHex(root));
    }
  });
});

describe('[S5] reading tiles', () => {
  test('one call, no tile twice, at most two for each level of tiles', async () => {
    const shelf = await shelfOf(leaves);
    const next = sequence(3);
    for (let run = 0; run < 300; run++) {
      const n = 1 + next(leaves.length);
      const m = next(n + 1);
      shelf.calls.length = 0;
      await inclusionProof(n, next(n), shelf.read);
      await consistencyProof(m, n, shelf.read);
      expect(shelf.calls.length).toBeLessThanOrEqual(2);
      for (const ids of shelf.calls) {
        expect(new Set(ids.map(tileKey)).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(2 * 3);
      }
    }
  });

  test('what needs no hash asks for no tile', async () => {
    const shelf = await shelfOf(leaves.slice(0, 10));
    expect(await inclusionProof(1, 0, shelf.read)).toEqual([]);
    expect(await consistencyProof(0, 10, shelf.read)).toEqual([]);
    expect(await consistencyProof(10, 10, shelf.read)).toEqual([]);
    expect(toHex(await rootFromTiles(0, shelf.read))).toBe(toHex(plainRoot([])));
    expect(shelf.calls).toEqual([]);
  });

  test('a whole tile of 256 leaves is read as one hash of the level above', async () => {
    const shelf = await shelfOf(leaves.slice(0, 512));
    await rootFromTiles(512, shelf.read);
    expect(shelf.calls).toEqual([[{ level: 1, index: 0 }]]);
  });

  test('a missing, short or torn tile is an error', async () => {
    const shelf = await shelfOf(leaves.slice(0, 600));
    const whole = shelf.tiles.get('0/2')!;
    for (const bad of [
      whole.subarray(0, 0),
      whole.subarray(32),
      whole.subarray(1),
      new Uint8Array(257 * 32),
    ]) {
      shelf.tiles.set('0/2', bad);
      await expect(inclusionProof(600, 3, shelf.read)).rejects.toThrow(/^tile 0\/2: /);
    }
  });

  test('a changed tile gives a proof that does not verify', async () => {
    const shelf = await shelfOf(leaves.slice(0, 600));
    const root = await rootFromTiles(600, shelf.read);
    const old = await rootFromTiles(520, shelf.read);
    shelf.tiles.get('0/2')![5]! ^= 1;
    expect(verifyInclusion(leaves[3]!, 3, 600, await inclusionProof(600, 3, shelf.read), root)).toBe(false);
    expect(verifyConsistency(520, 600, await consistencyProof(520, 600, shelf.read), old, root)).toBe(false);
  });

  test('numbers that are no place in the tree are refused', async () => {
    const { read } = await shelfOf(leaves.slice(0, 4));
    for (const bad of [-1, 1.5, Number.NaN, 2 ** 53]) {
      await expect(inclusionProof(4, bad, read)).rejects.toThrow(RangeError);
      await expect(inclusionProof(bad, 0, read)).rejects.toThrow(RangeError);
      await expect(consistencyProof(bad, 4, read)).rejects.toThrow(RangeError);
      await expect(consistencyProof(1, bad, read)).rejects.toThrow(RangeError);
      await expect(rootFromTiles(bad, read)).rejects.toThrow(RangeError);
    }
    await expect(inclusionProof(4, 4, read)).rejects.toThrow(/not among the first 4/);
    await expect(consistencyProof(5, 4, read)).rejects.toThrow(/cannot be a beginning/);
  });
});
