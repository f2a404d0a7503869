import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { uuidv7 } from '../entropy.ts';
import { findMatterOfPaper, findVersion, keepVersion, paperHeads, publishedPapers } from './versions.ts';

const REGION = '999902';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const KIND = 'annual-report';
const paper = uuidv7();
const version = (number: number, title = '报告') => ({
  paper,
  version: number,
  kind: KIND,
  year: 2024,
  form: 'four-part',
  unit: null,
  title,
  content: { title, share: 0.1, list: [1, 'a'] },
  savedBy: 'p1',
  savedAt: `2025-01-0${number}T00:00:00.000Z`,
});

it('keeps every version and gives the newest unless one is named', async () => {
  await keepVersion(database.sql, REGION, version(1));
  await keepVersion(database.sql, REGION, version(2, '报告第二稿'));
  expect(await findVersion(database.sql, REGION, KIND, paper)).toMatchObject(version(2, '报告第二稿'));
  expect(await findVersion(database.sql, REGION, KIND, paper, 1)).toMatchObject({
    content: version(1).content,
  });
  expect(await findVersion(database.sql, '999903', KIND, paper)).toBeUndefined();
});

it('tells the second of two who save the same version that somebody was faster', async () => {
  await expect(keepVersion(database.sql, REGION, version(2))).rejects.toMatchObject({
    refusal: { kind: 'stale' },
  });
});

it('lists each report once, with its matter where it has one', async () => {
  await keepVersion(database.sql, REGION, { ...version(1), paper: uuidv7(), year: 2023, unit: 'U1' });
  expect((await paperHeads(database.sql, REGION, KIND)).map(({ year, version }) => [year, version])).toEqual([
    [2024, 2],
    [2023, 1],
  ]);
  expect(await paperHeads(database.sql, REGION, KIND, 'U1')).toHaveLength(1);
  const state = { facts: { paper, year: 2024 }, publications: { report: { status: 'published' } } };
  await database.admin`
    insert into matter (region, id, procedure, version, seq, number, title, unit, stages, closed, started_on, handler, state)
    values (${REGION}, ${uuidv7()}, 'annual-report', 1, 1, 'NB1', '报告', 'U0', '{issued}', false, '2025-01-09', 'p1',
            ${JSON.stringify(state)}::text::jsonb)`;
  expect(await findMatterOfPaper(database.sql, REGION, KIND, paper)).toEqual(state);
  expect((await paperHeads(database.sql, REGION, KIND))[0]?.matter).toEqual(state);
  expect(await publishedPapers(database.sql, REGION, KIND, 'report')).toEqual([state]);
});

it('lets nobody change a version', async () => {
  await expect(database.sql`update paper_version set title = 'x'`).rejects.toThrow();
  await expect(database.admin`update paper_version set title = 'x'`).rejects.toThrow(/append-only/);
});
