import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { searchTerms } from '../../kernel/search/terms.ts';
import { registerPage } from './register.ts';
import type { Scope } from './scope.ts';
import { searchMatters } from './search.ts';

const region = '990101';
const everything: Scope = { reach: 'region', personal: false };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const { admin } = database;
  const add = async (procedure: string, unit: string, title: string, person: string, count = 1) => {
    const ids = Array.from({ length: count }, () => randomUUID());
    await admin`
      insert into matter (region, id, procedure, version, seq, number, title, unit, stages, closed, started_on, handler, state)
      select ${region}, id, ${procedure}, 1, 1, id::text, ${title}, ${unit}, '{}', false, '2024-09-02', 'p1', '{"facts": {}}'
      from unnest(${ids}::uuid[]) as id`;
    await admin`
      insert into matter_search (region, matter, procedure, unit, started_on, terms, personal_terms)
      select ${region}, id, ${procedure}, ${unit}, '2024-09-02', ${searchTerms(title)}, ${searchTerms(person)}
      from unnest(${ids}::uuid[]) as id`;
  };
  // More in one unit than are put in order, so that those of the other are not met by going back from the newest.
  await add('licence-test', 'u1', '企业设立登记', '甲某某', 2500);
  await add('licence-test', 'u2', '企业变更登记', '乙某某', 3);
  await add('penalty-test', 'u2', '企业违法排污', '丙某某');
  await add('penalty-test', 'licence-test', '无关', '企业');
});
afterAll(() => database?.drop());

const titles = async (scope: Scope, text: string) =>
  (await searchMatters(database.sql, region, scope, text, 20)).map((hit) => hit.title).sort();

const register = async (procedure: string, scope: Scope, unit?: string) => {
  const query = { region, procedure, scope, text: '企业', page: 1, size: 50, fields: [] };
  const { rows, total } = await registerPage(database.sql, { ...query, ...(unit ? { unit } : {}) });
  return { total, titles: [...new Set(rows.map((row) => row.title))] };
};

describe('searching over all matters', () => {
  it('finds what a unit may see, also of a word that most titles of another unit hold', async () => {
    const own: Scope = { reach: 'unit', unit: 'u2', personal: false };
    expect(await titles(own, '企业')).toEqual([
      '企业变更登记',
      '企业变更登记',
      '企业变更登记',
      '企业违法排污',
    ]);
    expect(await titles({ ...own, unit: 'u3' }, '企业')).toEqual([]);
    expect(await titles(everything, '违法')).toEqual(['企业违法排污']);
    expect(await titles(everything, '企业')).toHaveLength(20);
  });

  it('keeps to one procedure, or to all but one', async () => {
    const found = async (which: { only?: string; except?: string }) =>
      (await searchMatters(database.sql, region, everything, '企业', 20, which)).map((hit) => hit.procedure);
    expect(await found({ only: 'penalty-test' })).toEqual(['penalty-test']);
    // More than are put in order hold the word, and few of them are of this procedure.
    expect(await found({ except: 'licence-test' })).toEqual(['penalty-test']);
    expect(new Set(await found({ except: 'penalty-test' }))).toEqual(new Set(['licence-test']));
  });

  it('a unit named like a procedure is not taken for it', async () => {
    const own: Scope = { reach: 'unit', unit: 'licence-test', personal: true };
    expect(await titles(own, '企业')).toEqual(['无关']);
    expect(await titles({ ...own, personal: false }, '企业')).toEqual([]);
  });

  it('personal words are found only by those who may, and in their own unit', async () => {
    expect(await titles(everything, '丙某')).toEqual([]);
    expect(await titles({ reach: 'region', personal: true }, '丙某')).toEqual(['企业违法排污']);
    expect(await titles({ reach: 'unit', unit: 'u1', personal: true }, '丙某')).toEqual([]);
  });
});

describe('searching a register', () => {
  it('keeps to procedure and unit', async () => {
    expect(await register('penalty-test', everything)).toEqual({ total: 1, titles: ['企业违法排污'] });
    expect(await register('licence-test', everything, 'u2')).toEqual({ total: 3, titles: ['企业变更登记'] });
    const own: Scope = { reach: 'unit', unit: 'u1', personal: true };
    expect(await register('licence-test', own)).toEqual({ total: 2500, titles: ['企业设立登记'] });
  });

  it('shows nothing of a unit beyond the reach of the post, though it is asked for', async () => {
    const own: Scope = { reach: 'unit', unit: 'u1', personal: true };
    expect(await register('licence-test', own, 'u2')).toEqual({ total: 0, titles: [] });
  });
});
