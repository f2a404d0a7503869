import { canonical, canonicalDigest } from './canonical.ts';
import type { LedgerEvent } from './event.ts';
import type { JsonValue } from './json.ts';

/** The canonical text of an event: what its leaf stands for. */
export function canonicalEvent(event: LedgerEvent): string {
  return canonical(event as unknown as JsonValue);
}

/** RFC 9162 section 2.1.1: before what a leaf is the hash of. */
const LEAF_PREFIX = 0x00;

/** Leaf of an event in hex: SM3 over 0x00 and its canonical text (RFC 6962 shape, SPEC S1). */
export function leafOf(event: LedgerEvent): string {
  return canonicalDigest(event as unknown as JsonValue, LEAF_PREFIX);
}
