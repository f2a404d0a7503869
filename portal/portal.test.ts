import { describe, expect, test } from 'vitest';
import { type Client, type Problem, ProblemError } from '../src/client/client.ts';
import { portalPages } from './index.ts';

const report = '01010101-0101-7101-8101-010101010101';
const published = {
  report,
  year: 2024,
  title: '2024年度法治政府建设情况报告',
  status: 'published',
  publishedOn: '2025-03-20',
  note: null,
  article:
    '<article class="paper"><h1>报告</h1><p><a data-figure="f" href="/reports/x/figures/f">12件</a></p></article>',
  figures: [],
  version: 3,
  correctedOn: null,
  withdrawnOn: null,
  texts: [{ version: 3, on: '2025-02-10', reason: '', digest: 'a'.repeat(64), proof: null, current: true }],
};
const figure = {
  id: 'f',
  name: '行政许可数量',
  text: '12件',
  sentences: ['统计什么。', '哪一段时期。', '什么口径。'],
  fixed: '以哪一次封存为准。',
  anchor: 'FZ1:990101:7:100:ABC:DEF',
  proof: 'fazhi/proof/2\nleaf 3 <b>',
};

/** The portal over answers made up here; whatever is not given does not exist. */
function portal(answers: Record<string, unknown>, problem: Partial<Problem> = {}) {
  const faults: unknown[] = [];
  const client = {
    call: async (name: string) => {
      const answer = answers[name];
      if (answer instanceof Error) throw answer;
      if (answer !== undefined) return answer;
      throw new ProblemError({
        status: 404,
        title: '没有找到',
        message: '没有这份报告。',
        kind: 'not-found',
        rule: 'test',
        ...problem,
      });
    },
    href: (name: string) => `/${name}`,
  } as unknown as Client;
  const app = portalPages(client, {
    region: () => '试验区',
    version: '0.0.0',
    countView: async () => 1234,
    fault: (_, error) => faults.push(error),
  });
  const get = async (path: string, init?: RequestInit) => {
    const response = await app.request(path, init);
    return { response, status: response.status, text: await response.text() };
  };
  return { get, faults };
}

describe('annual reports', () => {
  test('a report is shown as it was signed, with how often it was read and a code to itself', async () => {
    const { text } = await portal({ 'public.report': published }).get(`/reports/${report}`);
    expect(text).toContain(published.article);
    expect(text).toContain('浏览1,234次');
    expect(text).toMatch(/<figure class="qr"[^>]*><svg/);
    expect(text.match(/<h1/g)).toHaveLength(1);
  });

  test('an earlier text of a corrected report says that it holds no longer, and why', async () => {
    const later = {
      version: 4,
      on: '2025-05-06',
      reason: '漏计一件',
      digest: 'b'.repeat(64),
      proof: null,
      current: true,
    };
    const corrected = { ...published, texts: [later, { ...published.texts[0], current: false }] };
    const { text } = await portal({ 'public.report': corrected }).get(`/reports/${report}?version=3`);
    expect(text).toMatch(/更正前的文本，不再有效.*更正理由：漏计一件/s);
    expect(text).toContain('b'.repeat(64));
  });

  test('one that was taken down gives its reason and no text', async () => {
    const withdrawn = { ...published, status: 'withdrawn', note: '数据有误', article: '' };
    const { text } = await portal({ 'public.report': withdrawn }).get(`/reports/${report}`);
    expect(text).toContain('理由：数据有误');
  });

  test('a figure opens into its sentences before any digest', async () => {
    const { text } = await portal({ 'public.report': published, 'public.figure': figure }).get(
      `/reports/${report}/figures/f`,
    );
    for (const sentence of figure.sentences) expect(text).toContain(sentence);
    expect(text.indexOf('以哪一次封存为准。')).toBeLessThan(text.indexOf('FZ1'));
    expect(text).toContain('leaf 3 &lt;b&gt;');
  });
});

describe('what goes wrong', () => {
  test('what does not exist is a page that says what to do', async () => {
    const { status, text } = await portal({}).get(`/reports/${report}`);
    expect(status).toBe(404);
    expect(text).toContain('没有这份报告。');
    expect(text).toContain('回到首页');
  });

  test('a fault is told to the operators and not to the reader', async () => {
    const { get, faults } = portal({ 'public.reports': new Error('select secret from table') });
    const { status, text } = await get('/reports');
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
    expect(faults).toHaveLength(1);
  });

  test('an input of the wrong form is asked for again', async () => {
    const { get } = portal({}, { status: 422, fields: [{ path: 'on', message: 'Invalid ISO date' }] });
    const { status, text } = await get('/lists/powers?on=x');
    expect(status).toBe(400);
    expect(text).toContain('请检查日期和编号');
    expect(text).not.toContain('Invalid');
  });

  test('addresses of others are left to them', async () => {
    const { get } = portal({});
    expect((await get('/api/nothing')).text).not.toContain('<html');
    expect((await get('/nothing')).text).toContain('没有这个页面');
  });
});

describe('every answer', () => {
  test('admits no script and escapes what it is given', async () => {
    const { get } = portal({ 'public.search': { lists: [], channels: [] } });
    const { response, text } = await get('/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22');
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;');
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  test('is kept by its content, apart from what answers one reader alone', async () => {
    const { get } = portal({ 'public.reports': { reports: [] }, 'public.progress': { progress: null } });
    const etag = (await get('/reports')).response.headers.get('etag')!;
    const again = await get('/reports', { headers: { 'if-none-match': `W/"other", ${etag}` } });
    expect([again.status, again.text]).toEqual([304, '']);
    const large = await get('/reports', { headers: { 'if-none-match': etag, cookie: 'type-size=large' } });
    expect(large.status).toBe(200);
    const progress = (await get('/progress?number=XK-1')).response;
    expect(progress.headers.get('cache-control')).toBe('no-store');
  });

  test('sets decisions of enforcement apart from plans, reports and answers', async () => {
    const channels = [
      { id: 'penalty-decisions', name: '行政处罚决定公示', enforces: true, count: 2 },
      { id: 'reports', name: '年度报告公开', enforces: false, count: 1 },
    ];
    const { get } = portal({ 'public.home': { channels, latest: [], lists: [], seal: null } });
    const { text } = await get('/disclosure');
    const [decisions, others] = ['行政处罚决定公示', '年度报告公开'].map((name) => text.indexOf(name));
    const apart = text.indexOf('其他公开');
    expect(decisions! < apart && apart < others!, text).toBe(true);
  });
});
