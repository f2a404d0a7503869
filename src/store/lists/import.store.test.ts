import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { unitNames } from '../../lists/excel/columns.ts';
import { readSheet } from '../../lists/excel/read.ts';
import { contextOn, sample } from '../../lists/test-support.ts';
import { systemEntropy } from '../entropy.ts';
import { createAppender } from '../steps/append.ts';
import { IMPORT_BATCH, importList } from './import.ts';
import { createListStore } from './index.ts';
import type { ListWorld } from './operate.ts';

const region = '000000';
const day = '2024-01-02';
const units = unitNames([{ code: 'u1', name: '市场监督管理局' }]);
const head = { effective: '2024-01-01', documentTitle: '清单导入', reason: '首次建立清单' };
const titles = ['事项编码', '事项名称', '类型', '实施单位', '依据'];
const code = (index: number) => `S-${String(index).padStart(4, '0')}`;
const sheetOf = (from: number, count: number, type = '甲类') =>
  readSheet(
    sample,
    [
      titles,
      ...Array.from({ length: count }, (_, i) => [
        code(from + i),
        `事项${from + i}`,
        type,
        '市场监督管理局',
        null,
      ]),
    ],
    head,
    units,
  );

let database: TestDatabase;
let world: ListWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  world = { sql: database.sql, appender: createAppender(database.sql), entropy: systemEntropy };
});
afterAll(() => database?.drop());

const { actor, now } = contextOn(day);
const ask = (request: string, sheet: ReturnType<typeof sheetOf>, more: object = {}) => ({
  region,
  request,
  now,
  actor,
  sheet,
  dryRun: false,
  ...more,
});
const total = async (search?: string) =>
  (
    await createListStore(database.sql).page({
      region,
      list: 'sample',
      on: day,
      ...(search ? { search } : {}),
    })
  ).total;

describe('importing a list', () => {
  test('a dry run looks at every row and writes nothing', async () => {
    expect(await importList(world, sample, ask('dry', sheetOf(0, 3), { dryRun: true }))).toEqual({
      done: 3,
      total: 3,
      new: 3,
      adjusted: 0,
      same: 0,
      problems: [],
    });
    const wrong = await importList(world, sample, ask('dry', sheetOf(0, 2, '乙类'), { dryRun: true }));
    expect(wrong.problems.map(({ cell }) => cell)).toEqual(['A2', 'A3']);
    expect(wrong.problems[0]!.message).toBe('乙类事项应当填写依据。');
    expect(await total()).toBe(0);
  });

  test('[X4] an import that was cut off goes on where it stopped and does nothing twice', async () => {
    const sheet = sheetOf(0, 2 * IMPORT_BATCH + 7);
    const cut = importList(
      world,
      sample,
      ask('import-1', sheet, {
        onProgress: (phase: string, done: number) => {
          if (phase === 'write' && done >= IMPORT_BATCH) throw new Error('killed');
        },
      }),
    );
    await expect(cut).rejects.toThrow('killed');
    expect(await total()).toBe(IMPORT_BATCH);
    const progress: number[] = [];
    const resumed = await importList(
      world,
      sample,
      ask('import-1', sheet, {
        onProgress: (phase: string, done: number) => phase === 'write' && progress.push(done),
      }),
    );
    expect(resumed).toMatchObject({
      done: sheet.rows.length,
      total: sheet.rows.length,
      new: IMPORT_BATCH + 7,
      same: IMPORT_BATCH,
      problems: [],
    });
    expect(progress).toEqual([IMPORT_BATCH, 2 * IMPORT_BATCH, 2 * IMPORT_BATCH + 7]);
    expect(await total()).toBe(sheet.rows.length);
    const [events] = await database.sql<{ count: number; marked: number }[]>`
      select count(*)::integer as count, count(*) filter (where data @> '{"imported": true}')::integer as marked
      from event where region = ${region}`;
    expect(events).toEqual({ count: sheet.rows.length, marked: sheet.rows.length });
  });

  test('[X2] one row that cannot be brings nothing in, and names its cell', async () => {
    const before = await total();
    const sheet = sheetOf(1005, 4);
    const wrong = {
      ...sheet,
      rows: sheet.rows.map((row, at) =>
        at === 2 ? { ...row, code: 'x', input: { ...row.input, code: 'x' } } : row,
      ),
    };
    const answer = await importList(world, sample, ask('import-2', wrong));
    expect(answer).toMatchObject({ done: 0, problems: [{ cell: 'A4' }] });
    expect(answer.problems[0]!.message).toContain('不符合样本清单的规则');
    expect(await total()).toBe(before);
  });

  test('what is on the list already is left alone or adjusted; another file under the same request id is another import', async () => {
    const sheet = sheetOf(0, 3);
    expect(await importList(world, sample, ask('import-1', sheet))).toMatchObject({
      new: 0,
      adjusted: 0,
      same: 3,
    });
    const rows = sheet.rows.map((row, at) =>
      at === 1 ? { ...row, input: { ...row.input, name: '改名' } } : row,
    );
    const changed = { ...sheet, rows };
    expect(await importList(world, sample, ask('import-1', changed))).toMatchObject({
      adjusted: 1,
      same: 2,
      problems: [],
    });
    expect(await total('改名')).toBe(1);
  });

  test('nine thousand rows with progress', async () => {
    let calls = 0;
    const answer = await importList(
      world,
      sample,
      ask('import-3', sheetOf(1007, 8993), { onProgress: (phase: string) => phase === 'write' && calls++ }),
    );
    expect(answer).toMatchObject({ done: 8993, total: 8993, new: 8993, problems: [] });
    expect(calls).toBe(18);
    expect(await total()).toBe(10_000);
    expect(await total('事项9999')).toBe(1);
  });
});
