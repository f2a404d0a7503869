import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { seedZone } from '../../demo/seed-zone.ts';
import { holders, postId, zone } from '../../demo/zone.ts';
import { createSchemes } from '../../server/assessment/schemes.ts';
import { openWorld } from '../../server/open-world.ts';
import type { World } from '../../server/world.ts';
import { assessCommand } from './assess.ts';

let database: TestDatabase;
let world: World;
let printed = '';

beforeAll(async () => {
  database = await createTestDatabase();
  await seedZone(database.sql);
  world = await openWorld({ sql: database.sql, region: zone.code });
});
afterAll(() => database.drop());
beforeEach(() => {
  printed = '';
  process.exitCode = undefined;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  return () => vi.restoreAllMocks();
});

async function assess(...args: string[]) {
  const { sql, admin } = database;
  const open = async () => ({
    sql,
    admin,
    region: zone.code,
    steps: world.steps,
    world,
    close: async () => {},
  });
  await assessCommand(open).parseAsync([...args, '--json'], { from: 'user' });
  const answer = JSON.parse(printed);
  const code = process.exitCode;
  process.exitCode = undefined;
  return { answer, code };
}

it('says that there is no scheme or no assessment, with exit code 1', async () => {
  expect(await assess('simulate', '--year', '2024')).toMatchObject({
    code: 1,
    answer: { error: expect.stringContaining('还没有考核方案') },
  });
  printed = '';
  expect(await assess('results', '--year', '2024')).toMatchObject({
    code: 1,
    answer: { error: '没有2024年度的考核。' },
  });
});

it('tries the newest scheme on a year', async () => {
  const actor = { person: holders('U02', 'legal-office')[0]!.id, post: postId('U02', 'legal-office') };
  const acted = { region: zone.code, actor, now: '2025-01-20T02:00:00.000Z' };
  await createSchemes(world).create(acted, { year: 2025, from: 'example' });
  const { answer, code } = await assess('simulate', '--year', '2024');
  expect(code).toBeUndefined();
  expect(answer.results).toHaveLength(15);
  expect(answer.results[0]).toMatchObject({ className: '执法和审批部门', rank: 1 });
});
