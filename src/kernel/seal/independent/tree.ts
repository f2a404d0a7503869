// The tree of RFC 9162 section 2.1 over SM3, written from its recursive definitions alone. Slow on purpose: every
// line can be held against the text. It shares no code with the rest of the project.

import { plainSm3 } from './sm3.ts';

type Hash = Uint8Array;

/** Leaf hash of an entry: SM3(0x00 ‖ entry). */
export function plainLeaf(entry: Uint8Array): Hash {
  return plainSm3(join(Uint8Array.of(0), entry));
}

/** MTH: the root over leaf hashes (section 2.1.1). */
export function plainRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return plainSm3(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0]!;
  const k = split(leaves.length);
  return node(plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)));
}

/** PATH(m, D): the inclusion proof of leaf m (section 2.1.3.1). */
export function plainPath(m: number, leaves: readonly Hash[]): Hash[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k ? [...plainPath(m, left), plainRoot(right)] : [...plainPath(m - k, right), plainRoot(left)];
}

/** PROOF(m, D): the consistency proof from the first m leaves, 0 < m ≤ n (section 2.1.4.1). */
export function plainProof(m: number, leaves: readonly Hash[]): Hash[] {
  return subproof(m, leaves, true);
}

function subproof(m: number, leaves: readonly Hash[], b: boolean): Hash[] {
  if (m === leaves.length) return b ? [] : [plainRoot(leaves)];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m <= k
    ? [...subproof(m, left, b), plainRoot(right)]
    : [...subproof(m - k, right, false), plainRoot(left)];
}

/** The root that an inclusion proof leads to; undefined when the proof's length does not fit. */
export function plainRootOfPath(leaf: Hash, m: number, n: number, path: readonly Hash[]): Hash | undefined {
  if (n === 1) return path.length === 0 ? leaf : undefined;
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const k = split(n);
  const rest = path.slice(0, -1);
  const half = m < k ? plainRootOfPath(leaf, m, k, rest) : plainRootOfPath(leaf, m - k, n - k, rest);
  if (half === undefined) return undefined;
  return m < k ? node(half, last) : node(last, half);
}

/**
 * The old and new root that a consistency proof leads to, given the old root, 0 < m ≤ n; undefined when the proof's
 * length does not fit. The proof holds if both are the roots it was given for.
 */
export function plainRootsOfProof(
  oldRoot: Hash,
  m: number,
  n: number,
  proof: readonly Hash[],
): readonly [old: Hash, now: Hash] | undefined {
  return subroots(oldRoot, m, n, proof, true);
}

function subroots(
  oldRoot: Hash,
  m: number,
  n: number,
  proof: readonly Hash[],
  b: boolean,
): readonly [Hash, Hash] | undefined {
  if (m === n && b) return proof.length === 0 ? [oldRoot, oldRoot] : undefined;
  if (m === n) return proof.length === 1 ? [proof[0]!, proof[0]!] : undefined;
  const last = proof.at(-1);
  if (last === undefined) return undefined;
  const k = split(n);
  const rest = proof.slice(0, -1);
  const half = m <= k ? subroots(oldRoot, m, k, rest, b) : subroots(oldRoot, m - k, n - k, rest, false);
  if (half === undefined) return undefined;
  const [old, now] = half;
  return m <= k ? [old, node(now, last)] : [node(last, old), node(last, now)];
}

/** Largest power of two smaller than n. */
function split(n: number): number {
  let k = 1;
  while (2 * k < n) k *= 2;
  return k;
}

function node(left: Hash, right: Hash): Hash {
  return plainSm3(join(Uint8Array.of(1), left, right));
}

function join(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
