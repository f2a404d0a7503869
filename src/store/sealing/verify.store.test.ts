import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { tamper as tamperWith } from '../../../test/support/tamper.ts';
import { anchorOf } from '../../kernel/seal/index.ts';
import type { StepWorld } from '../steps/run.ts';
import { lastSeal } from './checkpoints.ts';
import { sealOnce } from './seal.ts';
import { applied, decided, REGION, tinyWorld } from './test-support.ts';
import { verify } from './verify.ts';

const NOW = '2024-02-01T00:00:00.000Z';

let database: TestDatabase;
let world: StepWorld;
const matters: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  world = tinyWorld(database.sql);
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 100; i++) matters.push(await applied(world, { on: '2024-01-05' }));
    await decided(world, matters[round]!, { on: '2024-01-06' });
    await sealOnce(database.sql, { region: REGION, now: NOW });
  }
  for (let i = 0; i < 4; i++) matters.push(await applied(world, { on: '2024-01-07' }));
});
afterAll(() => database.drop());

const tamper = (change: string) => tamperWith(database.admin, change);
const check = () => verify(database.sql, REGION);

describe('verify of a sound ledger', () => {
  it('counts what it checked and says so', async () => {
    const seen: number[] = [];
    const report = await verify(database.sql, REGION, { onProgress: (done) => seen.push(done) });
    expect(report).toMatchObject({ ok: true, events: 307, sealed: 303, pending: 4, seals: 3, defects: [] });
    expect(report.personal).toEqual({ kept: 608, destroyed: 0, recorded: 0 });
    expect(report.summary).toContain('台账完整');
    expect(seen.at(-1)).toBe(307);
  });

  it('meets an anchor kept outside, and misses one of a seal that is gone', async () => {
    const last = (await lastSeal(database.sql, REGION))!;
    const sound = await verify(database.sql, REGION, { anchors: [anchorOf(last)] });
    expect(sound).toMatchObject({ ok: true, anchors: 1 });
    const cut = await verify(database.sql, REGION, { anchors: [{ ...anchorOf(last), number: 4 }] });
    expect(cut.defects[0]).toMatchObject({ kind: 'anchor-missing', seal: 4 });
  });
});

describe('verify finds a change', () => {
  const where = () => `where region = '${REGION}' and stream = '${matters[150]}'`;
  const pending = () => `where region = '${REGION}' and stream = '${matters.at(-1)}'`;
  beforeEach(async () => {
    await database.admin.unsafe('create table kept_event as select * from event');
    for (const table of ['event_pending', 'seal_leaf', 'seal_tile', 'seal', 'personal_value']) {
      await database.admin.unsafe(`create table kept_${table} as select * from ${table}`);
    }
    return async () => {
      for (const table of ['event', 'event_pending', 'seal_leaf', 'seal_tile', 'seal', 'personal_value']) {
        await tamper(
          `delete from ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}`,
        );
      }
    };
  });

  const cases: [name: string, change: () => string, kind: string][] = [
    [
      'a character of the data',
      () => `set data = jsonb_set(data, '{input,fee}', '100.6') ${where()}`,
      'leaf-content',
    ],
    ['a key of the data', () => `set data = data - 'title' ${where()}`, 'leaf-content'],
    ['the type', () => `set type = 'permit/Apply' ${where()}`, 'leaf-content'],
    ['the time by a millisecond', () => `set at = at + interval '1 ms' ${where()}`, 'leaf-content'],
    ['the time by a microsecond', () => `set at = at + interval '1 us' ${where()}`, 'leaf-content'],
    ['the day', () => `set on_date = on_date - 1 ${where()}`, 'leaf-content'],
    ['the person', () => `set person = 'p2' ${where()}`, 'leaf-content'],
    ['the post', () => `set post = 'clerk@U3' ${where()}`, 'leaf-content'],
    ['the unit', () => `set unit = 'U3' ${where()}`, 'leaf-content'],
    ['the request', () => `set request = 'x' ${where()}`, 'leaf-content'],
    ['a digest', () => `set personal = personal - 'telephone' ${where()}`, 'leaf-content'],
    ['the id', () => `set id = gen_random_uuid() ${where()}`, 'event-id'],
    ['the number in the stream', () => `set seq = 9 ${where()}`, 'event-missing'],
    ['the year of the partition', () => `set year = 2025 ${where()}`, 'event-missing'],
    ['the leaf', () => `set leaf = set_byte(leaf, 5, get_byte(leaf, 5) # 1) ${where()}`, 'leaf-content'],
    ['the person of an event not sealed yet', () => `set person = 'p2' ${pending()}`, 'leaf-content'],
  ];
  it.each(cases)('of %s', async (_, change, kind) => {
    await tamper(`update event ${change()}`);
    const report = await check();
    expect(report.ok).toBe(false);
    const stream = matters.find((matter) => change().includes(matter));
    expect(report.defects).toContainEqual(expect.objectContaining({ kind, stream }));
    expect(report.summary).toMatch(/台账有\d+处缺陷/);
  });

  it('of data and leaf together, by the tree', async () => {
    const other = (await database.sql`select leaf from event where stream = ${matters[3]!} limit 1`)[0]!.leaf;
    await tamper(`update event set leaf = '\\x${other.toString('hex')}' ${where()}`);
    const kinds = (await check()).defects.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['leaf-differs', 'seal-root']));
  });

  it('that removes an event', async () => {
    await tamper(`delete from event ${where()}`);
    const report = await check();
    expect(report.defects).toEqual([
      expect.objectContaining({ kind: 'event-missing', stream: matters[150], seq: 1 }),
    ]);
  });

  it('that inserts an event', async () => {
    await tamper(`insert into event
      select region, year, gen_random_uuid(), seq, gen_random_uuid(), type, at, on_date, person, post, unit, request,
             data, personal, salt, leaf from event ${where()}`);
    expect((await check()).defects).toEqual([expect.objectContaining({ kind: 'event-unsealed' })]);
  });

  it('that takes an event out of the queue', async () => {
    await tamper(`delete from event_pending ${pending()}`);
    expect((await check()).defects).toEqual([
      expect.objectContaining({ kind: 'event-unsealed', stream: matters.at(-1) }),
    ]);
  });

  it('that cuts the tail', async () => {
    await tamper('delete from seal_leaf where index > 300');
    const kinds = (await check()).defects.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['leaf-missing', 'event-unsealed']));
  });

  it.each([
    [
      'a root',
      `update seal set root = set_byte(root, 0, get_byte(root, 0) # 1) where number = 2`,
      'seal-root',
    ],
    ['a hash of the last seal', `update seal set hash = set_byte(hash, 0, 0) where number = 3`, 'seal-hash'],
    [
      'a tile',
      `update seal_tile set hashes = set_byte(hashes, 70, get_byte(hashes, 70) # 1) where level = 0 and index = 0`,
      'leaf-differs',
    ],
    [
      'an upper tile',
      `update seal_tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where level = 1`,
      'tile',
    ],
    [
      'a personal value',
      `update personal_value set value = '"李某"' where field = 'applicant' and matter = 'M'`,
      'personal-value',
    ],
    [
      'personal values by one that no event carries',
      `insert into personal_value select region, gen_random_uuid(), 'alias', matter, salt, value
         from personal_value where field = 'applicant' and matter = 'M'`,
      'personal-value',
    ],
    [
      'personal values by one of an event that carries none',
      `insert into personal_value select v.region, e.id, 'alias', v.matter, v.salt, v.value
         from personal_value v join event e on e.stream = v.matter and e.personal = '{}' limit 1`,
      'personal-value',
    ],
  ])('of %s', async (_, change, kind) => {
    await tamper(change.replace("'M'", `'${matters[5]}'`));
    expect((await check()).defects.map((defect) => defect.kind)).toContain(kind);
  });
});

describe('verify by several threads', () => {
  const together = { workers: 2, manyLeaves: 1 };

  it('finds the same as alone, at the same moment', async () => {
    expect(await verify(database.sql, REGION, together)).toEqual(await check());
  });

  it('fails where a thread fails, instead of calling the rest sound', async () => {
    const wrong = Object.assign(Object.create(database.sql), {
      begin: database.sql.begin,
      options: { ...database.sql.options, database: 'nowhere' },
    });
    await expect(verify(wrong, REGION, together)).rejects.toThrow(/nowhere/);
  });
});

it('destroying personal values leaves the chain whole, and verify says how many are gone', async () => {
  await database.sql`delete from personal_value where region = ${REGION} and matter = ${matters[0]!}`;
  const report = await check();
  expect(report).toMatchObject({ ok: true, personal: { kept: 606, destroyed: 2, recorded: 0 } });
  expect(report.summary).toContain('已销毁2项（其中0项有销毁记录）');
});
