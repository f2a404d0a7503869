import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { diff } from '../../lists/diff.ts';
import { itemAsOf, replayItem } from '../../lists/item.ts';
import type { OperationId } from '../../lists/operations.ts';
import type { ListStore } from '../../lists/port.ts';
import { contextOn, inputFor, Ledger, sample } from '../../lists/test-support.ts';
import { systemEntropy } from '../entropy.ts';
import { createAppender } from '../steps/append.ts';
import { createListStore, type ListAnswer, operateList } from './index.ts';

const region = '000000';
const list = 'sample';
let database: TestDatabase;
let store: ListStore;
let requests = 0;

const script: readonly (readonly [OperationId, JsonObject])[] = [
  ['establish', inputFor('establish', 'S-0001', '2024-01-01', { name: '食品经营许可' })],
  [
    'establish',
    inputFor('establish', 'S-0002', '2024-01-01', { name: '药品经营许可', type: 'b', basis: '药品管理法' }),
  ],
  ['establish', inputFor('establish', 'S-0003', '2024-01-01', { name: '餐饮服务备案', unit: 'u2' })],
  ['take-over', inputFor('take-over', 'S-0004', '2024-02-01', { name: '安全生产许可' })],
  ['adjust', inputFor('adjust', 'S-0001', '2024-03-01', { name: '食品生产经营许可' })],
  ['adjust', inputFor('adjust', 'S-0001', '2024-03-01', { name: '食品生产经营许可', amount: 2 })],
  ['suspend', inputFor('suspend', 'S-0004', '2024-04-01')],
  ['merge', inputFor('merge', 'S-0001', '2024-05-01', { merged: [{ code: 'S-0003' }] })],
  ['transfer', inputFor('transfer', 'S-0002', '2024-06-01')],
  ['entrust', inputFor('entrust', 'S-0002', '2024-06-15', { receivingUnit: 't1' })],
  ['cancel', inputFor('cancel', 'S-0004', '2024-07-01')],
];
const days = [
  '2023-12-31',
  '2024-01-01',
  '2024-02-01',
  '2024-03-01',
  '2024-04-30',
  '2024-05-01',
  '2024-06-15',
  '2024-12-31',
];
const model = new Ledger();

function operate(
  operation: OperationId,
  input: JsonObject,
  request = `request-${++requests}`,
): Promise<ListAnswer> {
  const on = String(input.effective);
  const { actor, now } = contextOn(on);
  const world = { sql: database.sql, appender: createAppender(database.sql), entropy: systemEntropy };
  return operateList(world, sample, { region, request, actions: [{ operation, input }], now, actor });
}

beforeAll(async () => {
  database = await createTestDatabase();
  store = createListStore(database.sql);
  for (const [operation, input] of script) {
    expect(await operate(operation, input)).toMatchObject({ ok: true, again: false });
    model.do(operation, input);
  }
});
afterAll(() => database?.drop());

/** The same day by replaying the events in memory, without ids. */
const modelAsOf = (day: string) =>
  [...model.heads.keys()].sort().flatMap((code) => {
    const version = itemAsOf(replayItem(model.eventsOf(code)).versions, day);
    return version && version.status !== 'ended' ? [version] : [];
  });
const bare = (versions: readonly object[]) => versions.map((version) => ({ ...version, event: '' }));

describe('lists in PostgreSQL', () => {
  test('[K11] the list as of any day is what replaying its events gives', async () => {
    for (const on of days) {
      const { rows, total } = await store.page({ region, list, on });
      expect(bare(rows), on).toEqual(bare(modelAsOf(on)));
      expect(total).toBe(rows.length);
    }
  });

  test('[K13] the diff of two days is that of the two lists', async () => {
    for (const from of days) {
      for (const to of days) {
        const there = await store.diff({ region, list, from, to, limit: 100 });
        const expected = diff(modelAsOf(from), modelAsOf(to));
        expect(bare(there.added)).toEqual(bare(expected.added));
        expect(bare(there.removed)).toEqual(bare(expected.removed));
        expect(there.changed.map(({ code, fields }) => ({ code, fields }))).toEqual(
          expected.changed.map(({ code, fields }) => ({ code, fields })),
        );
        const { added, removed, changed } = expected;
        expect(there.totals).toEqual({
          added: added.length,
          removed: removed.length,
          changed: changed.length,
        });
      }
    }
    const page = await store.diff({
      region,
      list,
      from: '2023-12-31',
      to: '2024-02-01',
      limit: 1,
      offset: 1,
    });
    expect(page.added.map((version) => version.code)).toEqual(['S-0002']);
    expect(page.totals.added).toBe(4);
  });

  test('[K2] heads are the states that were reached', async () => {
    const heads = await store.heads(region, list, ['S-0001', 'S-0002', 'S-0004', 'S-9999']);
    expect(heads.size).toBe(3);
    for (const [code, head] of heads)
      expect({ ...head, stream: '' }).toEqual({ ...model.heads.get(code), stream: '' });
  });

  test('search, filters, sorting and paging', async () => {
    const codes = async (query: object) =>
      (await store.page({ region, list, on: '2024-03-15', ...query })).rows.map((row) => row.code);
    expect(await codes({ search: '经营许可' })).toEqual(['S-0001', 'S-0002']);
    expect(await codes({ search: 'spscjy' })).toEqual(['S-0001']);
    expect(await codes({ search: 's-0003' })).toEqual(['S-0003']);
    expect(await codes({ kind: 'b' })).toEqual(['S-0002']);
    expect(await codes({ unit: 'u2' })).toEqual(['S-0003']);
    expect(await codes({ exercisedBy: 'u2' })).toEqual(['S-0003']);
    expect(await codes({ exercisedBy: 't1', on: '2024-06-20' })).toEqual(['S-0002']);
    expect(
      await codes({
        refers: { by: 'name', to: (await store.findItem(region, list, 'S-0002', '2024-03-15'))!.name },
      }),
    ).toEqual(['S-0002']);
    // 安 ān, 餐 cān, 食 shí, 药 yào.
    expect(await codes({ sort: 'name' })).toEqual(['S-0004', 'S-0003', 'S-0001', 'S-0002']);
    expect(await store.page({ region, list, on: '2024-03-15', limit: 2, offset: 1 })).toMatchObject({
      rows: [{ code: 'S-0002' }, { code: 'S-0003' }],
      total: 4,
    });
    expect(await store.page({ region, list, on: '2024-12-31', status: 'ended' })).toMatchObject({ total: 2 });
    expect(await store.counts({ region, list, on: '2024-03-15' })).toEqual({
      kinds: [
        { kind: 'a', count: 3 },
        { kind: 'b', count: 1 },
      ],
      units: [
        { unit: 'u1', count: 3 },
        { unit: 'u2', count: 1 },
      ],
    });
  });

  test('an item’s history says who, when and on what basis', async () => {
    const history = await store.history(region, list, 'S-0004');
    expect(history.map(({ operation, on }) => [operation, on])).toEqual([
      ['take-over', '2024-02-01'],
      ['suspend', '2024-04-01'],
      ['cancel', '2024-07-01'],
    ]);
    expect(history[0]).toMatchObject({
      actor: { person: 'keeper' },
      data: { document: { title: '关于调整清单的通知' } },
    });
    expect(await store.history(region, list, 'S-9999')).toEqual([]);
    expect(await store.findItem(region, list, 'S-0004', '2024-05-01')).toMatchObject({ status: 'suspended' });
    expect(await store.findItem(region, list, 'S-0004', '2024-01-31')).toBeUndefined();
  });

  test('a stream brings everything in order of code', async () => {
    const codes: string[] = [];
    for await (const batch of store.stream({ region, list, on: '2024-04-15' }))
      codes.push(...batch.map((row) => row.code));
    expect(codes).toEqual(['S-0001', 'S-0002', 'S-0003', 'S-0004']);
  });

  test('[P14] a repeated request answers as it did; its id does nothing else', async () => {
    const input = inputFor('establish', 'S-0100', '2024-08-01');
    expect(await operate('establish', input, 'once')).toMatchObject({ ok: true, again: false });
    expect(await operate('establish', input, 'once')).toEqual({
      ok: true,
      again: true,
      items: [{ code: 'S-0100', seq: 1 }],
    });
    const other = await operate('establish', inputFor('establish', 'S-0101', '2024-08-01'), 'once');
    expect(other).toMatchObject({ ok: false, refusal: { rule: 'kernel.P14' } });
  });

  test('[K11] two operations on one item in one request leave two intervals', async () => {
    const { actor, now } = contextOn('2024-09-02');
    const world = { sql: database.sql, appender: createAppender(database.sql), entropy: systemEntropy };
    const actions = [
      { operation: 'establish', input: inputFor('establish', 'S-0300', '2024-09-01') },
      { operation: 'adjust', input: inputFor('adjust', 'S-0300', '2024-09-02', { amount: 5 }) },
    ] as const;
    expect(await operateList(world, sample, { region, request: 'twice', actions, now, actor })).toMatchObject(
      { ok: true },
    );
    expect(
      (await store.history(region, list, 'S-0300')).map(({ version }) => [version.from, version.to]),
    ).toEqual([
      ['2024-09-01', '2024-09-02'],
      ['2024-09-02', undefined],
    ]);
  });

  test('two keepers at once: both operations stand one after the other, or one is refused; never half', async () => {
    const both = await Promise.all([
      operate('establish', inputFor('establish', 'S-0200', '2024-08-01', { name: '甲' })),
      operate('establish', inputFor('establish', 'S-0200', '2024-08-01', { name: '乙' })),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ refusal: { rule: 'lists.K3' } });
    expect(await store.history(region, list, 'S-0200')).toHaveLength(1);
  });

  test('one code created by many at the same moment, each from a process of its own: one wins, the others are told', async () => {
    const MANY = 8;
    for (let round = 0; round < 5; round++) {
      const code = `S-8${round.toString().padStart(3, '0')}`;
      const answers = await Promise.all(
        // Days differ, so that nothing but the claim can tell them apart.
        Array.from({ length: MANY }, (_, at) =>
          operate('establish', inputFor('establish', code, `2024-09-0${at + 1}`, { name: `第${at}位` })),
        ),
      );
      const won = answers.filter(({ ok }) => ok);
      expect(won).toHaveLength(1);
      for (const answer of answers) {
        if (!answer.ok) expect(answer.refusal.message).toContain(`编码${code}已经在清单里`);
      }
      const [stored] = await database.sql<{ heads: number; events: number; versions: number }[]>`
        select (select count(*)::integer from list_item where region = ${region} and list = ${list} and code = ${code}) as heads,
          (select count(*)::integer from event where region = ${region} and data ->> 'code' = ${code}) as events,
          (select count(*)::integer from list_version where region = ${region} and list = ${list} and code = ${code}) as versions`;
      expect(stored).toEqual({ heads: 1, events: 1, versions: 1 });
    }
  });
});
