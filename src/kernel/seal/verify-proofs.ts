import { isDigest, sameBytes } from '../ledger/sm3.ts';
import { EMPTY_ROOT, nodeHash } from './hashes.ts';

/**
 * Whether `proof` shows that `leaf` (a leaf hash) is number `index` of the `size` leaves under `root`
 * (RFC 9162 section 2.1.3.2). Never throws: whatever does not fit is not a proof.
 */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (![leaf, root, ...proof].every(isDigest)) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      // At the right edge the levels without a sibling add nothing to the proof.
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
}

/**
 * Whether `proof` shows that the `m` leaves under `oldRoot` are the first of the `n` leaves under `newRoot`
 * (RFC 9162 section 2.1.4.2). The empty tree is a beginning of every tree. Never throws.
 */
export function verifyConsistency(
  m: number,
  n: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): boolean {
  if (!isCount(m) || !isCount(n) || m > n) return false;
  if (![oldRoot, newRoot, ...proof].every(isDigest)) return false;
  if (n === 0 && !sameBytes(newRoot, EMPTY_ROOT)) return false;
  if (m === n) return proof.length === 0 && sameBytes(oldRoot, newRoot);
  if (m === 0) return proof.length === 0 && sameBytes(oldRoot, EMPTY_ROOT);
  return climbBoth(m, n, proof, oldRoot, newRoot);
}

/** Rebuilds both roots from the node where the old tree's right edge meets the new tree; 0 < m < n. */
function climbBoth(
  m: number,
  n: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): boolean {
  let at = m - 1;
  let last = n - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  // A complete old tree (m a power of two) is that node itself and is left out of the proof.
  const [start, ...siblings] = at === 0 ? [oldRoot, ...proof] : proof;
  if (start === undefined) return false;
  let oldHash = start;
  let newHash = start;
  for (const sibling of siblings) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(oldHash, oldRoot) && sameBytes(newHash, newRoot);
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
