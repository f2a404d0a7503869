import { digestFromHex, requireDigest, toHex } from '../ledger/sm3.ts';
import { EMPTY_ROOT, nodeHash } from './hashes.ts';
import { TILE_HEIGHT } from './tile-id.ts';

/**
 * Everything needed to go on appending: the roots of the complete subtrees that cover the leaves so far, largest
 * first. There is one for every 1 in the binary form of `size`, so at most 53 hashes for any tree (S2).
 */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

/** The frontier of the tree without leaves. */
export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** What appending yields. */
export interface Appended {
  readonly frontier: Frontier;
  /** Root over all leaves up to `frontier.size`, 32 bytes. */
  readonly root: Uint8Array;
  /** Hashes that became complete, in order, by tile level: [0] the leaves, [1] every 256 of them, … (S4). */
  readonly completed: readonly (readonly Uint8Array[])[];
}

/**
 * The tree after `leaves` (leaf hashes of 32 bytes, in ledger order). Costs one node hash a leaf on average and
 * changes nothing it was given. Throws RangeError on a leaf of another length.
 */
export function appendLeaves(frontier: Frontier, leaves: readonly Uint8Array[]): Appended {
  const peaks = [...frontier.peaks];
  const completed: Uint8Array[][] = [[]];
  let size = frontier.size;
  for (const leaf of leaves) {
    pushLeaf(peaks, size, leaf, (level, hash) => {
      const row = completed[level] ?? [];
      completed[level] = row;
      row.push(hash);
    });
    size += 1;
  }
  return { frontier: { size, peaks }, root: rootOfPeaks(peaks), completed };
}

/**
 * Puts one leaf into `peaks`, which cover `size` leaves, in place: for callers that stream and keep no history.
 * `onTileHash` hears of each hash that belongs into a tile.
 */
export function pushLeaf(
  peaks: Uint8Array[],
  size: number,
  leaf: Uint8Array,
  onTileHash?: (tileLevel: number, hash: Uint8Array) => void,
): void {
  let hash = requireDigest(leaf, 'leaf');
  onTileHash?.(0, hash);
  // Each trailing 1 of `size` is a complete subtree as large as the one in hand: the two become one (a binary carry).
  let level = 0;
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    hash = nodeHash(peaks.pop()!, hash);
    level += 1;
    if (level % TILE_HEIGHT === 0) onTileHash?.(level / TILE_HEIGHT, hash);
  }
  peaks.push(hash);
}

/** Root over complete subtrees, largest first, as RFC 9162 section 2.1.1 splits a tree. */
export function rootOfPeaks(peaks: readonly Uint8Array[]): Uint8Array {
  return peaks.length === 0 ? EMPTY_ROOT : peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** Root of the tree a frontier stands for. */
export function rootOf(frontier: Frontier): Uint8Array {
  return rootOfPeaks(frontier.peaks);
}

/** Text form for storage: the size, then each peak in hexadecimal, separated by blanks. */
export function formatFrontier(frontier: Frontier): string {
  return [String(frontier.size), ...frontier.peaks.map(toHex)].join(' ');
}

/** Inverse of {@link formatFrontier}. Throws RangeError on anything it would not have written. */
export function parseFrontier(text: string): Frontier {
  const [head = '', ...rest] = text.split(' ');
  const size = Number(head);
  if (!Number.isSafeInteger(size) || size < 0 || String(size) !== head) {
    throw new RangeError('frontier: the size is not a whole number');
  }
  const peaks = rest.map((peak) => digestFromHex(peak, 'frontier'));
  const expected = countOnes(size);
  if (peaks.length !== expected) {
    throw new RangeError(`frontier: ${peaks.length} peaks, a tree of ${size} leaves has ${expected}`);
  }
  return { size, peaks };
}

function countOnes(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
