import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { plainSm3 } from '../../kernel/seal/independent/sm3.ts';
import { plainLeaf, plainRootOfPath, plainRootsOfProof } from '../../kernel/seal/independent/tree.ts';
import type { StepWorld } from '../steps/run.ts';
import { consistencyBetween, proofOf } from './proof.ts';
import { sealOnce } from './seal.ts';
import { applied, decided, REGION, tinyWorld } from './test-support.ts';

let database: TestDatabase;
let world: StepWorld;
const matters: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  world = tinyWorld(database.sql);
  for (const size of [1, 2, 4, 7]) {
    for (let i = 0; i < size; i++) matters.push(await applied(world, { on: '2024-01-05' }));
    await sealOnce(database.sql, { region: REGION, now: '2024-01-06T00:00:00.000Z' });
  }
});
afterAll(() => database.drop());

/** Reads a proof as a stranger would, from the text alone and with the implementation that shares no code. */
function checkText(text: string): boolean {
  const [head, seal, entry, opened] = text.trimEnd().split('\n\n');
  const value = (name: string) =>
    `${head}\n${seal}`
      .split('\n')
      .find((line) => line.startsWith(`${name} `))!
      .slice(name.length + 1);
  const path = head!
    .split('\n')
    .filter((line) => line.startsWith('path '))
    .map((line) => Buffer.from(line.slice(5), 'hex'));
  const leaf = plainLeaf(Buffer.from(entry!, 'utf8'));
  const root = plainRootOfPath(leaf, Number(value('leaf')), Number(value('size')), path);
  if (root === undefined || Buffer.from(root).toString('hex') !== value('root')) return false;
  if (opened === undefined) return true;
  const [salt, closed] = opened.split('\n');
  const lines = `fazhi/closed/1\n${salt!.slice('salt '.length)}\n${closed}`;
  return Buffer.from(plainSm3(Buffer.from(lines, 'utf8'))).toString('hex') === JSON.parse(entry!).closed;
}

describe('proofOf', () => {
  it('proves every sealed event, and the text alone convinces the independent verifier', async () => {
    const numbers = new Set<number>();
    for (const matter of matters) {
      const proof = (await proofOf(database.sql, REGION, matter, 1))!;
      expect(proof.event.stream).toBe(matter);
      expect(checkText(proof.text)).toBe(true);
      expect(checkText(proof.publicText)).toBe(true);
      expect(checkText(proof.text.replace('食品', '药品'))).toBe(false);
      for (const inside of ['食品', '"p1"', 'clerk@', matter, proof.event.salt]) {
        expect(proof.text).toContain(inside);
        expect(proof.publicText).not.toContain(inside);
      }
      numbers.add(proof.seal.number);
    }
    expect([...numbers].sort()).toEqual([1, 2, 3, 4]);
  });

  it('has none for an event that waits for its seal, and refuses an unknown one', async () => {
    await decided(world, matters[0]!, { on: '2024-01-08' });
    expect(await proofOf(database.sql, REGION, matters[0]!, 2)).toBeUndefined();
    await expect(proofOf(database.sql, REGION, matters[0]!, 3)).rejects.toThrow('没有这条留痕');
  });
});

describe('consistencyBetween', () => {
  it('links any two seals, in either order', async () => {
    const bytes = (hex: string) => Buffer.from(hex, 'hex');
    for (const [a, b] of [
      [1, 4],
      [3, 2],
      [2, 2],
    ] as const) {
      const { from, to, path } = await consistencyBetween(database.sql, REGION, a, b);
      const roots = plainRootsOfProof(bytes(from.root), from.size, to.size, path.map(bytes))!;
      expect(roots.map((root) => Buffer.from(root).toString('hex'))).toEqual([from.root, to.root]);
    }
    await expect(consistencyBetween(database.sql, REGION, 1, 99)).rejects.toThrow('没有第99号封存');
  });
});
