import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { uuidv7 } from '../entropy.ts';
import { childrenOf } from '../matters/children.ts';
import { openMattersOf } from '../matters/open.ts';
import { issuedPlans } from './issued.ts';
import { rememberUnitNames, unitNames } from './unit-names.ts';

const REGION = '999904';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('remembers what a name stands for, the newest confirmation first, in its own region', async () => {
  const { sql } = database;
  const names = [
    { printed: '各镇（街道）', units: ['U1', 'U2'] },
    { printed: '市监局', units: ['U3'] },
  ];
  await rememberUnitNames(sql, REGION, names, { person: 'p1', at: '2025-01-01T00:00:00.000Z' });
  await rememberUnitNames(sql, REGION, [{ printed: '市监局', units: ['U4'] }], {
    person: 'p2',
    at: '2025-02-01T00:00:00.000Z',
  });
  expect(Object.fromEntries(await unitNames(sql, REGION))).toEqual({
    '各镇（街道）': ['U1', 'U2'],
    市监局: ['U4'],
  });
  expect((await unitNames(sql, '999905')).size).toBe(0);
  await expect(sql`update unit_name set units = '{}'`).rejects.toThrow();
  await expect(database.admin`delete from unit_name`).rejects.toThrow(/append-only/);
});

it('finds the plans that were issued, what they opened, and what is open of a procedure', async () => {
  const matter = async (
    procedure: string,
    by: { parent?: string; unit?: string; closed?: boolean; facts?: object },
  ) => {
    const id = uuidv7();
    const { parent = null, unit = 'U1', closed = false, facts = {} } = by;
    await database.admin`
      insert into matter (region, id, procedure, version, seq, number, title, unit, stages, closed, started_on, handler, parent, state)
      values (${REGION}, ${id}, ${procedure}, 1, 1, ${id}, '', ${unit}, '{open}', ${closed}, '2025-01-09', 'p1', ${parent},
              ${JSON.stringify({ id, unit, facts })}::text::jsonb)`;
    return id;
  };
  const plan = await matter('work-plan', { facts: { year: 2025, issuedOn: '2025-02-28' } });
  await matter('work-plan', { facts: { year: 2026 } });
  const older = await matter('work-plan', { facts: { year: 2024, issuedOn: '2024-02-28' } });
  const mine = await matter('work-task', { parent: plan });
  const other = await matter('work-task', { parent: plan, unit: 'U2' });
  await matter('work-task', { parent: older });
  const reminder = await matter('escalation', {});
  await matter('escalation', { closed: true });
  const ids = (states: readonly { id: string }[]) => states.map(({ id }) => id);
  expect(ids(await issuedPlans(database.sql, REGION))).toEqual([plan, older]);
  expect(ids(await childrenOf(database.sql, REGION, plan)).sort()).toEqual([mine, other].sort());
  expect(ids(await childrenOf(database.sql, REGION, plan, 'U2'))).toEqual([other]);
  expect(ids(await openMattersOf(database.sql, REGION, 'escalation'))).toEqual([reminder]);
  expect(await openMattersOf(database.sql, REGION, 'escalation', 'U9')).toEqual([]);
});
