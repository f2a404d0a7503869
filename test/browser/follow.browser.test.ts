import { readXlsx } from 'hucre';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '../../src/client/client.ts';
import { holders } from '../../src/demo/zone.ts';
import type { PostKindId } from '../../src/kernel/identity/posts.ts';
import { readDocument } from '../../src/reports/reading/index.ts';
import { actAt, getJson } from './api.ts';
import { complaints, openPage, picture, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

// Follow-up as it is looked at: a campaign of inspections, what is escalated, and reports on duties made public.

let served: Served;
let clerk: BrowserContext;
const phone = { width: 390, height: 844 };
const signedIn = (unit: string, kind: PostKindId, viewport?: typeof phone) =>
  served.signedIn(holders(unit, kind)[0]!.id, viewport);

beforeAll(async () => {
  served = await serveDemo();
  clerk = await signedIn('U02', 'legal-office');
});
afterAll(() => served?.close());

async function act(
  context: BrowserContext,
  procedure: string,
  matter: string,
  step: string,
  input: object,
): Promise<void> {
  await actAt(context, `/api/matters/${procedure}/${matter}/${step}`, { input });
}

async function sheetsOf(context: BrowserContext, path: string) {
  const { sheets } = await readXlsx(new Uint8Array(await (await context.request.get(path)).body()));
  return sheets.map(({ name, rows }) => `${name} ${rows.length - 1}`);
}

async function campaign(): Promise<string> {
  const { rounds } = await getJson<Answer<'inspections.list'>>(clerk, '/api/inspection-rounds');
  return rounds.find(({ closed }) => !closed)!.matter;
}

it('shows a campaign: units by how far they are, the late ones, findings by task and kind', async () => {
  const page = await openPage(clerk, '/console/inspections');
  await page.getByRole('link', { name: '2026年行政执法专项督察' }).click();
  const units = page.getByRole('table', { name: '各单位进展' });
  await units.getByRole('row').nth(5).waitFor();
  const tally = (name: string) =>
    page.getByRole('list', { name: '各单位进展' }).getByRole('button', { name });
  expect(await tally('被督察单位').innerText()).toContain('5');
  await picture(page, 'campaign', { phone: true });
  expect(await violations(page)).toEqual([]);
  await tally('逾期').click();
  await units.getByRole('row').nth(3).waitFor({ state: 'detached' });
  expect(await units.getByRole('row').allInnerTexts()).toEqual([
    expect.stringContaining('单位'),
    expect.stringMatching(/生态环境分局.*整改逾期.*提醒/s),
    expect.stringMatching(/卫生健康局.*自查报告逾期/s),
  ]);
  const kinds = page.getByRole('table', { name: '问题按类别' });
  await kinds.getByRole('button', { name: '行政执法' }).click();
  const list = page.getByRole('table', { name: '问题清单' });
  await list.getByRole('row').nth(3).waitFor({ state: 'detached' });
  expect(await list.getByRole('row').count()).toBe(3);
  expect(new URL(page.url()).search).toBe('?state=late&kind=enforcement');
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.getByRole('table', { name: '问题按对应任务' }).getByRole('button', { name: /^7．/ }).click();
  await list.getByRole('row').nth(2).waitFor({ state: 'detached' });
  const finding = list.getByRole('row').nth(1);
  expect(await finding.innerText()).toContain('案卷评查没有按计划开展');
  await finding.getByRole('link', { name: /^7．/ }).click();
  await page.getByRole('heading', { level: 1, name: /^7．/ }).waitFor();
  await page.close();
});

it('hands the campaign on as a workbook, its notice and its report, and a unit no more than its own part', async () => {
  const round = await campaign();
  const base = `/api/inspection-rounds/${round}`;
  expect(await sheetsOf(clerk, `${base}/board.xlsx`)).toEqual([
    '单位 5',
    '问题清单 4',
    '按任务 2',
    '按类别 3',
  ]);
  const page = await openPage(clerk, `/console/inspections/${round}`);
  const made = page.getByRole('table', { name: '已制作的督察文书' });
  await page.getByRole('button', { name: '制作督察通知' }).click();
  await made.getByRole('link', { name: /通知$/ }).waitFor();
  await page.getByRole('button', { name: '制作督察报告' }).click();
  await made.getByRole('link', { name: /报告$/ }).waitFor();
  await page.getByRole('button', { name: '制作督察报告' }).click();
  await page.getByText(/督察情况没有变化/).waitFor();
  expect(await made.getByRole('row').count()).toBe(3);
  await picture(page, 'campaign-papers', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.close();
  const report = await clerk.request.get(`${base}/papers/2`);
  const { text } = await readDocument({ name: 'r.docx', bytes: new Uint8Array(await report.body()) });
  for (const told of ['截至2026年11月20日，共反馈问题4个', '三件处罚决定没有按期公示', '自查报告逾期'])
    expect(text).toContain(told);
  const notice = await clerk.request.get(`${base}/papers/1`);
  const sent = await readDocument({ name: 'n.docx', bytes: new Uint8Array(await notice.body()) });
  expect(sent.document.title).toBe('关于开展2026年行政执法专项督察的通知');
  const unit = await signedIn('U06', 'liaison');
  const own = await getJson<Answer<'inspections.board'>>(unit, base);
  expect([own.units.map((row) => row.unit), own.findings.length, own.whole]).toEqual([['U06'], 3, false]);
  expect((await unit.request.get(`${base}/papers/2`)).status()).toBe(403);
  const other = await signedIn('U03', 'liaison');
  expect((await other.request.get(base)).status()).toBe(404);
  await unit.close();
  await other.close();
});

it('lists escalations by unit with the day to answer; an answer waits for the office', async () => {
  const page = await openPage(clerk, '/console/escalations');
  const row = page
    .getByRole('table', { name: '提醒约谈', exact: true })
    .getByRole('row', { name: /行政执法专项督察/ });
  expect(await row.innerText()).toMatch(/提醒.*2026年11月19日.*待单位反馈.*2026年11月25日/s);
  await picture(page, 'escalations', { phone: true });
  expect(await violations(page)).toEqual([]);
  const { rows } = await getJson<Answer<'escalations.board'>>(clerk, '/api/escalations?year=2026');
  const { matter } = rows.find(({ unit, sourceName }) => unit === 'U06' && sourceName === '督察问题')!;
  const liaison = await signedIn('U06', 'liaison', phone);
  await act(liaison, 'escalation', matter, 'answer', { reply: '已经补办证件，材料报送中。' });
  const seen = await openPage(liaison, '/console/escalations?state=review', 'table');
  expect(await violations(seen)).toEqual([]);
  const units = (await getJson<Answer<'escalations.board'>>(liaison, '/api/escalations?year=2026')).units;
  expect(units.map(({ unit }) => unit)).toEqual(['U06']);
  await page.reload();
  await page.getByRole('list', { name: '提醒约谈进展' }).getByRole('button', { name: '待审核' }).click();
  expect(await row.innerText()).toMatch(/待审核反馈.*2026年11月20日/s);
  expect((await sheetsOf(clerk, '/api/escalations.xlsx?year=2026'))[0]).toBe(`提醒约谈 ${rows.length}`);
  await liaison.close();
  await page.close();
});

it('fills who came to a meeting from the leading group of the day', async () => {
  const { matter } = await actAt<{ matter: string }>(clerk, '/api/procedures/leading-group-meeting/call', {
    input: {
      name: '领导小组临时会议',
      kind: 'group',
      plannedOn: '2026-11-20',
      host: '组长',
      agenda: [{ topic: '研究执法监督', kind: 'problem' }],
    },
  });
  const page = await openPage(clerk, `/console/matters/${matter}?step=hold`);
  await page.getByLabel('实际召开日期').fill('2026-11-20');
  await page.keyboard.press('Enter');
  await page.getByText(/2026年11月20日的法治建设领导小组成员名单共8人，都已填写/).waitFor();
  const first = page.getByRole('row', { name: /何四四|第1行/ }).first();
  await first.waitFor();
  await page.getByRole('button', { name: '删除第8行' }).click();
  await page.getByRole('button', { name: '补充没有填写的1人' }).click();
  await page.getByText('都已填写').waitFor();
  await page.getByRole('button', { name: '登记会议情况' }).last().click();
  await page.getByText('待印发纪要').first().waitFor();
  await page.close();
});

it('publishes a report on duties: masked unless the round shows names, corrected with its reason, taken down', async () => {
  const { matter: round } = await actAt<{ matter: string }>(
    clerk,
    '/api/procedures/duty-report-round/arrange',
    {
      input: {
        year: 2024,
        day: '2026-11-27',
        form: 'written',
        mustPublish: true,
        leaders: [{ name: '述法人甲', title: '市场监管局局长', unit: 'U04' }],
      },
    },
  );
  const boardOf = () => getJson<Answer<'dutyReports.round'>>(clerk, `/api/duty-report-rounds/${round}`);
  const { matter } = (await boardOf()).rows[0]!;
  const head = await signedIn('U04', 'unit-head');
  const publisher = await signedIn('U04', 'publisher');
  await act(head, 'duty-report', matter, 'submit', {
    statement: '述法人甲主持研究法治工作四次。\n带头学法。',
    study: '学习行政处罚法等四次。',
    findings: '培训覆盖不够。',
  });
  await act(clerk, 'duty-report', matter, 'accept', {});
  const presented = { presentedOn: '2026-11-20', presentedAs: 'written' };
  await act(clerk, 'duty-report', matter, 'present', { ...presented, cleared: true });
  expect((await boardOf()).rows[0]!.publication).toMatchObject({
    status: 'due',
    due: '2026-12-18',
    late: false,
  });
  const address = `/duty-reports/${matter}.statement`;
  expect((await clerk.request.get(address)).status()).toBe(404);
  await act(publisher, 'duty-report', matter, '$publish', { publication: 'statement' });

  const page = await openPage(clerk, '/duty-reports?year=2024');
  await page.getByRole('link', { name: '市场监管局局长' }).click();
  const body = page.locator('main');
  await page.getByRole('heading', { name: '存在的问题和改进措施' }).waitFor();
  expect(await body.innerText()).toContain('述某某主持研究法治工作四次。');
  expect(await page.content()).not.toContain('述法人甲');
  expect(await violations(page)).toEqual([]);

  await act(clerk, 'duty-report', matter, 'amend', {
    publicFindings: '培训覆盖不够，已列入计划。',
    amendReason: '补充',
  });
  await act(publisher, 'duty-report', matter, '$correct', {
    publication: 'statement',
    reason: '补充改进措施',
  });
  await page.reload();
  expect(await body.innerText()).toMatch(/2026年11月20日更正.*补充改进措施.*已列入计划/s);
  await act(publisher, 'duty-report', matter, '$withdraw', {
    publication: 'statement',
    reason: '内容需要核实',
  });
  await page.reload();
  expect(await body.innerText()).toMatch(/撤下.*内容需要核实/s);
  expect(await body.innerText()).not.toContain('培训覆盖');
  await head.close();
  await publisher.close();
  await page.close();
});

it('shows a year’s round: who has presented, what is public; the public finds it by year and unit', async () => {
  const { round } = await getJson<Answer<'leaders.year'>>(clerk, '/api/leaders?year=2025');
  const page = await openPage(clerk, `/console/leaders/rounds/${round!.matter}`, 'table');
  await page.getByRole('list', { name: '述法进度' }).getByRole('button', { name: '已公开' }).click();
  await page.getByRole('row').nth(8).waitFor({ state: 'detached' });
  expect(await page.getByRole('row').count()).toBe(8);
  expect(await violations(page)).toEqual([]);
  await picture(page, 'duty-round', { phone: true });
  expect(await sheetsOf(clerk, `/api/duty-report-rounds/${round!.matter}/reports.xlsx`)).toEqual([
    '述法情况 8',
  ]);
  await page.goto('/duty-reports');
  expect(await page.getByRole('main').getByRole('listitem').count()).toBe(7);
  await page.getByLabel('单位').selectOption('U05');
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByRole('link', { name: '综合执法局局长' }).waitFor();
  expect(await page.getByRole('main').getByRole('listitem').count()).toBe(1);
  expect(await violations(page)).toEqual([]);
  await picture(page, 'duty-reports', { phone: true });
  await page.close();
});

it('leaves the browser nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
