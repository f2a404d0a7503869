import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { uuidv7 } from '../entropy.ts';
import { findReportMatter, findVersion, keepVersion, publishedReports, reportHeads } from './versions.ts';

const REGION = '999902';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const report = uuidv7();
const version = (number: number, title = '报告') => ({
  report,
  version: number,
  year: 2024,
  skeleton: 'four-part',
  unit: null,
  title,
  draft: { title, share: 0.1, list: [1, 'a'] },
  savedBy: 'p1',
  savedAt: `2025-01-0${number}T00:00:00.000Z`,
});

it('keeps every version and gives the newest unless one is named', async () => {
  await keepVersion(database.sql, REGION, version(1));
  await keepVersion(database.sql, REGION, version(2, '报告第二稿'));
  expect(await findVersion(database.sql, REGION, report)).toMatchObject(version(2, '报告第二稿'));
  expect(await findVersion(database.sql, REGION, report, 1)).toMatchObject({ draft: version(1).draft });
  expect(await findVersion(database.sql, '999903', report)).toBeUndefined();
});

it('tells the second of two who save the same version that somebody was faster', async () => {
  await expect(keepVersion(database.sql, REGION, version(2))).rejects.toMatchObject({
    refusal: { kind: 'stale' },
  });
});

it('lists each report once, with its matter where it has one', async () => {
  await keepVersion(database.sql, REGION, { ...version(1), report: uuidv7(), year: 2023, unit: 'U1' });
  expect((await reportHeads(database.sql, REGION)).map(({ year, version }) => [year, version])).toEqual([
    [2024, 2],
    [2023, 1],
  ]);
  expect(await reportHeads(database.sql, REGION, 'U1')).toHaveLength(1);
  const state = { facts: { report, year: 2024 }, publications: { report: { status: 'published' } } };
  await database.admin`
    insert into matter (region, id, procedure, version, seq, number, title, unit, stages, closed, started_on, handler, state)
    values (${REGION}, ${uuidv7()}, 'annual-report', 1, 1, 'NB1', '报告', 'U0', '{issued}', false, '2025-01-09', 'p1',
            ${JSON.stringify(state)}::text::jsonb)`;
  expect(await findReportMatter(database.sql, REGION, report)).toEqual(state);
  expect((await reportHeads(database.sql, REGION))[0]?.matter).toEqual(state);
  expect(await publishedReports(database.sql, REGION)).toEqual([state]);
});

it('lets nobody change a version', async () => {
  await expect(database.sql`update report_version set title = 'x'`).rejects.toThrow();
  await expect(database.admin`update report_version set title = 'x'`).rejects.toThrow(/append-only/);
});
