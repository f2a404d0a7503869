import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { queryTerms } from '../../kernel/search/terms.ts';
import { findMatter, streamEvents } from '../matters/matter.ts';
import { rebuild } from '../rebuild/rebuild.ts';
import { sealAll } from '../sealing/sealer.ts';
import { applied, decided, REGION, tinyWorld } from '../sealing/test-support.ts';
import { verify } from '../sealing/verify.ts';
import type { StepWorld } from '../steps/run.ts';
import { forget } from './forget.ts';

const by = { person: 'p9', post: 'archive@U1', unit: 'U1' };
/** Ten years and a day after the first decisions. */
const NOW = '2034-01-21T02:00:00.000Z';

let database: TestDatabase;
let world: StepWorld;
/** Decided on 2024-01-20, on 2024-03-01, and never. */
let old: string[];
let young: string;
let open: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = tinyWorld(database.sql);
  const close = async (on: string) => {
    const matter = await applied(world, { on: '2024-01-08' });
    await decided(world, matter, { on });
    return matter;
  };
  old = [await close('2024-01-20'), await close('2024-01-20'), await close('2024-01-20')];
  young = await close('2024-03-01');
  open = await applied(world, { on: '2024-01-08' });
  await sealAll(database.sql, REGION, () => NOW);
});
afterAll(() => database.drop());

const ask = { region: REGION, by, now: NOW };
const found = async () => {
  const rows = await database.sql<{ matter: string }[]>`
    select matter from matter_search where personal_terms @> ${queryTerms('张某某')} order by matter`;
  return rows.map(({ matter }) => matter);
};
const values = async () => {
  const rows = await database.sql<{ matter: string }[]>`
    select matter from personal_value where region = ${REGION} order by matter`;
  return [...new Set(rows.map(({ matter }) => matter))];
};

describe('forget', () => {
  it('only counts when it is asked to', async () => {
    const report = await forget(world, { ...ask, closedBefore: '2030-01-01', dryRun: true });
    expect(report).toMatchObject({ dryRun: true, matters: 3, values: 6, events: [] });
    expect(report.summary).toContain('尚未销毁');
    expect(await values()).toHaveLength(5);
  });

  it('refuses a matter whose values have to stay, and says until when', async () => {
    await expect(forget(world, { ...ask, matter: open })).rejects.toThrow(/尚未办结/);
    await expect(forget(world, { ...ask, matter: young })).rejects.toThrow(/2034年3月1日之后才能销毁/);
    await expect(forget(world, { ...ask, matter: '00000000-0000-7000-8000-000000000000' })).rejects.toThrow(
      /没有这个办件/,
    );
    expect(await values()).toHaveLength(5);
  });

  it('keeps what the last day of the period still covers', async () => {
    const now = '2034-01-20T02:00:00.000Z';
    expect(await forget(world, { ...ask, now, closedBefore: '2034-01-01' })).toMatchObject({ matters: 0 });
  });

  it('destroys one matter, then all whose period is over, each batch with its event', async () => {
    expect(await forget(world, { ...ask, matter: old[0]! })).toMatchObject({ matters: 1, values: 2 });
    expect(await found()).toHaveLength(4);
    const report = await forget(world, { ...ask, closedBefore: '2030-01-01', batch: 1 });
    expect(report).toMatchObject({ matters: 2, values: 4 });
    expect(report.events).toHaveLength(2);
    expect(await values()).toEqual([young, open].sort());
    expect(await forget(world, { ...ask, closedBefore: '2030-01-01' })).toMatchObject({
      matters: 0,
      events: [],
    });
  });

  it('the ledger tells of it without the values', async () => {
    const rows = await database.sql<{ stream: string }[]>`
      select stream from event where region = ${REGION} and type = 'retention/destroyed'`;
    expect(rows).toHaveLength(3);
    const events = (
      await Promise.all(rows.map(({ stream }) => streamEvents(world.sql, REGION, stream)))
    ).flat();
    for (const event of events) {
      expect(event).toMatchObject({ seq: 1, actor: by, on: '2034-01-21', personal: {} });
      expect(event.data).toMatchObject({ procedure: 'permit', years: 10, values: 2 });
      expect(JSON.stringify(event)).not.toContain('张某某');
    }
    expect(events.flatMap(({ data }) => data.matters).sort()).toEqual([...old].sort());
  });

  it('the chain holds, and verify says how many are gone and how many of them are recorded', async () => {
    await sealAll(database.sql, REGION, () => NOW);
    const report = await verify(database.sql, REGION);
    expect(report).toMatchObject({ ok: true, personal: { kept: 4, destroyed: 6, recorded: 6 } });
    expect(report.summary).toContain('已销毁6项（其中6项有销毁记录）');
  });

  it('nobody finds the name any more, also after a rebuild; the digest stays in the record', async () => {
    expect(await found()).toEqual([young, open].sort());
    const { law, procedure, findProcedure } = world;
    const derivations = {
      law,
      calendar: world.calendar(),
      procedure,
      findProcedure,
      findList: () => undefined,
    };
    await rebuild(database.admin, { region: REGION, derivations });
    expect(await found()).toEqual([young, open].sort());
    expect((await findMatter(world.sql, REGION, old[0]!))!.personal).toEqual({});
    const [applying] = await streamEvents(world.sql, REGION, old[0]!);
    expect(Object.keys(applying!.personal).sort()).toEqual(['applicant', 'telephone']);
  });

  it('values destroyed and their record stand or fall together', async () => {
    const broken = { ...world, entropy: { ...world.entropy, id: () => 'not a uuid' } };
    const later = { ...ask, now: '2040-01-01T00:00:00.000Z', matter: young };
    await expect(forget(broken, later)).rejects.toThrow();
    expect(await values()).toContain(young);
    expect(await found()).toContain(young);
  });
});
