import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { connect, withRetry } from './connection.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('dates, instants and exact numbers go in and come out as the kernel writes them', async () => {
  const sent = {
    day: '2024-02-29',
    instant: '2024-09-27T01:02:03.004Z',
    large: 2n ** 62n,
    small: 7,
    money: 0.1,
  };
  const [row] = await database.sql`
    select ${sent.day}::date as day, ${sent.instant}::timestamptz as instant, ${sent.large}::int8 as large,
           ${sent.small}::int8 as small, ${sent.money}::numeric as money`;
  expect(row).toEqual(sent);
});

it('arrays of them too', async () => {
  const [row] = await database.sql`
    select ${['2024-02-29', '2024-03-01']}::date[] as days, array[1, 4611686018427387904]::int8[] as whole`;
  expect(row).toEqual({ days: ['2024-02-29', '2024-03-01'], whole: [1, 2n ** 62n] });
});

it('the time zone of the machine has no effect', async () => {
  const [row] = await database.sql`
    select '2024-09-27 00:30:00+08'::timestamptz as instant, application_name from pg_stat_activity
     where pid = pg_backend_pid()`;
  expect(row).toEqual({ instant: '2024-09-26T16:30:00.000Z', application_name: 'fazhi' });
});

it('work goes on when its backend is killed', async () => {
  const sql = connect(database.url, { max: 1 });
  const [before] = await sql`select pg_backend_pid() as pid`;
  await database.sql`select pg_terminate_backend(${before?.pid})`;
  const [after] = await withRetry(() => sql`select pg_backend_pid() as pid`);
  expect(after?.pid).not.toBe(before?.pid);
  await sql.end();
});

it('two transactions in each other’s way both come through', async () => {
  await database.admin.unsafe(
    `create table purse (region text, id int, sum int, constraint purse_pk primary key (region, id));
     insert into purse values ('r', 1, 0), ('r', 2, 0)`,
  );
  const move = (from: number, to: number): Promise<unknown> =>
    withRetry(() =>
      database.admin.begin(async (tx) => {
        await tx`update purse set sum = sum - 1 where region = 'r' and id = ${from}`;
        await tx`select pg_sleep(0.05)`;
        await tx`update purse set sum = sum + 1 where region = 'r' and id = ${to}`;
      }),
    );
  await Promise.all([move(1, 2), move(2, 1), move(1, 2)]);
  expect(await database.admin`select id, sum from purse order by id`).toEqual([
    { id: 1, sum: -1 },
    { id: 2, sum: 1 },
  ]);
});
