import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { HolidayNotice } from '../../kernel/calendar/notice.ts';
import { officialNotices } from '../../kernel/calendar/notices.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { sequence } from '../../kernel/seal/test-support.ts';
import type { OperationId } from '../../lists/operations.ts';
import { contextOn, inputFor, sample } from '../../lists/test-support.ts';
import { presentCalendar, readCalendars } from '../calendars.ts';
import { uuidv7 } from '../entropy.ts';
import { operateList } from '../lists/index.ts';
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

const run = async (compare: boolean, now = world) =>
  rebuild(database.admin, {
    region: REGION,
    compare,
    derivations: {
      law: now.law,
      calendar: now.calendar(),
      calendarAt: (await readCalendars(database.sql)).at,
      procedure: now.procedure,
      findProcedure: now.findProcedure,
      findList: (id) => (id === sample.id ? sample : undefined),
    },
  });

async function must(...args: Parameters<typeof act>): Promise<void> {
  const answer = await act(...args);
  if (!answer.ok) throw new Error(answer.refusal.message);
}

/** Everything that can happen to items of a list, two of them merged in one request. */
async function operate(round: number): Promise<void> {
  const codes = [1, 2, 3].map((n) => `S-${String(10 * round + n).padStart(4, '0')}`);
  const [first, second, third] = codes as [string, string, string];
  const script: [OperationId, string, string, JsonObject?][] = [
    ['establish', first, '2024-01-01', { name: '食品经营许可' }],
    ['establish', second, '2024-01-01', { type: 'b', basis: '药品管理法' }],
    ['take-over', third, '2024-02-01'],
    ['adjust', first, '2024-03-01', { amount: 2 }],
    ['suspend', third, '2024-03-05'],
    ['merge', first, '2024-04-01', { merged: [{ code: second }] }],
    ['transfer', first, '2024-04-02'],
    ['cancel', third, '2024-05-01'],
  ];
  for (const [operation, code, on, more] of script) {
    const { actor, now } = contextOn(on);
    const action = { operation, input: inputFor(operation, code, on, more) };
    const answer = await operateList(world, sample, {
      region: REGION,
      request: uuidv7(),
      actions: [action],
      now,
      actor,
    });
    if (!answer.ok) throw new Error(answer.refusal.message);
  }
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
    await operate(seed);
    const report = await run(true);
    expect(report.differences).toEqual([]);
    expect(report.items).toBe(3 * seed);
    expect(report.summary).toContain('完全一致');
    expect(report.events).toBeGreaterThan(50 * seed);
  });

  it('leaves the events of others alone, and their figures', async () => {
    await database.admin`update clock set calendar = 'old' where region = ${REGION} and stopped_on is null`;
    await recomputeClocks(world, { region: REGION, now: NOW });
    expect(await run(true)).toMatchObject({ differences: [], leftAlone: { calendar: 1 } });
  });

  it('a notice entered later moves what runs and leaves what has stopped as it was judged', async () => {
    await sealAll(database.sql, REGION, () => NOW);
    const days = await database.sql<{ due: string }[]>`
      (select distinct due from clock where region = ${REGION} and stopped_on is null order by due limit 3)
      union (select distinct due from clock where region = ${REGION} and stopped_on is not null order by due limit 3)`;
    const known = officialNotices.find(({ year, amends }) => year === 2024 && !amends)!;
    const off = days.map(({ due }) => ({ name: '临时放假', from: due, to: due }));
    const notice: HolidayNotice = { ...known, holidays: [...known.holidays, ...off] };
    await database.admin`insert into holiday_notice (year, notice, entered_by, entered_at)
      values (2024, ${JSON.stringify(notice)}::text::jsonb, 'p1', ${NOW})`;
    const calendar = await presentCalendar(database.sql);
    const later = { ...world, calendar: () => calendar };
    expect((await recomputeClocks(later, { region: REGION, now: NOW })).moved).toBeGreaterThan(0);
    expect((await run(true, later)).differences).toEqual([]);
    const [judged] = await database.sql<{ clocks: number }[]>`
      select count(*) as clocks from clock where stopped_on is not null and calendar <> ${calendar.version}`;
    expect(judged!.clocks).toBeGreaterThan(0);
    world = later;
  });

  it('names what differs, and changes nothing when it only compares', async () => {
    await database.admin`update matter set title = '改' where id = (select min(id::text)::uuid from matter)`;
    await database.admin`delete from clock where matter = (select min(matter::text)::uuid from clock)`;
    await database.admin`update rollup set value = value + 1 where indicator = 'permit.received'`;
    await database.admin`update list_item set status = 'suspended' where code = 'S-0011'`;
    await database.admin`update list_version set to_date = null where code = 'S-0011' and seq = 1`;
    await database.admin`insert into figure_entry select region, 'x', month, on_date, unit, kind, event, year, stream, seq, 9
      from figure_entry where indicator = 'permit.open' limit 1`;
    const report = await run(true);
    const kinds = report.differences.map(({ table, kind, columns }) => [table, kind, columns]);
    expect(kinds).toContainEqual(['matter', 'differs', ['title']]);
    expect(kinds).toContainEqual(['clock', 'missing', undefined]);
    expect(kinds).toContainEqual(['list_item', 'differs', ['status']]);
    expect(kinds).toContainEqual(['list_version', 'differs', ['to_date']]);
    expect(kinds).toContainEqual(['figure_entry', 'surplus', undefined]);
    expect(kinds).toContainEqual(['rollup', 'differs', ['value']]);
    expect(await run(true)).toEqual(report);
  });

  it('sets everything right from the events, even from nothing, and leaves other regions and the indexes alone', async () => {
    const indexes = () => database.sql<{ definition: string }[]>`
      select indexdef as definition from pg_indexes where tablename = any (${[...derivedTables]}) order by 1`;
    const defined = await indexes();
    await database.admin`insert into rollup select '999902', indicator, unit, month, kind, value, entries from rollup`;
    const [{ elsewhere }] =
      (await database.sql`select count(*) as elsewhere from rollup where region = '999902'`) as [
        { elsewhere: number },
      ];
    for (const table of derivedTables) {
      await database.admin.unsafe(`delete from ${table} where region = '${REGION}'`);
    }
    const report = await run(false);
    expect(report.summary).toContain('已由');
    expect(report.tables.matter).toBe(report.matters);
    expect((await run(true)).differences).toEqual([]);
    expect(await indexes()).toEqual(defined);
    expect(await database.sql`select 1 from rollup where region = '999902'`).toHaveLength(elsewhere);
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
