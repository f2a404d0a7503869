import { randomBytes } from 'node:crypto';
import type { Entropy } from '../kernel/procedure/context.ts';

/** UUIDv7 (RFC 9562) from the machine's time and random source: ids sort by the time they were made. */
export function uuidv7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The randomness steps are decided with. */
export const systemEntropy: Entropy = { id: uuidv7, salt: () => randomBytes(16).toString('hex') };
