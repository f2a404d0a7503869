import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { seedZone } from '../../demo/seed-zone.ts';
import { holders, zone } from '../../demo/zone.ts';
import { openWorld } from '../../server/open-world.ts';
import type { World } from '../../server/world.ts';
import type { OpenStore } from '../open-store.ts';
import { calendarCommand } from './calendar.ts';

const text = `国务院办公厅关于调整2026年国庆节假期安排的通知
国办示例〔2026〕9号
现对《国务院办公厅关于2026年部分节假日安排的通知》中国庆节假期安排调整如下：
10月8日（星期四）放假，共1天。10月11日（星期日）上班。`;

let database: TestDatabase;
let world: World;
let printed = '';
const dir = mkdtempSync(join(tmpdir(), 'fazhi-calendar-'));
const file = join(dir, 'notice.txt');

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-20T02:00:00.000Z') });
  database = await createTestDatabase();
  await seedZone(database.sql);
  world = await openWorld({ sql: database.sql, region: zone.code });
  writeFileSync(file, text);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(() => {
  printed = '';
  const print = vi.spyOn(process.stdout, 'write').mockImplementation((written) => {
    printed += String(written);
    return true;
  });
  const warn = vi.spyOn(process.stderr, 'write').mockImplementation((written) => {
    printed += String(written);
    return true;
  });
  return () => {
    print.mockRestore();
    warn.mockRestore();
    process.exitCode = undefined;
  };
});

async function run(...args: string[]): Promise<number> {
  const { sql, admin } = database;
  const store = { sql, admin, region: zone.code, world, steps: world.steps, close: async () => {} };
  await calendarCommand(async () => store as unknown as OpenStore).parseAsync(args, { from: 'user' });
  return Number(process.exitCode ?? 0);
}

const [clerk] = holders('U02', 'legal-office');
const entries = () => database.sql`select 1 from holiday_notice`;

it('shows what an amendment would do, enters it in the name of a clerk, and shows the year with it', async () => {
  expect(await run('enter', file, '--as', clerk!.id, '--dry-run')).toBe(0);
  expect(printed).toContain(
    '可以录入2026年《国务院办公厅关于调整2026年国庆节假期安排的通知》（国办示例〔2026〕9号）',
  );
  expect(printed).toContain('2026-10-08 工作日改为放假（国庆节）');
  expect(await entries()).toHaveLength(0);
  printed = '';
  expect(await run('enter', file, '--as', clerk!.id)).toBe(0);
  expect(printed).toContain('2026-10-11 周日改为调休上班');
  expect(await entries()).toHaveLength(1);
  const audited = await database.sql`select person, detail from audit where kind = 'calendar-entered'`;
  expect(audited).toEqual([{ person: clerk!.id, detail: '2026 0/0 国办示例〔2026〕9号' }]);
  printed = '';
  expect(await run('show', '2026')).toBe(0);
  expect(printed).toContain(`2026-09-20由${clerk!.name}录入`);
});

it('refuses whoever may not enter it, and a year nobody knows', async () => {
  const [liaison] = holders('U04', 'liaison');
  expect(await run('enter', file, '--as', liaison!.id)).toBe(1);
  expect(printed).toContain('没有担任可以录入放假通知的岗位');
  expect(await run('show', '1999')).toBe(1);
  expect(printed).toContain('没有1999年的放假安排，已有2015年至2027年。');
  expect(await entries()).toHaveLength(1);
});
