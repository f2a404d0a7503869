import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { seedZone } from '../../demo/seed-zone.ts';
import { requestInformation } from '../../demo/testing/application.ts';
import { zone } from '../../demo/zone.ts';
import { type HolidayNotice, yearlyTitle } from '../../kernel/calendar/notice.ts';
import { readCalendars } from '../../store/calendars.ts';
import { recomputeClocks } from '../../store/supervision/recompute.ts';
import { clockViews } from '../handlers/clocks.ts';
import { openWorld } from '../open-world.ts';
import type { World } from '../world.ts';
import { enterHolidays } from './entering.ts';
import { calendarYears } from './years.ts';

const NOW = '2026-10-12T02:00:00.000Z';
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedZone(database.sql);
  world = await openWorld({ sql: database.sql, region: zone.code });
});
afterAll(async () => {
  await world.appender.idle();
  await database.drop();
});

/** A request for information received on a day: 20 workdays to answer it. */
const received = (on: string, now = NOW) => requestInformation(world, { unit: 'U04', on, now });

async function dueOf(matter: string) {
  const [row] = await database.sql<{ due: string; provisional: boolean; calendar: string }[]>`
    select due, provisional, calendar from clock where matter = ${matter} order by clock limit 1`;
  return row!;
}

const running = () => database.sql<{ due: string }[]>`
  select due from clock where stopped_on is null order by matter, clock`;

async function clocksOf(matter: string) {
  const [row] = await database.sql`select state from matter where id = ${matter}`;
  const { state } = row as { state: Parameters<typeof clockViews>[2] };
  return clockViews(world, world.systems.registry.get(state.procedure, state.version), state, '2026-10-12');
}

const moved: HolidayNotice = {
  year: 2026,
  source: '国务院办公厅关于调整2026年部分日期放假安排的通知',
  number: '国办示例〔2026〕9号',
  amends: yearlyTitle(2026),
  holidays: [{ name: '调休放假', from: '2026-10-19', to: '2026-10-19' }],
  workdays: ['2026-10-11'],
};
const enter = (notice: HolidayNotice, dryRun = false) =>
  enterHolidays(world, { notice, dryRun, region: zone.code, person: 'system', now: NOW });

describe('an amendment in the middle of running clocks', () => {
  test('is tried without a trace, then moves what runs; the ledger and the screen name its number', async () => {
    // 20 workdays from 21 September: over the holiday, and over the day that becomes free.
    const over = await received('2026-09-21');
    const before = await dueOf(over);
    const past = await received('2026-10-09');
    const stood = await running();
    const tried = await enter({ ...moved, workdays: [] }, true);
    expect(tried).toMatchObject({ again: false, replaces: null, recomputed: stood.length, late: 0 });
    expect(await dueOf(over)).toEqual(before);
    expect(await database.sql`select 1 from holiday_notice`).toHaveLength(0);

    const done = await enter({ ...moved, workdays: [] });
    expect(done).toEqual(tried);
    const differing = (await running()).filter(({ due }, at) => due !== stood[at]!.due).length;
    expect(differing).toBeGreaterThan(1);
    expect(done.changed).toBe(differing);
    expect(done.changes).toEqual([
      { date: '2026-10-19', before: '工作日', after: '放假（调休放假）', past: false },
    ]);
    const after = await dueOf(over);
    expect(after.due > before.due).toBe(true);
    expect(after.calendar).toBe(world.calendar().version);
    const [event] = await database.sql`select data from event where type = 'calendar/recomputed'`;
    expect(event!.data).toMatchObject({
      moved: differing,
      because: { year: 2026, ordinal: 1, number: moved.number },
    });
    const clock = (await clocksOf(over)).find(({ main }) => main);
    expect(clock!.calendar).toBe('2026年放假通知（2026年经国办示例〔2026〕9号调整）');
    expect(clock!.explain.map(({ text }) => text).join()).toContain('2026年10月19日放假');

    const [, year] = await calendarYears(world, zone.code, '2026-10-12');
    expect(year).toMatchObject({ year: 2026, entered: null });
    expect(year!.amendments).toMatchObject([
      {
        number: moved.number,
        entered: { on: '2026-10-12', changed: differing },
        changes: done.changes,
      },
    ]);
    expect(year!.holidays).toContainEqual({ name: '调休放假', from: '2026-10-19', to: '2026-10-19' });
    expect((await dueOf(past)).calendar).toBe(after.calendar);
  });

  test('entered again as it is, it writes nothing; with another day, it takes the place of the first entry', async () => {
    const matter = await received('2026-10-10');
    const before = await dueOf(matter);
    const same = await enter({ ...moved, workdays: [] });
    expect(same).toMatchObject({ again: true, changes: [], recomputed: 0 });
    expect(await database.sql`select 1 from holiday_notice`).toHaveLength(1);
    // A day already past becomes a workday: said so, and clocks over it move to an earlier day.
    const corrected = await enter(moved);
    expect(corrected).toMatchObject({ again: false, replaces: '2026-10-12' });
    expect(corrected.changes).toEqual([
      { date: '2026-10-11', before: '周日', after: '调休上班', past: true },
    ]);
    expect((await dueOf(matter)).due < before.due).toBe(true);
    const [, year] = await calendarYears(world, zone.code, '2026-10-12');
    expect(year!.amendments).toHaveLength(1);
  });

  test('of a year not entered is refused, and nothing changes', async () => {
    const next = { ...moved, year: 2027, holidays: [], workdays: ['2027-03-06'], amends: yearlyTitle(2027) };
    await expect(enter(next)).rejects.toThrow('2027年的放假通知尚未录入');
    expect(await database.sql`select 1 from holiday_notice`).toHaveLength(2);
  });

  test('a provisional date becomes final by it', async () => {
    const provisional = world.calendar().addWorkdays('2027-01-04', -20);
    const matter = await received(provisional, `${provisional}T09:00:00.000Z`);
    expect(await dueOf(matter)).toMatchObject({ provisional: true, due: '2027-01-04' });
    const extra = { ...moved, number: '国办示例〔2026〕12号', holidays: [], workdays: ['2026-12-26'] };
    expect(await enter(extra)).toMatchObject({ settled: 1 });
    expect(await dueOf(matter)).toMatchObject({ provisional: false, due: '2026-12-31' });
  });

  test('clocks that were left behind are mended when the same notice is entered again, and by the sweep', async () => {
    await database.admin`update clock set calendar = 'old', due = '2026-10-30' where stopped_on is null`;
    expect((await enter(moved)).recomputed).toBeGreaterThan(3);
    await database.admin`update clock set calendar = 'old' where stopped_on is null`;
    expect((await recomputeClocks(world.steps, { region: zone.code, now: NOW })).clocks).toBeGreaterThan(3);
  });

  test('what was judged keeps its calendar: every one that held is known by time and by version', async () => {
    const matter = await received('2026-09-21');
    const calendars = await readCalendars(database.sql);
    const first = calendars.at('2026-10-01T00:00:00.000Z');
    expect(first.isWorkday('2026-10-19')).toBe(true);
    expect(calendars.present.isWorkday('2026-10-19')).toBe(false);
    expect(calendars.of(first.version)).toBe(first);
    expect(calendars.of(calendars.present.version)).toBe(calendars.present);
    expect(calendars.of('unknown')).toBeUndefined();
    const main = async () => (await clocksOf(matter)).find((clock) => clock.main)!;
    const now = await main();
    await database.admin`update clock set calendar = ${first.version} where matter = ${matter}`;
    const then = await main();
    expect(then.calendar).toBe('2026年放假通知');
    const amended = (clock: typeof now) => clock.explain.some(({ text }) => text.includes('其间按'));
    expect([amended(now), amended(then)]).toEqual([true, false]);
  });

  test('entries are never changed nor taken away', async () => {
    await expect(database.sql`delete from holiday_notice`).rejects.toMatchObject({ code: '42501' });
    await expect(database.sql`update holiday_notice set year = 2025`).rejects.toMatchObject({
      code: '42501',
    });
  });
});
