import { canonical } from './canonical.ts';
import type { LedgerEvent } from './event.ts';
import type { JsonValue } from './json.ts';
import { sm3Hex } from './sm3.ts';

/** The canonical text of an event: what its leaf stands for. */
export function canonicalEvent(event: LedgerEvent): string {
  return canonical(event as unknown as JsonValue);
}

/** Leaf of an event in hex: SM3 over 0x00 and its canonical text (RFC 6962 shape, SPEC S1). */
export function leafOf(event: LedgerEvent): string {
  return sm3Hex(`\u0000${canonicalEvent(event)}`);
}
