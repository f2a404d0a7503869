import type { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type LeadersZone, NOW, openLeadersZone } from '../../demo/testing/leaders.ts';
import { zone } from '../../demo/zone.ts';
import { dutiesCommand } from './duties.ts';
import { overviewCommand } from './overview.ts';

let leaders: LeadersZone;
let printed = '';

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(NOW) });
  leaders = await openLeadersZone();
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await leaders.close();
});
beforeEach(() => {
  printed = '';
  process.exitCode = undefined;
  const print = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const warn = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  return () => {
    print.mockRestore();
    warn.mockRestore();
    process.exitCode = undefined;
  };
});

async function run(make: typeof overviewCommand | typeof dutiesCommand, ...args: string[]) {
  const { database, world } = leaders;
  const { sql, admin } = database;
  const open = async () => ({
    sql,
    admin,
    region: zone.code,
    steps: world.steps,
    world,
    close: async () => {},
  });
  const command: Command = make(open);
  await command.parseAsync(args, { from: 'user' });
  return Number(process.exitCode ?? 0);
}

it('overview tells the year as of today, and a year that is over as of its last day', async () => {
  expect(await run(overviewCommand, '--year', '2026', '--json')).toBe(0);
  const view = JSON.parse(printed);
  expect(view).toMatchObject({ today: '2026-11-20', year: 2026, unit: null });
  expect(view.leaders.length).toBeGreaterThan(1);
  printed = '';
  expect(await run(overviewCommand, '--year', '2025', '--json')).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({ today: '2025-12-31', year: 2025 });
  printed = '';
  expect(await run(overviewCommand, '--year', '2026')).toBe(0);
  expect(printed).toContain('全区2026年，截至2026年11月20日');
  expect(printed).toContain(view.leaders[0].name);
});

it('overview of a year to come or of an unknown unit is refused with the reason', async () => {
  expect(await run(overviewCommand, '--year', '2027', '--json')).toBe(1);
  expect(JSON.parse(printed).error).toBe('2027年还没有到。');
  for (const command of [overviewCommand, dutiesCommand]) {
    printed = '';
    expect(await run(command, '--year', '2026', '--unit', 'nowhere', '--json')).toBe(1);
    expect(JSON.parse(printed).error).toContain('没有代码为“nowhere”的单位');
  }
});

it('duties lists each leader with what the ledger counts, for the region or one unit', async () => {
  expect(await run(dutiesCommand, '--year', '2026', '--json')).toBe(0);
  const all = JSON.parse(printed);
  expect(all.leaders.length).toBeGreaterThan(1);
  expect(all.leaders[0].duties[0]).toMatchObject({
    target: expect.any(Number),
    actual: expect.any(Number),
    state: expect.stringMatching(/^(done|running|late)$/),
  });
  printed = '';
  expect(await run(dutiesCommand, '--year', '2026', '--unit', 'U04', '--json')).toBe(0);
  const one = JSON.parse(printed);
  expect(one.leaders.length).toBeGreaterThan(0);
  expect(one.leaders.length).toBeLessThan(all.leaders.length);
  printed = '';
  expect(await run(dutiesCommand, '--year', '2026')).toBe(0);
  expect(printed).toContain(all.leaders[0].name);
  expect(printed).toContain(all.leaders[0].duties[0].name);
  printed = '';
  expect(await run(dutiesCommand, '--year', '2001')).toBe(0);
  expect(printed).toContain('没有2001年度的职责清单。');
});
