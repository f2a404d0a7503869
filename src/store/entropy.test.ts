import { describe, expect, test } from 'vitest';
import { systemEntropy, uuidv7 } from './entropy.ts';

/** More than one filling of what is asked of the random source at a time. */
const MANY = 2000;

describe('randomness of the machine', () => {
  test('ids are UUIDv7 of the present moment, and never twice the same', () => {
    const before = Date.now();
    const ids = Array.from({ length: MANY }, uuidv7);
    expect(new Set(ids.map((id) => id.slice(14))).size).toBe(MANY);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const at = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
      expect(at).toBeGreaterThanOrEqual(before);
      expect(at).toBeLessThanOrEqual(Date.now());
    }
  });

  test('ids and salts share no bytes', () => {
    const drawn = Array.from({ length: MANY }, () => [systemEntropy.id(), systemEntropy.salt()] as const);
    expect(new Set(drawn.map(([, salt]) => salt)).size).toBe(MANY);
    for (const [id, salt] of drawn) {
      expect(salt).toMatch(/^[0-9a-f]{32}$/);
      expect(id.replaceAll('-', '').slice(20)).not.toBe(salt.slice(20));
    }
  });
});
