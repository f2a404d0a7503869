import { describe, expect, test } from 'vitest';
import { toHex } from '../ledger/sm3.ts';
import { appendLeaves, EMPTY_FRONTIER } from './frontier.ts';
import { plainPath, plainProof, plainRoot, plainRootOfPath, plainRootsOfProof } from './independent/tree.ts';
import { consistencyProof, inclusionProof, rootFromTiles } from './proofs.ts';
import { flip, sampleLeaves, sequence, shelfOf } from './test-support.ts';
import { verifyConsistency, verifyInclusion } from './verify-proofs.ts';

const SMALL = 64;
const LARGE = 2 ** 16;
const leaves = sampleLeaves(LARGE);
const roots = Array.from({ length: SMALL + 1 }, (_, n) => plainRoot(leaves.slice(0, n)));
const small = await shelfOf(leaves.slice(0, SMALL));

const hexes = (hashes: readonly Uint8Array[]) => hashes.map(toHex);

describe('[S3] proofs, exhaustively for m ≤ n ≤ 64', () => {
  test('[S9] inclusion proofs are those of the definition, and verify', async () => {
    for (let n = 1; n <= SMALL; n++) {
      for (let m = 0; m < n; m++) {
        const proof = await inclusionProof(n, m, small.read);
        expect(hexes(proof)).toEqual(hexes(plainPath(m, leaves.slice(0, n))));
        expect(verifyInclusion(leaves[m]!, m, n, proof, roots[n]!)).toBe(true);
      }
    }
  });

  test('[S9] consistency proofs are those of the definition, and verify', async () => {
    for (let n = 0; n <= SMALL; n++) {
      for (let m = 0; m <= n; m++) {
        const proof = await consistencyProof(m, n, small.read);
        if (m > 0) expect(hexes(proof)).toEqual(hexes(plainProof(m, leaves.slice(0, n))));
        expect(verifyConsistency(m, n, proof, roots[m]!, roots[n]!)).toBe(true);
      }
    }
  });

  test('a proof verifies for no other leaf and no other place', async () => {
    for (let n = 2; n <= 24; n++) {
      for (let m = 0; m < n; m++) {
        const proof = await inclusionProof(n, m, small.read);
        for (let other = 0; other < n; other++) {
          expect(verifyInclusion(leaves[other]!, m, n, proof, roots[n]!)).toBe(other === m);
          expect(verifyInclusion(leaves[m]!, other, n, proof, roots[n]!)).toBe(other === m);
        }
      }
    }
  });
});

describe('[S3] a proof presented for other numbers', () => {
  const GRID = 12;
  const pairs = Array.from({ length: GRID }, (_, i) => i + 1).flatMap((n) =>
    Array.from({ length: n }, (_, m) => ({ m, n })),
  );

  // Roots do not bind sizes, so a few such claims do hold; the two implementations must agree on which.
  test('[S9] inclusion: both implementations give the same answer', async () => {
    for (const { m, n } of pairs) {
      const proof = await inclusionProof(n, m, small.read);
      for (const claim of pairs) {
        const reached = plainRootOfPath(leaves[m]!, claim.m, claim.n, proof);
        const expected = reached !== undefined && toHex(reached) === toHex(roots[n]!);
        expect(verifyInclusion(leaves[m]!, claim.m, claim.n, proof, roots[n]!)).toBe(expected);
      }
    }
  });

  test('[S9] consistency: both implementations give the same answer', async () => {
    for (const { m, n } of pairs) {
      const [old, now] = [roots[m + 1]!, roots[n]!];
      const proof = await consistencyProof(m + 1, n, small.read);
      for (const claim of pairs) {
        const reached = plainRootsOfProof(old, claim.m + 1, claim.n, proof);
        const expected = reached !== undefined && hexes(reached).join() === hexes([old, now]).join();
        expect(verifyConsistency(claim.m + 1, claim.n, proof, old, now)).toBe(expected);
      }
    }
  });

  test('a right-hand leaf does not pass for the only one, nor a tree for its own right half', () => {
    expect(verifyInclusion(leaves[1]!, 0, 1, [leaves[0]!], roots[2]!)).toBe(false);
    expect(verifyConsistency(1, 1, [leaves[0]!], leaves[1]!, roots[2]!)).toBe(false);
  });
});

describe('[S3] every change is found', () => {
  test('any bit of leaf, root or inclusion proof', async () => {
    for (const [n, m] of [
      [1, 0],
      [7, 6],
      [11, 4],
      [64, 63],
    ] as const) {
      const proof = await inclusionProof(n, m, small.read);
      const [leaf, root] = [leaves[m]!, roots[n]!];
      for (let bit = 0; bit < 256; bit++) {
        expect(verifyInclusion(flip(leaf, bit), m, n, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, m, n, proof, flip(root, bit))).toBe(false);
        for (let i = 0; i < proof.length; i++) {
          expect(verifyInclusion(leaf, m, n, proof.with(i, flip(proof[i]!, bit)), root)).toBe(false);
        }
      }
    }
  });

  test('any bit of either root or of a consistency proof', async () => {
    for (const [m, n] of [
      [0, 5],
      [5, 5],
      [4, 7],
      [6, 7],
      [31, 64],
    ] as const) {
      const proof = await consistencyProof(m, n, small.read);
      const [old, now] = [roots[m]!, roots[n]!];
      for (let bit = 0; bit < 256; bit++) {
        expect(verifyConsistency(m, n, proof, flip(old, bit), now)).toBe(false);
        // Every tree continues the empty one, so there the newer root is not bound by anything.
        if (m > 0) expect(verifyConsistency(m, n, proof, old, flip(now, bit))).toBe(false);
        for (let i = 0; i < proof.length; i++) {
          expect(verifyConsistency(m, n, proof.with(i, flip(proof[i]!, bit)), old, now)).toBe(false);
        }
      }
    }
  });

  test('a hash too many, too few, out of order, or of another length', async () => {
    for (let n = 1; n <= 40; n++) {
      const m = (n * 7) % n;
      const extra = leaves[50]!;
      const path = await inclusionProof(n, m, small.read);
      const sound = (proof: readonly Uint8Array[]) => verifyInclusion(leaves[m]!, m, n, proof, roots[n]!);
      const steps = await consistencyProof(m + 1, n, small.read);
      const joins = (proof: readonly Uint8Array[]) =>
        verifyConsistency(m + 1, n, proof, roots[m + 1]!, roots[n]!);
      for (const [proof, check] of [
        [path, sound],
        [steps, joins],
      ] as const) {
        expect(check(proof)).toBe(true);
        expect(check([...proof, extra])).toBe(false);
        expect(check([extra, ...proof])).toBe(false);
        if (proof.length > 0) expect(check(proof.slice(1))).toBe(false);
        if (proof.length > 0) expect(check(proof.slice(0, -1))).toBe(false);
        if (proof.length > 0) expect(check(proof.with(0, proof[0]!.subarray(1)))).toBe(false);
        if (proof.length > 1) expect(check(proof.toReversed())).toBe(false);
      }
    }
  });

  test('numbers that are no place in a tree', () => {
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(verifyInclusion(leaves[0]!, bad, 1, [], roots[1]!)).toBe(false);
      expect(verifyInclusion(leaves[0]!, 0, bad, [], roots[1]!)).toBe(false);
      expect(verifyConsistency(bad, 1, [], roots[1]!, roots[1]!)).toBe(false);
      expect(verifyConsistency(1, bad, [], roots[1]!, roots[1]!)).toBe(false);
    }
    expect(verifyInclusion(leaves[0]!, 1, 1, [], roots[1]!)).toBe(false);
    expect(verifyConsistency(2, 1, [], roots[2]!, roots[1]!)).toBe(false);
    expect(verifyConsistency(0, 0, [], roots[1]!, roots[1]!)).toBe(false);
    expect(verifyConsistency(0, 1, [], new Uint8Array(31), roots[1]!)).toBe(false);
    expect(verifyInclusion(leaves[0]!.subarray(1), 0, 1, [], leaves[0]!.subarray(1))).toBe(false);
  });
});

describe('[S3] proofs at random to 2^16', () => {
  test('verify, [S9] also in the independent implementation', async () => {
    const next = sequence(4);
    const shelf = await shelfOf(leaves);
    const edges = [1, 255, 256, 257, 511, 512, 513, 65_279, 65_280, 65_281, 65_535, LARGE];
    const sizes = [...edges, ...Array.from({ length: 150 }, () => 1 + next(LARGE))];
    for (const n of sizes) {
      const root = await rootFromTiles(n, shelf.read);
      const m = 1 + next(n);
      const index = next(n);
      const path = await inclusionProof(n, index, shelf.read);
      expect(verifyInclusion(leaves[index]!, index, n, path, root)).toBe(true);
      expect(toHex(plainRootOfPath(leaves[index]!, index, n, path)!)).toBe(toHex(root));
      const steps = await consistencyProof(m, n, shelf.read);
      const old = await rootFromTiles(m, shelf.read);
      expect(verifyConsistency(m, n, steps, old, root)).toBe(true);
      if (m < n) expect(verifyConsistency(m, n, steps, flip(old, next(256)), root)).toBe(false);
      if (steps.length > 0) {
        const at = next(steps.length);
        expect(verifyConsistency(m, n, steps.with(at, flip(steps[at]!, next(256))), old, root)).toBe(false);
      }
    }
  });

  test('[S9] a large root agrees with the definition', async () => {
    const { root } = appendLeaves(EMPTY_FRONTIER, leaves.slice(0, 40_961));
    expect(toHex(root)).toBe(toHex(plainRoot(leaves.slice(0, 40_961))));
  });
});
