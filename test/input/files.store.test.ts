import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countRows, type House, openHouse } from '../security/house.ts';

let house: House;
let keeper: string;
beforeAll(async () => {
  house = await openHouse();
  keeper = await house.enter('list-keeper', 'unit-1');
});
afterAll(() => house.close());

const MEGABYTE = 1024 * 1024;
const PDF = strToU8('%PDF-1.7\n');

function upload(
  name: string,
  body: Uint8Array | ReadableStream<Uint8Array>,
  headers: object = {},
): Promise<Response> {
  return Promise.resolve(
    house.app.request('http://localhost/api/files', {
      method: 'POST',
      headers: { cookie: keeper, 'x-fazhi': '1', 'x-file-name': name, ...headers },
      body: body as BodyInit,
      duplex: 'half',
    } as RequestInit),
  );
}
const rule = async (answer: Response) => ((await answer.json()) as { rule?: string }).rule;

test.each([
  ['an empty file', '空.pdf', new Uint8Array(0)],
  ['a program', '程序.exe', strToU8('MZ')],
  ['a picture that says it is a document', '伪装.pdf', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
  ['a script that says it is a picture', '伪装.png', strToU8('<script>')],
  ['no ending', '没有扩展名', PDF],
  ['a path', '../../etc/passwd.pdf', PDF],
  ['a path of another system', '..\\..\\a.pdf', PDF],
  ['an ending behind a NUL', 'a.exe\0.pdf', PDF],
  ['a line break', 'a\r\nb.pdf', PDF],
  ['a name of a thousand letters', `${'长'.repeat(1000)}.pdf`, PDF],
  ['no name', '', PDF],
])('%s is refused and leaves nothing', async (_, name, bytes) => {
  const before = await countRows(house.database);
  const answer = await upload(encodeURIComponent(name), bytes);
  expect(answer.status).toBe(422);
  expect(await rule(answer)).toMatch(/^files\./);
  expect(await countRows(house.database)).toEqual(before);
});

test('a name that cannot be decoded is refused', async () => {
  const answer = await upload('%ff%', PDF);
  expect([answer.status, await rule(answer)]).toEqual([422, 'files.name']);
});

test('more than 100 MB is refused by its declared length before a byte is read', async () => {
  let pulled = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        pulled++;
        controller.enqueue(PDF);
      },
    },
    { highWaterMark: 0 },
  );
  const answer = await upload('large.pdf', body, { 'content-length': String(101 * MEGABYTE) });
  expect([answer.status, await rule(answer), pulled]).toEqual([422, 'files.size', 0]);
});

test('more than 100 MB is refused while it comes in, and what came in is thrown away', async () => {
  const block = new Uint8Array(4 * MEGABYTE).fill(0x25);
  block.set(PDF);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent++;
      controller.enqueue(block);
    },
  });
  const before = await countRows(house.database);
  const answer = await upload('endless.pdf', body);
  expect([answer.status, await rule(answer)]).toEqual([422, 'files.size']);
  expect(sent).toBeLessThan(40);
  expect(await countRows(house.database)).toEqual(before);
});

test('a file is kept once, whoever brings it, and nobody reads what belongs to no matter of his', async () => {
  const first = await upload(encodeURIComponent('甲.pdf'), PDF);
  expect(first.status).toBe(200);
  const { sm3 } = (await first.json()) as { sm3: string };
  const again = (await (await upload(encodeURIComponent('乙.pdf'), PDF)).json()) as { sm3: string };
  expect(again.sm3).toBe(sm3);
  expect((await house.call(keeper, 'GET', `/api/files/${sm3}`)).status).toBe(404);
});

test('no upload without a session, nor from a page that is not ours', async () => {
  expect((await upload('a.pdf', PDF, { cookie: '' })).status).toBe(401);
  const foreign = await upload('a.pdf', PDF, { 'x-fazhi': '' });
  expect([foreign.status, await rule(foreign)]).toEqual([403, 'server.origin']);
});

/** What the import of a stored workbook ends with. */
async function importing(
  bytes: Uint8Array,
): Promise<{ state: string; message: string; errors: { message: string }[] }> {
  const stored = (await (await upload(encodeURIComponent('导入.xlsx'), bytes)).json()) as { sm3: string };
  const started = await house.call(keeper, 'POST', '/api/lists/powers/import', {
    request: `import-${stored.sm3.slice(0, 20)}`,
    file: stored.sm3,
    on: '2024-09-01',
    dryRun: false,
  });
  const text = await started.text();
  if (started.status !== 200) {
    expect(started.status, text).toBeLessThan(500);
    return { state: 'failed', message: text, errors: [] };
  }
  const { job } = JSON.parse(text) as { job: string };
  for (;;) {
    const view = (await (await house.call(keeper, 'GET', `/api/jobs/${job}`)).json()) as Awaited<
      ReturnType<typeof importing>
    >;
    if (view.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a workbook that unpacks without end is refused before it is unpacked', async () => {
  const bomb = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(600 * MEGABYTE),
  });
  expect(bomb.byteLength).toBeLessThan(2 * MEGABYTE);
  const before = await countRows(house.database);
  const memory = process.memoryUsage().rss;
  const { state, message } = await importing(bomb);
  expect(state).toBe('failed');
  expect(message).toMatch(/\p{Script=Han}/u);
  expect(process.memoryUsage().rss - memory).toBeLessThan(300 * MEGABYTE);
  const { file: _, file_upload: ___, ...after } = await countRows(house.database);
  const { file: __, file_upload: ____, ...unchanged } = before;
  expect(after).toEqual(unchanged);
  expect(house.log).toEqual([]);
});

test.each([
  ['no workbook', strToU8('PK\x03\x04 and nothing more')],
  ['an archive of something else', zipSync({ 'a.txt': strToU8('a') })],
])('%s is refused with a reason', async (_, bytes) => {
  const { state, message } = await importing(bytes);
  expect(state).toBe('failed');
  expect(message).toMatch(/\p{Script=Han}/u);
  expect(house.log).toEqual([]);
});

test('a workbook of other columns tells what is wrong and writes nothing', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '甲',
        rows: [
          ['栏一', '栏二'],
          ['=1+1', '2'],
        ],
      },
    ],
  });
  const before = await countRows(house.database);
  const view = await importing(bytes);
  expect(view.state === 'failed' || view.errors.length > 0).toBe(true);
  const { file: _, file_upload: ___, ...after } = await countRows(house.database);
  const { file: __, file_upload: ____, ...unchanged } = before;
  expect(after).toEqual(unchanged);
});
