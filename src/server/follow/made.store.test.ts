import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { seedZone } from '../../demo/seed-zone.ts';
import { holders, postId, zone } from '../../demo/zone.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { as } from '../assessment/zone.testing.ts';
import { openWorld } from '../open-world.ts';
import type { World } from '../world.ts';
import { makePaper, openPaper, papersMade } from './made.ts';

let database: TestDatabase;
let world: World;
let round: string;
const clerk = as('U02', 'legal-office');
const at = (day: string) => `${day}T02:00:00.000Z`;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedZone(database.sql);
  world = await openWorld({ sql: database.sql, region: zone.code });
  round = await act('inspection-round', 'open', ['U02', 'legal-office'], '2025-07-01', {
    name: '2025年年中督察',
    year: 2025,
    way: 'on-site',
    scope: '年度要点落实情况',
    from: '2025-07-14',
    selfCheckBy: '2025-07-10',
    units: [{ unit: 'U04' }, { unit: 'U05' }],
  });
});
afterAll(async () => {
  await world.appender.idle();
  await database.drop();
});

async function act(
  procedure: string,
  step: string,
  [unit, kind]: [string, PostKindId],
  day: string,
  input: object,
  matter?: string,
): Promise<string> {
  const answer = await world.run({
    region: zone.code,
    request: uuidv7(),
    procedure,
    step,
    input: input as Record<string, never>,
    now: at(day),
    on: day,
    actor: { person: holders(unit, kind)[0]!.id, post: postId(unit, kind) },
    ...(matter === undefined ? {} : { matter, expected: await seqOf(matter) }),
  });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.matter;
}

async function seqOf(matter: string): Promise<number> {
  const [row] = await database.sql<{ seq: number }[]>`select seq from matter where id = ${matter}`;
  return row!.seq;
}

const make = (form: 'notice' | 'report', day: string) => makePaper(world, clerk, { round, form }, at(day));
const opened = (version: number, day: string) => openPaper(world, clerk, { round, version }, at(day));

test('a paper opens as it was made, whatever became of the campaign and its units since', async () => {
  const interim = await make('report', '2025-07-12');
  expect(interim).toMatchObject({ version: 1, form: 'report', date: '2025-07-12', madeOn: '2025-07-12' });
  const notice = await make('notice', '2025-07-12');
  expect(notice).toMatchObject({ version: 2, date: '2025-07-01', again: false });
  const [told, sent] = [await opened(1, '2025-07-12'), await opened(2, '2025-07-12')];
  expect(JSON.stringify(told)).toContain('自查报告逾期');

  const [child] = await database.sql<{ id: string }[]>`
    select id from matter where procedure = 'inspection' and unit = 'U04'`;
  await act(
    'inspection',
    'self-check',
    ['U04', 'liaison'],
    '2025-07-13',
    { selfCheck: '已完成自查' },
    child!.id,
  );
  await database.admin`update unit set name = '改了名的单位' where code = 'U04'`;
  await world.refresh();
  expect(await opened(1, '2026-09-01')).toEqual(told);
  expect(await opened(2, '2026-09-01')).toEqual(sent);
  const later = await make('report', '2025-07-14');
  expect(later).toMatchObject({ version: 3, again: false });
  expect(JSON.stringify(await opened(3, '2025-07-14'))).toContain('改了名的单位');
  expect((await papersMade(world, clerk, round, at('2025-07-14'))).map(({ version }) => version)).toEqual([
    3, 2, 1,
  ]);
});

test('made again with nothing changed, the last one is given', async () => {
  const first = await make('report', '2025-07-15');
  expect(await make('report', '2025-07-15')).toEqual({ ...first, again: true });
});

test('a unit neither makes nor opens papers about all units; what was not made is not there', async () => {
  const liaison = as('U04', 'liaison');
  const asked = at('2025-07-15');
  for (const refused of [
    () => makePaper(world, liaison, { round, form: 'notice' }, asked),
    () => openPaper(world, liaison, { round, version: 1 }, asked),
    () => papersMade(world, liaison, round, asked),
  ]) {
    await expect(refused()).rejects.toMatchObject({ refusal: { kind: 'forbidden' } });
  }
  await expect(opened(99, '2025-07-15')).rejects.toMatchObject({ refusal: { kind: 'not-found' } });
});
