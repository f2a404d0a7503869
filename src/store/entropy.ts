import { Buffer } from 'node:buffer';
import { randomFillSync } from 'node:crypto';
import type { Entropy } from '../kernel/procedure/context.ts';

/** Bytes asked of the random source at a time: asking costs the same for a page as for the 16 bytes of an id. */
const pool = Buffer.alloc(4096);
let used = pool.length;

/** 16 random bytes, each handed out once. Read them before the next are asked for. */
function sixteenBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
}

/** UUIDv7 (RFC 9562) from the machine's time and random source: ids sort by the time they were made. */
export function uuidv7(): string {
  const bytes = sixteenBytes();
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The randomness steps are decided with. */
export const systemEntropy: Entropy = { id: uuidv7, salt: () => sixteenBytes().toString('hex') };
