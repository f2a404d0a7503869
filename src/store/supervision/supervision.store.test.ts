import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createCalendar } from '../../kernel/calendar/calendar.ts';
import { officialNotices } from '../../kernel/calendar/notices.ts';
import { workdaysLeft } from '../../kernel/clock/standing.ts';
import { addDays } from '../../kernel/dates.ts';
import { act, applied, decided, REGION, tinyWorld } from '../sealing/test-support.ts';
import { verify } from '../sealing/verify.ts';
import type { StepWorld } from '../steps/run.ts';
import { nearLimits } from './causes.ts';
import { loadByUnit, mostOverdue } from './overdue.ts';
import { recomputeClocks } from './recompute.ts';
import { sweep } from './sweep.ts';
import { startSweeper } from './sweeper.ts';

let database: TestDatabase;
let world: StepWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  world = tinyWorld(database.sql);
});
afterAll(() => database.drop());

const at = (day: string) => `${day}T01:00:00.000Z`;
const alerts = () =>
  database.sql<{ level: string; message: string; unit: string; subject: string }[]>`
    select state -> 'facts' ->> 'level' as level, state -> 'facts' ->> 'message' as message, unit,
           state -> 'facts' ->> 'subject' as subject
    from matter where region = ${REGION} and procedure = 'alert' order by id`;

it('nearLimits: the last day on which so few workdays are left, over holidays too', () => {
  const calendar = createCalendar(officialNotices);
  for (const today of ['2024-02-07', '2024-02-10', '2024-09-27', '2024-06-05']) {
    nearLimits(today, calendar, 8).forEach((limit, near) => {
      expect(workdaysLeft(limit, today, calendar)).toBeLessThanOrEqual(near);
      expect(workdaysLeft(addDays(limit, 1), today, calendar)).toBeGreaterThan(near);
    });
  }
});

describe('sweep', () => {
  const matter: Record<string, string> = {};
  beforeAll(async () => {
    // Applied on Friday 2024-03-01 with 20 workdays: due on Friday 2024-03-29.
    matter.open = await applied(world, { on: '2024-03-01', unit: 'U1' });
    matter.decided = await applied(world, { on: '2024-03-01', unit: 'U1' });
    matter.paused = await applied(world, { on: '2024-03-01', unit: 'U2' });
    await decided(world, matter.decided, { on: '2024-03-04', unit: 'U1' });
    await act(world, 'ask', {}, { on: '2024-03-05', unit: 'U2', matter: matter.paused });
  });

  it('finds nothing before a clock is near', async () => {
    expect(await sweep(world, { region: REGION, now: at('2024-03-08') })).toEqual({ yellow: 1, red: 0 });
    expect((await alerts())[0]!.message).toContain('许可决定公示');
    expect(await sweep(world, { region: REGION, now: at('2024-03-08') })).toEqual({ yellow: 0, red: 0 });
  });

  it('warns once when the due day is near, in the unit of the matter', async () => {
    await act(
      world,
      '$publish',
      { publication: 'decision' },
      { on: '2024-03-12', matter: matter.decided, kind: 'publisher' },
    );
    expect(await sweep(world, { region: REGION, now: at('2024-03-25') })).toEqual({ yellow: 0, red: 0 });
    expect(await sweep(world, { region: REGION, now: at('2024-03-26') })).toEqual({ yellow: 1, red: 0 });
    expect(await sweep(world, { region: REGION, now: at('2024-03-27') })).toEqual({ yellow: 0, red: 0 });
    expect((await alerts()).at(-1)).toEqual({
      level: 'yellow',
      message: '“审批期限”于2024年3月29日届满，还有3个工作日，请抓紧办理。',
      unit: 'U1',
      subject: matter.open,
    });
  });

  it('alarms once when the due day has passed, however many sweep at a time', async () => {
    expect(await sweep(world, { region: REGION, now: at('2024-03-29') })).toEqual({ yellow: 0, red: 0 });
    const swept = await Promise.all(
      [1, 2, 3].map(() => sweep(world, { region: REGION, now: at('2024-04-02') })),
    );
    expect(swept.map(({ red }) => red).sort()).toEqual([0, 0, 1]);
    expect((await alerts()).at(-1)).toMatchObject({
      level: 'red',
      message: '“审批期限”已于2024年3月29日届满，超过2个工作日，请立即办理并说明原因。',
    });
  });

  it('leaves out clocks that stand still and those that bind the applicant', async () => {
    await sweep(world, { region: REGION, now: at('2024-12-31') });
    expect((await alerts()).map(({ subject }) => subject)).not.toContain(matter.paused);
  });

  it('lists the most overdue first, those due soon, and counts by unit', async () => {
    const later = await applied(world, { on: '2024-03-11', unit: 'U2' });
    const today = '2024-04-10';
    const overdue = await mostOverdue(database.sql, REGION, { today, limit: 10 });
    expect(overdue.map((clock) => [clock.matter, clock.due])).toEqual([
      [matter.open, '2024-03-29'],
      [later, '2024-04-09'],
    ]);
    expect(await mostOverdue(database.sql, REGION, { today, limit: 1, unit: 'U2' })).toMatchObject([
      { matter: later, number: expect.stringMatching(/^CS-/), title: '食品经营许可' },
    ]);
    expect(await loadByUnit(database.sql, REGION, { today: '2024-04-08', until: '2024-04-30' })).toEqual([
      { unit: 'U1', overdue: 1, soon: 0 },
      { unit: 'U2', overdue: 0, soon: 1 },
    ]);
  });
});

describe('recompute', () => {
  it('moves the clocks that run when a notice is entered, and records it', async () => {
    const known = officialNotices.filter((notice) => notice.year < 2025);
    const before = tinyWorld(database.sql, known);
    await recomputeClocks(before, { region: REGION, now: at('2024-12-01') });
    const running = await applied(before, { on: '2025-04-28' });
    const settled = await applied(before, { on: '2025-04-28' });
    await decided(before, settled, { on: '2025-04-29' });
    const row = (matter: string) =>
      database.sql`select due, provisional, calendar from clock where matter = ${matter} and clock = 'decide'`;
    const [first] = await row(running);
    const [stopped] = await row(settled);
    expect(first).toMatchObject({ provisional: true });

    const after = tinyWorld(database.sql, officialNotices);
    const done = await recomputeClocks(after, { region: REGION, now: at('2025-04-30'), batch: 2 });
    const [moved] = await row(running);
    expect(moved).toMatchObject({ provisional: false, calendar: after.calendar().version });
    expect(moved!.due).not.toBe(first!.due);
    expect(await row(settled)).toEqual([stopped]);
    expect(done.clocks).toBeGreaterThanOrEqual(2);
    const [event] = await database.sql`
      select data from event where region = ${REGION} and type = 'calendar/recomputed' order by at desc limit 1`;
    expect(event!.data).toEqual(done);
    expect(await recomputeClocks(after, { region: REGION, now: at('2025-04-30') })).toMatchObject({
      clocks: 0,
    });
    expect(await verify(database.sql, REGION)).toMatchObject({ ok: true });
  });
});

it('the sweeper reads again what was entered elsewhere, and carries a recomputation that was cut short to its end', async () => {
  const before = tinyWorld(
    database.sql,
    officialNotices.filter((notice) => notice.year < 2026),
  );
  const matter = await applied(before, { on: '2025-12-26' });
  let calendar = before.calendar();
  const sweeper = startSweeper(
    { ...before, calendar: () => calendar },
    {
      regions: [REGION],
      now: () => at('2025-12-29'),
      before: async () => {
        calendar = tinyWorld(database.sql, officialNotices).calendar();
      },
    },
  );
  await sweeper.stop();
  const [clock] = await database.sql`
    select provisional, calendar from clock where matter = ${matter} and clock = 'decide'`;
  expect(clock).toEqual({ provisional: false, calendar: calendar.version });
});

it('the sweeper raises alerts also where nobody listens to what it did', async () => {
  const matter = await applied(world, { on: '2024-09-02', unit: 'U9' });
  const late = '2024-11-29T01:00:00.000Z';
  const sweeper = startSweeper(world, { regions: [REGION], now: () => late });
  await sweeper.stop();
  expect((await alerts()).filter((alert) => alert.subject === matter).map((alert) => alert.level)).toContain(
    'red',
  );
});
