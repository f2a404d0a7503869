import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import type { RouteName } from '../../../client/contract/index.ts';
import type { JsonObject } from '../../../kernel/ledger/json.ts';
import { searchTerms } from '../../../kernel/search/terms.ts';
import { systemEntropy } from '../../../store/entropy.ts';
import { operateList } from '../../../store/lists/index.ts';
import { sealOnce } from '../../../store/sealing/seal.ts';
import type { Call, FileAnswer, Handler, Handlers } from '../../http/bind.ts';
import { openWorld } from '../../open-world.ts';
import type { World } from '../../world.ts';
import { publicHandlers } from './index.ts';
import { publicLists } from './public-list.ts';

const region = '999902';
const now = '2024-09-27T02:00:00.000Z';
let database: TestDatabase;
let world: World;
let routes: ReturnType<typeof publicHandlers>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  await sql`insert into region (code, name) values (${region}, '试验区')`;
  await sql`insert into unit (region, code, name, short_name, class, from_date) values
    (${region}, 'u1', '城市管理局', '城管局', 'department', '2015-01-01')`;
  world = await openWorld({ sql, region });
  routes = publicHandlers(world);
  await operate('establish', 'XK-0001', '2024-01-02', power);
  await operate('adjust', 'XK-0001', '2024-06-03', { legalBasis: '新依据' }, '不对外的理由');
  await operate('adjust', 'XK-0001', '2024-12-02', { legalBasis: '以后的依据' });
  await sealOnce(sql, { region, now });
  await publish('01010101-0101-7101-8101-010101010101', {});
  await publish('02020202-0202-7202-8202-020202020202', { status: 'withdrawn', withdrawn_on: '2024-09-20' });
  await publish('03030303-0303-7303-8303-030303030303', { expires_on: '2024-09-27' });
  await publish('04040404-0404-7404-8404-040404040404', { status: 'withheld', published_on: null });
});
afterAll(() => database.drop());

const power = {
  name: '户外广告设置许可',
  type: 'licence',
  unit: 'u1',
  level: 'county',
  legalBasis: '旧依据',
  forwarded: true,
  stages: [
    { name: '受理', days: 1 },
    { name: '决定', days: 4 },
  ],
};

async function operate(
  operation: 'establish' | 'adjust',
  code: string,
  effective: string,
  fields: object,
  reason = '依法设立',
): Promise<void> {
  const list = world.systems.lists.find(({ id }) => id === 'powers')!;
  const input = { ...fields, code, effective, documentTitle: '调整决定', reason } as JsonObject;
  const answer = await operateList(
    { sql: database.sql, appender: world.appender, entropy: systemEntropy },
    list,
    {
      region,
      request: `request-${code}-${effective}`,
      actions: [{ operation, input }],
      now: '2024-01-02T02:00:00.000Z',
      actor: { person: 'p-keeper', post: 'k', unit: 'u1', name: '清单管理员', kind: 'list-keeper' },
    },
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
}

async function publish(matter: string, over: object): Promise<void> {
  const title = '擅自设置户外广告案行政处罚决定';
  const row = {
    region,
    matter,
    publication: 'decision',
    channel: 'penalty-decisions',
    procedure: 'penalty',
    unit: 'u1',
    status: 'published',
    published_on: '2024-09-03',
    title,
    content: [
      ['行政相对人名称', '甲某某'],
      ['处罚决定日期', '2024-09-02'],
    ],
    reason: '决定已被撤销',
    terms: searchTerms(title),
    ...over,
  };
  await database.admin`insert into publication ${database.admin(row as never)}`;
}

async function call<N extends RouteName>(name: N, given: { params?: object; query?: object; body?: object }) {
  const { params = {}, query = {}, body } = given;
  const handler = (routes as Partial<Handlers>)[name] as unknown as Handler<N>;
  const request = new Request('http://localhost/');
  return handler({ session: undefined, params, query, body, now, request } as unknown as Call<N>);
}

const paging = { page: 1, size: 20 };
const item = (on?: string) =>
  call('public.listItem', {
    params: { list: 'powers', code: 'XK-0001' },
    query: on ? { on } : {},
  }) as Promise<{ facts: { title: string; text: string }[]; history: object[]; chart: string }>;

describe('lists for the public', () => {
  test('an item shows allow-listed fields and no other, in its history too', async () => {
    const found = await item();
    expect(found.facts.map(({ title }) => title)).toEqual([
      '事项名称',
      '权力类型',
      '实施单位',
      '行使层级',
      '设定依据',
      '办理流程',
    ]);
    expect(found.history).toEqual([
      { on: '2024-01-02', operationName: '新增', basisDocument: '调整决定', changes: [] },
      {
        on: '2024-06-03',
        operationName: '调整',
        basisDocument: '调整决定',
        changes: [{ title: '设定依据', before: '旧依据', after: '新依据' }],
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/审核转报|不对外的理由|p-keeper|以后的依据/);
    expect(found.chart).toContain('受理');
  });

  test('any day up to today can be asked for, and no later one', async () => {
    const before = await item('2024-05-31');
    expect(before.facts.find(({ title }) => title === '设定依据')!.text).toBe('旧依据');
    await expect(item('2024-12-31')).rejects.toThrow('只能查看今天和以前');
    await expect(item('2023-12-31')).rejects.toThrow('自2024年1月2日起列入清单');
    await expect(
      call('public.list', { params: { list: 'discretion-drafts' }, query: paging }),
    ).rejects.toThrow('没有公开这个清单');
  });

  test('no list is searched in a field that it does not publish', () => {
    for (const { declaration } of publicLists(world)) {
      for (const field of declaration.search ?? []) {
        expect(declaration.publication!.fields, declaration.id).toContain(field);
      }
    }
  });

  test('the workbook holds what the pages show', async () => {
    const answer = (await call('public.listExport', { params: { list: 'powers' } })) as FileAnswer;
    const { readXlsx } = await import('hucre');
    const { sheets } = await readXlsx(answer.body as Uint8Array);
    expect(sheets[0]!.rows[0]).toEqual([
      '编码',
      '名称',
      '类别',
      '实施单位',
      '状态',
      '自何日起',
      '行使层级',
      '设定依据',
      '办理流程',
    ]);
    expect(sheets[0]!.rows).toHaveLength(2);
  });
});

describe('disclosures', () => {
  const one = (matter: string) =>
    call('public.disclosure', {
      params: { channel: 'penalty-decisions', id: `${matter}.decision` },
    }) as Promise<{ standing: string; title: string; facts: object[]; reason: string }>;

  test('a column lists what stands published today, and search finds no more', async () => {
    for (const query of [paging, { ...paging, q: '户外广告' }]) {
      const found = (await call('public.disclosures', {
        params: { channel: 'penalty-decisions' },
        query,
      })) as { total: number; rows: { id: string; party: string }[] };
      expect(found.total).toBe(1);
      expect(found.rows).toMatchObject([{ party: '甲某某' }]);
    }
  });

  test('what was withdrawn gives date and reason, and nothing of what it was', async () => {
    const found = await one('02020202-0202-7202-8202-020202020202');
    expect(found).toMatchObject({ standing: 'withdrawn', title: '', facts: [], reason: '决定已被撤销' });
    expect(JSON.stringify(found)).not.toMatch(/甲某某|户外广告/);
  });

  test('past its time it shows no content; withheld or unknown it does not exist', async () => {
    expect(await one('03030303-0303-7303-8303-030303030303')).toMatchObject({
      standing: 'expired',
      facts: [],
    });
    await expect(one('04040404-0404-7404-8404-040404040404')).rejects.toThrow('没有这条公示');
    await expect(one("' or 1=1")).rejects.toThrow('没有这条公示');
  });

  test('dates are told in words', async () => {
    expect((await one('01010101-0101-7101-8101-010101010101')).facts).toEqual([
      { title: '行政相对人名称', text: '甲某某' },
      { title: '处罚决定日期', text: '2024年9月2日' },
    ]);
  });
});

describe('seals', () => {
  const verify = (text: string) =>
    call('public.verify', { body: { text } }) as Promise<{ standing: string; sentences: string[] }>;

  test('the newest anchor is genuine; one of another region or of a seal that is not ours is not', async () => {
    const { seal } = (await call('public.home', {})) as { seal: { anchor: string; number: number } };
    expect(await verify(` ${seal.anchor.toLowerCase()}\n`)).toMatchObject({ standing: 'genuine' });
    const { formatAnchor, parseAnchor } = await import('../../../kernel/seal/index.ts');
    const anchor = parseAnchor(seal.anchor);
    const forged = formatAnchor({ ...anchor, hash: 'ab'.repeat(32) });
    expect((await verify(forged)).sentences[0]).toContain('对不上');
    expect(await verify(formatAnchor({ ...anchor, number: 99 }))).toMatchObject({ standing: 'differs' });
    expect(await verify(formatAnchor({ ...anchor, region: '110000' }))).toMatchObject({
      standing: 'differs',
    });
    expect(await verify('FZ1:nonsense')).toMatchObject({ standing: 'unreadable' });
  });

  test('the proof of a record is computed; one changed character of the record breaks it', async () => {
    const { proofOf } = await import('../../../store/sealing/proof.ts');
    const [row] = await database.sql<
      { stream: string }[]
    >`select stream from event where region = ${region} and seq = 2`;
    const proof = (await proofOf(database.sql, region, row!.stream, 2))!;
    const verdict = await verify(proof.text);
    expect(verdict.standing).toBe('genuine');
    expect(verdict.sentences).toHaveLength(3);
    const changed = await verify(proof.text.replace('新依据', '别依据'));
    expect(changed).toMatchObject({ standing: 'differs' });
    expect(changed.sentences[0]).toContain('内部内容');
    const moved = await verify(proof.text.replace('leaf ', 'leaf 1'));
    expect(moved.sentences[0]).toContain('算不出');
    expect(await verify(proof.text.replace('leaf ', 'leaf x'))).toMatchObject({ standing: 'unreadable' });
  });

  test('the proof for everybody says nothing of the record, not even who acted, and is computed all the same', async () => {
    const { proofOf } = await import('../../../store/sealing/proof.ts');
    const [row] = await database.sql<
      { stream: string }[]
    >`select stream from event where region = ${region} and seq = 2`;
    const { event, publicText } = (await proofOf(database.sql, region, row!.stream, 2))!;
    for (const told of [event.actor.person, event.actor.post, '新依据', event.stream])
      expect(publicText).not.toContain(told);
    expect(await verify(publicText)).toMatchObject({ standing: 'genuine' });
    const [digest] = /(?<="closed":")[0-9a-f]{64}/.exec(publicText)!;
    const other = `${digest.startsWith('0') ? '1' : '0'}${digest.slice(1)}`;
    expect(await verify(publicText.replace(digest, other))).toMatchObject({ standing: 'differs' });
    expect(await verify(publicText.replace(digest, 'short'))).toMatchObject({ standing: 'unreadable' });
  });
});

test('a number that does not exist shows no progress', async () => {
  expect(await call('public.progress', { query: { number: 'XK-20240101-000000' } })).toEqual({
    progress: null,
  });
});
