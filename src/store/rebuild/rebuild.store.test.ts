import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { sequence } from '../../kernel/seal/test-support.ts';
import { sealAll } from '../sealing/sealer.ts';
import { act, applied, decided, REGION, tinyWorld } from '../sealing/test-support.ts';
import { verify } from '../sealing/verify.ts';
import type { StepWorld } from '../steps/run.ts';
import { recomputeClocks } from '../supervision/recompute.ts';
import { sweep } from '../supervision/sweep.ts';
import { derivedTables } from './derive.ts';
import { rebuild } from './rebuild.ts';

const NOW = '2024-06-01T00:00:00.000Z';

let database: TestDatabase;
let world: StepWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = tinyWorld(database.sql);
});
afterAll(() => database.drop());

const run = (compare: boolean) =>
  rebuild(database.admin, {
    region: REGION,
    compare,
    derivations: {
      law: world.law,
      calendar: world.calendar(),
      procedure: world.procedure,
      findProcedure: world.findProcedure,
    },
  });

async function must(...args: Parameters<typeof act>): Promise<void> {
  const answer = await act(...args);
  if (!answer.ok) throw new Error(answer.refusal.message);
}

/** Matters at every point of their way, some sealed and some not, alerts, publications and corrections among them. */
async function live(seed: number): Promise<void> {
  const next = sequence(seed);
  for (let i = 0; i < 25; i++) {
    const day = (d: number) => `2024-${String(1 + next(3)).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
    const on = day(1 + next(9));
    const month = on.slice(0, 8);
    const unit = `U${next(3)}`;
    const matter = await applied(world, {
      on,
      unit,
      fee: next(100_000) / 100,
      scale: next(2) ? 'large' : 'small',
    });
    const far = next(6);
    if (far > 1) await must(world, 'ask', { note: '缺少材料' }, { on: `${month}11`, unit, matter });
    if (far > 2) await must(world, 'supplement', {}, { on: `${month}12`, unit, matter });
    if (far > 3) await decided(world, matter, { on: `${month}20`, unit, granted: next(2) === 0 });
    if (far > 4) {
      const options = { on: `${month}21`, unit, matter, kind: 'publisher' } as const;
      await must(world, '$publish', { publication: 'decision' }, options);
    }
    if (next(8) === 0) await sealAll(database.sql, REGION, () => NOW);
  }
  await sweep(world, { region: REGION, now: NOW });
}

describe('rebuild', () => {
  it.each([1, 2, 3])('compared: what is stored is what the events say (seed %i)', async (seed) => {
    await live(seed);
    const report = await run(true);
    expect(report.differences).toEqual([]);
    expect(report.summary).toContain('完全一致');
    expect(report.events).toBeGreaterThan(50 * seed);
  });

  it('leaves the events of others alone, and their figures', async () => {
    await database.admin`update clock set calendar = 'old' where region = ${REGION} and stopped_on is null`;
    await recomputeClocks(world, { region: REGION, now: NOW });
    expect(await run(true)).toMatchObject({ differences: [], leftAlone: { calendar: 1 } });
  });

  it('names what differs, and changes nothing when it only compares', async () => {
    await database.admin`update matter set title = '改' where id = (select min(id::text)::uuid from matter)`;
    await database.admin`delete from clock where matter = (select min(matter::text)::uuid from clock)`;
    await database.admin`update rollup set value = value + 1 where indicator = 'permit.received'`;
    await database.admin`insert into figure_entry select region, 'x', month, on_date, unit, kind, event, year, stream, seq, 9
      from figure_entry where indicator = 'permit.open' limit 1`;
    const report = await run(true);
    const kinds = report.differences.map(({ table, kind, columns }) => [table, kind, columns]);
    expect(kinds).toContainEqual(['matter', 'differs', ['title']]);
    expect(kinds).toContainEqual(['clock', 'missing', undefined]);
    expect(kinds).toContainEqual(['figure_entry', 'surplus', undefined]);
    expect(kinds).toContainEqual(['rollup', 'differs', ['value']]);
    expect(await run(true)).toEqual(report);
  });

  it('sets everything right from the events, even from nothing', async () => {
    for (const table of derivedTables) await database.admin.unsafe(`delete from ${table}`);
    const report = await run(false);
    expect(report.summary).toContain('已由');
    expect(report.tables.matter).toBe(report.matters);
    expect((await run(true)).differences).toEqual([]);
    expect(await verify(database.sql, REGION)).toMatchObject({ ok: true });
  });

  it('lets steps go on afterwards, and waits for those under way', async () => {
    const [, steps] = await Promise.all([
      run(false),
      Promise.all(Array.from({ length: 30 }, () => applied(world, { on: '2024-05-06' }))),
    ]);
    expect(steps).toHaveLength(30);
    expect((await run(true)).differences).toEqual([]);
  });
});
