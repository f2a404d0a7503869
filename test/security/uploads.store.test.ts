import { strToU8 } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PostKindId } from '../../src/kernel/identity/posts.ts';
import { storedFile } from '../../src/kernel/procedure/fields.ts';
import { cookieOf, employ, type House, openHouse, REGION, vouchedSessions } from './house.ts';

// A digest is no key (docs/decisions/0013): whoever has learnt one neither binds its file to a matter of his own nor has
// it read to him. He uses what he brought up himself, and what a matter opens to him.

let house: House;
beforeAll(async () => {
  house = await openHouse({ resolve: vouchedSessions });
});
afterAll(() => house.close());

const WORDS = '查获无照经营的甲户';

async function person(name: string, kind: PostKindId, unit = 'bureau'): Promise<string> {
  const post = `${kind}@${unit}@`;
  await employ(house.database.admin, name, kind, unit, post);
  return cookieOf(name, post);
}

async function upload(cookie: string, text: string) {
  const answer = await house.app.request('http://localhost/api/files', {
    method: 'POST',
    headers: { cookie, 'x-fazhi': '1', 'x-file-name': encodeURIComponent('笔录.txt') },
    body: strToU8(text),
  });
  return storedFile.parse(await answer.json());
}

type Stored = Awaited<ReturnType<typeof upload>>;

let requests = 0;
/** A brief of the person's own with the file in it; answers what became of it. */
async function brief(
  cookie: string,
  ...files: Stored[]
): Promise<{ matter?: string; rule?: string; text: string }> {
  const input = {
    to: 'superior',
    recipient: '上级机关',
    occasion: 'special',
    year: 2024,
    title: '专项工作情况',
    content: '有关情况如下。',
    files,
  };
  const request = `upload-request-${++requests}`;
  const answer = await house.call(cookie, 'POST', '/api/procedures/work-brief/draft', { request, input });
  const text = await answer.text();
  return { ...(JSON.parse(text) as { matter?: string; rule?: string }), text };
}

const bindings = async (sm3: string) =>
  (await house.database.sql`select 1 from file_binding where region = ${REGION} and sm3 = ${sm3}`).length;
const attempts = async (sm3: string) =>
  (
    await house.database.sql`
      select person from audit where kind = 'refused' and detail = ${`file.use files.others ${sm3}`}`
  ).map((row) => row.person as string);

test('whoever knows a digest does not bind the file to a matter of his own, and the auditor sees that he tried', async () => {
  const evidence = await upload(await person('officer', 'case-officer', 'unit-1'), WORDS);
  const thief = await person('thief', 'legal-office');
  const tried = await brief(thief, evidence);
  expect(tried.rule).toBe('files.unknown');
  expect(tried.text).toMatch(/“笔录\.txt”.*重新上传/);
  expect(await bindings(evidence.sm3)).toBe(0);
  expect((await house.call(thief, 'GET', `/api/files/${evidence.sm3}`)).status).toBe(404);
  expect(await attempts(evidence.sm3)).toEqual(['thief']);
});

test('one file that is another’s among his own is enough to be refused', async () => {
  const evidence = await upload(await person('officer', 'case-officer', 'unit-1'), `${WORDS}二`);
  const thief = await person('thief', 'legal-office');
  const own = await upload(thief, '本人的附件');
  expect((await brief(thief, own, evidence)).rule).toBe('files.unknown');
  expect(await bindings(own.sm3)).toBe(0);
});

test('a digest nobody brought and one that another brought are refused in the same words', async () => {
  const evidence = await upload(await person('officer', 'case-officer', 'unit-1'), `${WORDS}三`);
  const thief = await person('thief', 'legal-office');
  const none = await brief(thief, { ...evidence, sm3: 'a'.repeat(64) });
  expect((await brief(thief, evidence)).text).toBe(none.text);
});

test('two persons who bring the same bytes have each brought them, and the file is kept once', async () => {
  const first = await person('first', 'legal-office');
  const second = await person('second', 'legal-office');
  const file = await upload(first, '同一份通知');
  expect((await brief(second, file)).rule).toBe('files.unknown');
  expect((await upload(second, '同一份通知')).sm3).toBe(file.sm3);
  expect((await brief(second, file)).matter).toBeDefined();
  expect((await brief(first, file)).matter).toBeDefined();
  const [kept] = await house.database.sql`
    select (select count(*)::int from file where sm3 = ${file.sm3}) as files,
           (select count(*)::int from file_upload where sm3 = ${file.sm3}) as uploads`;
  expect(kept).toEqual({ files: 1, uploads: 2 });
});

test('who brought it must name it in its size', async () => {
  const cookie = await person('first', 'legal-office');
  const file = await upload(cookie, '量得准的附件');
  expect((await brief(cookie, { ...file, size: file.size + 1 })).rule).toBe('files.unknown');
});

test('a file that a matter opens to him he may bind to another; to whom it opens nothing, he may not', async () => {
  const file = await upload(await person('first', 'legal-office'), '已报送的材料');
  expect((await brief(await person('first', 'legal-office'), file)).matter).toBeDefined();
  const colleague = await person('colleague', 'legal-office-head');
  const again = await brief(await person('colleague-clerk', 'legal-office'), file);
  expect((await house.call(colleague, 'GET', `/api/files/${file.sm3}`)).status).toBe(200);
  expect(again.matter).toBeDefined();
  expect(await attempts(file.sm3)).toEqual([]);
});

test('no route that reads a file by its digest reads another’s', async () => {
  const evidence = await upload(await person('officer', 'case-officer', 'unit-1'), `${WORDS}，罚款5000元。`);
  const thief = await person('thief', 'legal-office');
  const own = await upload(thief, '一、开展培训3次。');
  const file = { sm3: evidence.sm3, name: '笔录.txt' };
  const reads: [string, string, unknown?][] = [
    ['POST', '/api/readings', { file }],
    ['POST', '/api/readings/compare', { files: [{ sm3: own.sm3, name: '本人.txt' }, file] }],
    ['POST', '/api/readings/compare.xlsx', { files: [{ sm3: own.sm3, name: '本人.txt' }, file] }],
    ['GET', `/api/readings/${evidence.sm3}/tasks.xlsx?name=a.txt`],
    ['GET', `/api/readings/${evidence.sm3}/tasks.docx?name=a.txt`],
    ['POST', '/api/plans', { file }],
  ];
  for (const [method, path, body] of reads) {
    const answer = await house.call(thief, method, path, body);
    const text = await answer.text();
    expect([path, answer.status, (JSON.parse(text) as { rule: string }).rule]).toEqual([
      path,
      404,
      'reading.file',
    ]);
    expect(text).not.toContain('5000');
  }
  expect(await attempts(evidence.sm3)).toEqual(reads.map(() => 'thief'));
  const keeper = await person('keeper', 'list-keeper');
  const began = await house.call(keeper, 'POST', '/api/lists/powers/import', {
    request: 'upload-import-1',
    file: evidence.sm3,
    on: '2024-09-27',
    dryRun: true,
  });
  const { job } = (await began.json()) as { job: string };
  expect(job).toBeDefined();
  await expect.poll(() => attempts(evidence.sm3)).toContain('keeper');
});
