import { type Range, rootsOfRanges, splitPoint } from './ranges.ts';
import type { ReadTiles } from './tile-id.ts';

/**
 * Inclusion proof of leaf `index` in the tree of the first `size` leaves (RFC 9162 section 2.1.3.1), from the leaf
 * upwards. Throws RangeError unless 0 ≤ index < size, and if a tile is missing or too short.
 */
export async function inclusionProof(size: number, index: number, read: ReadTiles): Promise<Uint8Array[]> {
  requireCount(size, 'size');
  requireCount(index, 'index');
  if (index >= size) throw new RangeError(`leaf ${index} is not among the first ${size}`);
  return rootsOfRanges(pathRanges(index, { start: 0, end: size }), read);
}

/**
 * Proof that the tree of the first `m` leaves is a beginning of that of the first `n` (RFC 9162 section 2.1.4.1).
 * Empty when m is 0 or n: there is nothing to show. Throws RangeError unless 0 ≤ m ≤ n, or on a bad tile.
 */
export async function consistencyProof(m: number, n: number, read: ReadTiles): Promise<Uint8Array[]> {
  requireCount(m, 'm');
  requireCount(n, 'n');
  if (m > n) throw new RangeError(`${m} leaves cannot be a beginning of ${n}`);
  return m === 0 ? [] : rootsOfRanges(subproofRanges(m, { start: 0, end: n }, true), read);
}

/** Root of the tree of the first `size` leaves, from stored tiles. Throws RangeError on a bad tile. */
export async function rootFromTiles(size: number, read: ReadTiles): Promise<Uint8Array> {
  requireCount(size, 'size');
  const [root] = await rootsOfRanges([{ start: 0, end: size }], read);
  return root!;
}

/** PATH of RFC 9162: the other half at each split on the way down to the leaf, deepest first. */
function pathRanges(index: number, { start, end }: Range): Range[] {
  if (end - start === 1) return [];
  const middle = start + splitPoint(end - start);
  const left = { start, end: middle };
  const right = { start: middle, end };
  return index < middle ? [...pathRanges(index, left), right] : [...pathRanges(index, right), left];
}

/** SUBPROOF of RFC 9162. `known` says that the checker has the root of this very range already: the old root. */
function subproofRanges(m: number, { start, end }: Range, known: boolean): Range[] {
  if (m === end) return known ? [] : [{ start, end }];
  const middle = start + splitPoint(end - start);
  const left = { start, end: middle };
  const right = { start: middle, end };
  return m <= middle
    ? [...subproofRanges(m, left, known), right]
    : [...subproofRanges(m, right, false), left];
}

function requireCount(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what}: ${value} is not a count`);
}
