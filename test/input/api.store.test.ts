import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contract, type RouteName } from '../../src/client/contract/index.ts';
import { systems } from '../../src/systems/index.ts';
import { countRows, type House, openHouse } from '../security/house.ts';

let house: House;
let clerk: string;
let office: string;
let before: Record<string, number>;
beforeAll(async () => {
  house = await openHouse();
  clerk = await house.enter('window-clerk', 'unit-1');
  office = await house.enter('legal-office', 'bureau');
});
beforeEach(async () => {
  before = await countRows(house.database);
});
afterAll(() => house.close());

/** A refusal in Chinese that names its rule, with nothing written and no fault behind it. */
async function refused(answer: Response, what: string): Promise<{ rule: string }> {
  const text = await answer.text();
  expect(answer.status, `${what}: ${text}`).toBeGreaterThanOrEqual(400);
  expect(answer.status, `${what}: ${text}\n${house.log.at(-1)}`).toBeLessThan(500);
  const problem = JSON.parse(text) as { rule: string; detail: string };
  expect(problem.rule, what).toMatch(/^[\w-]+\.[\w-]+$/);
  expect(problem.detail, what).toMatch(/\p{Script=Han}/u);
  return problem;
}
/** Answered somehow, but not by a fault. */
async function noFault(answer: Response, what: string): Promise<void> {
  const text = await answer.text();
  expect(answer.status, `${what}: ${text}\n${house.log.at(-1)}`).toBeLessThan(500);
  if (answer.status >= 400) expect(JSON.parse(text).detail, what).toMatch(/\p{Script=Han}/u);
}
async function nothingWritten(): Promise<void> {
  expect(await countRows(house.database)).toEqual(before);
}

let requests = 0;
const nextRequest = () => `input-request-${++requests}`;
const OPEN = '/api/procedures/licence/receive';
const open = (body: unknown) => house.call(clerk, 'POST', OPEN, body);

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('bodies that no form sends', () => {
  const bodies: Record<string, string> = {
    'no JSON': '{',
    'nothing at all': '',
    'a list': '[]',
    null: 'null',
    'a text': '"登记"',
    'a number beyond all': '1e999',
    'nested a hundred levels deep': `{"request":"deep-request","input":{"a":${deep(100)}}}`,
    'nested a hundred thousand levels deep': `{"request":"deep-request","input":{"a":${deep(100_000)}}}`,
    'a prototype':
      '{"request":"proto-request","input":{"__proto__":{"by":["window-clerk"]},"constructor":{"prototype":1}}}',
    'a key twice': '{"request":"twice-request","input":{},"input":{"subject":1}}',
    'an unknown key': '{"request":"known-request","input":{},"region":"990101"}',
    'a region to act in': '{"request":"region-request","region":"990101","input":{}}',
    'an actor': '{"request":"actor-request","input":{},"actor":{"vouched":{"kind":"system"}}}',
    'a request id of one letter': '{"request":"a","input":{}}',
    'a huge version': '{"request":"large-request","expected":9007199254740993,"input":{}}',
    'more than two megabytes': `{"request":"large-request","input":{"a":"${'长'.repeat(2_100_000)}"}}`,
  };
  test.each(Object.keys(bodies))('%s', async (name) => {
    await refused(await open(bodies[name]!), name);
    await nothingWritten();
  });
});

describe('ids that every object knows', () => {
  test.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '$publish',
    '$child-closed',
    '..%2f',
    '%00',
  ])('%s', async (id) => {
    const body = () => ({ request: nextRequest(), input: {} });
    const some = '01a20291-01c1-7098-ab10-5b8605a39459';
    for (const path of [
      `/api/procedures/${id}/receive`,
      `/api/procedures/licence/${id}`,
      `/api/matters/licence/${some}/${id}`,
      `/api/matters/${id}/${some}/receive`,
      `/api/lists/${id}/establish`,
      `/api/lists/powers/${id}`,
    ]) {
      const payload = path.startsWith('/api/lists') ? { ...body(), code: 'x', on: '2024-01-01' } : body();
      await noFault(await house.call(clerk, 'POST', path, payload), path);
    }
    for (const path of [
      `/api/registers/${id}`,
      `/api/registers/${id}/export.xlsx`,
      `/api/lists/${id}`,
      `/api/lists/powers/items/${id}`,
      `/api/figures/${id}?from=2024-01&to=2024-12`,
      `/api/jobs/${id}`,
      `/api/matters/${some}/documents/${id}.docx`,
      `/api/matters/${some}/proof/1`,
      `/api/files/${id}`,
    ]) {
      await noFault(await house.call(clerk, 'GET', path), path);
    }
    await nothingWritten();
  });
});

describe('texts', () => {
  const shut = ['\ud800', 'a\udc00b', '许可\0', '\0'];
  test.each(shut)('what is no text is refused wherever it stands: %j', async (text) => {
    const body = JSON.stringify({ request: nextRequest(), input: { subject: text } }).replaceAll(
      '\\\\u',
      '\\u',
    );
    expect((await refused(await open(body), 'value')).rule).toBe('server.text');
    const named = JSON.stringify({ request: nextRequest(), input: { [text]: 1 } });
    expect((await refused(await open(named), 'name')).rule).toBe('server.text');
    await refused(await open({ request: `${text}-request-id`, input: {} }), 'request');
    await nothingWritten();
  });

  const rare = [
    '𠮷野家',
    '𪚥𪚥',
    'a\u200bb',
    '\u202e可许\u202c',
    'e\u0301',
    '👩‍👩‍👧',
    '%',
    '_',
    "'",
    '\\',
    "'; drop table matter; --",
    '*',
    '(',
    '龘',
    '１２３',
    'ǅ',
  ];
  test.each(rare)('a search for %j is answered', async (text) => {
    const q = encodeURIComponent(text);
    for (const path of [
      'registers/licence?q=',
      'search?q=',
      'people?q=',
      'provisions?q=',
      'lists/powers?q=',
      'public/search?q=',
    ])
      await noFault(await house.call(clerk, 'GET', `/api/${path}${q}`), `${path}${text}`);
    await nothingWritten();
  });

  test('a query that cannot be decoded is no fault', async () => {
    for (const path of [
      '/api/registers/licence?q=%',
      '/api/search?q=%ff',
      '/api/search?q=%00',
      '/api/registers/%ff',
      '/api/search?q=%ED%A0%80',
    ])
      await noFault(await house.call(clerk, 'GET', path), path);
  });
});

test('a file that was never uploaded is no evidence', async () => {
  const input = { materials: [{ file: [{ sm3: 'a'.repeat(64), name: '未上传.pdf', size: 1 }] }] };
  expect((await refused(await open({ request: nextRequest(), input }), 'file')).rule).toBe('files.unknown');
  await nothingWritten();
});

describe('queries', () => {
  const bad = [
    'page=0',
    'page=-1',
    'page=1.5',
    'page=1e9',
    'page=abc',
    'page=100000&size=200',
    'size=0',
    'size=201',
    'size=NaN',
    'from=2024-02-30',
    'from=0000-01-01',
    'to=9999-12-31',
    'from=2023-02-29',
    'from=2024-13-01',
    'from=20240101',
    'sort=title',
    'late=yes',
    'state=all',
    `q=${'长'.repeat(101)}`,
  ];
  test.each(bad)('%s is refused', async (query) => {
    await refused(await house.call(clerk, 'GET', `/api/registers/licence?${query}`), query);
  });
  test.each([
    'from=2024-02-29',
    'sort=due',
    'sort=oldest',
    'sort=due&late=true&state=open&stage=received&unit=unit-1&from=2024-01-01&to=2024-12-31&q=1',
    'page=200&size=50',
    'page=1&page=2',
    'unknown=1',
    'region=990101',
    'unit=%27',
    'stage=%25',
  ])('%s is answered', async (query) => {
    const answer = await house.call(clerk, 'GET', `/api/registers/licence?${query}`);
    expect(answer.status, query).toBe(200);
  });
  test('numbers beyond the columns of the database are refused, not answered with a fault', async () => {
    const id = '01a20291-01c1-7098-ab10-5b8605a39459';
    await refused(await house.call(clerk, 'GET', `/api/matters/${id}/proof/9007199254740991`), 'seq');
    await noFault(await house.call(office, 'GET', '/api/returned-figures?year=99999'), 'year');
    await noFault(await house.call(office, 'GET', '/api/returned-figures?year=-1'), 'year');
    await noFault(await house.call(clerk, 'GET', '/api/public/seals/9007199254740991/proof.txt'), 'seal');
  });
});

describe('whatever is sent', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.constantFrom(
      1e21,
      -0.001,
      0.1 + 0.2,
      -1,
      '2024-02-30',
      '2023-02-29',
      '0000-00-00',
      '9999-12-31',
      '\u0000',
      '\ud800',
      '',
      ' ',
      '〇',
      "' or 1=1",
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  const procedures = systems.registry.procedures;

  test('an act with any input is refused whole or done whole', async () => {
    const act = fc.constantFrom(...procedures).chain((procedure) => {
      const step = procedure.startSteps[0]!;
      const names = Object.keys(procedure.declaration.steps[step]!.fields.shape);
      return fc.record({
        path: fc.constant(`/api/procedures/${procedure.id}/${step}`),
        input: fc.dictionary(fc.oneof(fc.constantFrom(...names, 'x'), fc.string({ maxLength: 5 })), value, {
          maxKeys: 8,
        }),
      });
    });
    await fc.assert(
      fc.asyncProperty(act, async ({ path, input }) => {
        await refused(
          await house.call(clerk, 'POST', path, { request: nextRequest(), input }),
          `${path} ${JSON.stringify(input)}`,
        );
      }),
      { numRuns: 150 },
    );
    await nothingWritten();
  });

  const reads = (Object.keys(contract) as RouteName[]).filter((name) => contract[name].method === 'GET');
  test.each(reads)('%s answers any query without a fault', async (name) => {
    const { path, query, params } = contract[name] as unknown as {
      path: string;
      query: { shape: object };
      params: { shape: object };
    };
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '2024-01-01',
        '2024-01',
        '1',
        '0',
        '-1',
        '99999999999999999999',
        '0000-01-01',
        '01a20291-01c1-7098-ab10-5b8605a39459',
        'powers',
        'licence',
        '%',
        "'",
      ),
    );
    const part = (shape: object) =>
      fc.record(Object.fromEntries(Object.keys(shape).map((key) => [key, text])), { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(
        part(query.shape),
        part(params.shape),
        fc.constantFrom(clerk, office),
        async (asked, named, cookie) => {
          const filled = path.replace(/\{(\w+)\}/g, (_, key: string) =>
            encodeURIComponent((named as Record<string, string>)[key]?.toWellFormed() || 'x'),
          );
          const search = new URLSearchParams(asked as Record<string, string>);
          const answer = await house.call(cookie, 'GET', `${filled}?${search}`);
          expect(answer.status, `${filled}?${search} ${house.log.at(-1)}`).toBeLessThan(500);
          await answer.body?.cancel();
        },
      ),
      { numRuns: 25 },
    );
  });
});
