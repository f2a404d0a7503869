import { Buffer } from 'node:buffer';
import { requireDigest, SM3_BYTES, sm3, utf8 } from '../ledger/sm3.ts';

// RFC 9162 section 2.1.1: leaves and nodes are hashed behind different first bytes, so that a node can never be
// passed off as an entry.
const LEAF_PREFIX = Buffer.of(0x00);
const NODE_PREFIX = Buffer.of(0x01);

/** Root of the tree without leaves: the digest of nothing (S1). */
export const EMPTY_ROOT: Uint8Array = sm3('');

/** Leaf hash of an entry, SM3(0x00 ‖ entry), 32 bytes (S1). A string is taken as its UTF-8 bytes. */
export function leafHash(entry: Uint8Array | string): Uint8Array {
  return sm3(Buffer.concat([LEAF_PREFIX, typeof entry === 'string' ? utf8(entry) : entry]));
}

/** Overwritten by every call of {@link nodeHash} and read before it returns. */
const nodeInput = Buffer.alloc(1 + 2 * SM3_BYTES, NODE_PREFIX);

/** Hash of an inner node, SM3(0x01 ‖ left ‖ right), 32 bytes (S1). Throws RangeError on another length. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeInput.set(requireDigest(left, 'left child'), 1);
  nodeInput.set(requireDigest(right, 'right child'), 1 + SM3_BYTES);
  return sm3(nodeInput);
}
