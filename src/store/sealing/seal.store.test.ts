import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { checkpointHash, rootFromTiles } from '../../kernel/seal/index.ts';
import type { StepWorld } from '../steps/run.ts';
import { lastSeal, tilesOf } from './checkpoints.ts';
import { sealOnce } from './seal.ts';
import { sealAll, startSealer } from './sealer.ts';
import { applied, decided, REGION, tinyWorld } from './test-support.ts';

const NOW = '2024-03-01T01:00:00.000Z';

let database: TestDatabase;
let world: StepWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = tinyWorld(database.sql);
});
afterAll(() => database.drop());

const count = async (table: string): Promise<number> =>
  (await database.sql`select count(*)::int as n from ${database.sql(table)} where region = ${REGION}`)[0]!.n;

describe('sealOnce', () => {
  it('makes no seal over nothing', async () => {
    expect(await sealOnce(database.sql, { region: REGION, now: NOW })).toEqual({ sealed: 0 });
    expect(await lastSeal(database.sql, REGION)).toBeUndefined();
  });

  it('seals what is pending, advances the figures and empties exactly that from the queue', async () => {
    const first = await applied(world, { on: '2024-01-05' });
    await applied(world, { on: '2024-02-05', fee: 20.25, scale: 'small', unit: 'U2' });
    await decided(world, first, { on: '2024-02-20' });
    const { sealed, seal } = await sealOnce(database.sql, { region: REGION, now: NOW });
    expect(sealed).toBe(3);
    expect(seal).toMatchObject({ region: REGION, number: 1, size: 3, sealedAt: NOW });
    expect(await count('event_pending')).toBe(0);
    const cells = await database.sql`
      select indicator, unit, month, kind, value, entries from rollup where region = ${REGION}
      order by indicator, month, unit`;
    expect(cells).toEqual([
      { indicator: 'permit.done', unit: 'U1', month: 202402, kind: '', value: 1, entries: 1 },
      { indicator: 'permit.fee', unit: 'U1', month: 202401, kind: 'large', value: 100.5, entries: 1 },
      { indicator: 'permit.fee', unit: 'U2', month: 202402, kind: 'small', value: 20.25, entries: 1 },
      { indicator: 'permit.granted', unit: 'U1', month: 202402, kind: '', value: 1, entries: 1 },
      { indicator: 'permit.open', unit: 'U1', month: 202401, kind: '', value: 1, entries: 1 },
      { indicator: 'permit.open', unit: 'U1', month: 202402, kind: '', value: -1, entries: 1 },
      { indicator: 'permit.open', unit: 'U2', month: 202402, kind: '', value: 1, entries: 1 },
      { indicator: 'permit.received', unit: 'U1', month: 202401, kind: '', value: 1, entries: 1 },
      { indicator: 'permit.received', unit: 'U2', month: 202402, kind: '', value: 1, entries: 1 },
    ]);
  });

  it('leaves what is beyond the batch for the next seal, and chains the seals', async () => {
    for (let i = 0; i < 5; i++) await applied(world, { on: '2024-03-04' });
    const before = (await lastSeal(database.sql, REGION))!;
    const first = await sealOnce(database.sql, { region: REGION, now: NOW, batch: 3 });
    const second = await sealOnce(database.sql, { region: REGION, now: NOW, batch: 3 });
    expect([first.sealed, second.sealed]).toEqual([3, 2]);
    expect(first.seal!.previous).toBe(checkpointHash(before));
    expect(second.seal).toMatchObject({ number: 3, size: 8, previous: checkpointHash(first.seal!) });
  });

  it('seals every step once while steps and several sealers run', { timeout: 120_000 }, async () => {
    const errors: unknown[] = [];
    const sealers = [1, 2, 3].map(() =>
      startSealer(database.sql, {
        regions: [REGION],
        intervalMs: 1,
        onError: (_, error) => errors.push(error),
      }),
    );
    const before = await count('event');
    await Promise.all(
      Array.from({ length: 300 }, async (_, i) => {
        const unit = `U${i % 7}`;
        const matter = await applied(world, { on: '2024-04-08', unit, fee: 1 });
        if (i % 3 === 0) await decided(world, matter, { on: '2024-04-09', unit });
      }),
    );
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    expect(errors).toEqual([]);
    await sealAll(database.sql, REGION, () => '2024-05-01T00:00:00.000Z');
    expect(await count('event')).toBe(before + 400);
    expect(await count('event_pending')).toBe(0);
    const [leaves] = await database.sql`
      select count(*)::int as n, count(distinct event)::int as events, max(index)::int as last
      from seal_leaf where region = ${REGION}`;
    expect(leaves).toEqual({ n: before + 400, events: before + 400, last: before + 399 });
    const [fee] = await database.sql`
      select sum(value) as value, sum(entries) as entries from rollup
      where region = ${REGION} and indicator = 'permit.fee' and month = 202404`;
    expect(fee).toEqual({ value: 300, entries: 300 });
    const last = (await lastSeal(database.sql, REGION))!;
    const root = await rootFromTiles(last.size, tilesOf(database.sql, REGION));
    expect(Buffer.from(root).toString('hex')).toBe(last.root);
  });
});
