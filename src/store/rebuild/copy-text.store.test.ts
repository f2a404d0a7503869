import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { copyIn } from '../copy.ts';
import { columnsOf, copyText } from './copy-text.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const HOSTILE = [
  '',
  'a\tb',
  'a\nb\rc',
  '\\',
  '\\N',
  '\\.',
  '"',
  "'",
  '{}',
  ',',
  'null',
  'NULL',
  '法𠀀',
  '\u0001',
  ' ',
];

it('every value comes back as it went in: texts, arrays, JSON, numbers, days, and none', async () => {
  const rows = HOSTILE.map((text, n) => ({
    n,
    text,
    texts: [text, ...HOSTILE.slice(0, n)],
    json: { [text]: [text, n, null, true] },
    day: '2024-02-29',
    flag: n % 2 === 0,
    amount: 0.1 + n,
  }));
  const found = await database.admin.begin(async (tx) => {
    await tx.unsafe(`create temporary table copied (text text, n integer, texts text[], json jsonb, day date,
      flag boolean, amount numeric, missing text, at timestamptz) on commit drop`);
    const columns = await columnsOf(tx, 'copied');
    expect(columns.map(({ name }) => name)).toContain('missing');
    const text = copyText(columns, [...rows, { n: rows.length, texts: [], json: [] }]);
    await copyIn(tx, 'copy copied from stdin', () => [text]);
    return [...(await tx`select * from copied order by n`)];
  });
  const none = { missing: null, at: null };
  expect(found.slice(0, -1)).toEqual(rows.map((row) => ({ ...row, ...none })));
  expect(found.at(-1)).toEqual({
    ...none,
    n: rows.length,
    texts: [],
    json: [],
    text: null,
    day: null,
    flag: null,
    amount: null,
  });
});
