import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holders } from '../../src/demo/zone.ts';
import { readDocument } from '../../src/reports/reading/index.ts';
import { actAt, getJson } from './api.ts';
import { complaints, openPage, picture, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

let served: Served;
let clerk: BrowserContext;

beforeAll(async () => {
  served = await serveDemo();
  clerk = await served.signedIn(holders('U02', 'legal-office')[0]!.id);
});
afterAll(() => served?.close());

/** A published report of the year before, as it may be copied from the web. */
const published = [
  '某开发区2024年度法治政府建设情况报告',
  '一、主要举措和成效',
  '全年作出行政处罚决定20件，罚没金额15.5万元。开展法治讲座2期。',
  '二、存在的不足和原因',
  '公示不够及时。',
  '三、主要负责人履职情况',
  '召开专题会议3次。',
  '四、下一年度工作安排',
  '继续推进。',
].join('\n');

it('takes in a published report: figures are judged by keyboard beside the text and kept for their year', async () => {
  const page = await openPage(clerk, '/console/reading');
  await page.getByText('粘贴正文').click();
  await page.getByLabel('报告正文').fill(published);
  await page.getByRole('button', { name: '读出章节和数据' }).click();
  const list = page.getByRole('list', { name: /数据，可用方向键移动/ });
  await list.waitFor();
  expect(await page.locator('.marked-text .mark').count()).toBe(4);
  await list.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await page.getByText('已确认2').waitFor();
  await page.getByText('不采用1').waitFor();
  expect(await page.getByLabel('数据年度').inputValue()).toBe('2024');
  await picture(page, 'reading');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '留存已确认的2个数据' }).click();
  await page.getByText('2024年度数据：留存2个').waitFor();
  await page.close();
});

/** Work points of a year, as they are sent out. */
const points = [
  '某区2025年法治政府建设工作要点',
  '一、规范行政执法',
  '1.开展案卷评查。每年至少组织2次案卷评查，优秀率达到达到90%以上。',
  '责任单位：区司法局',
  '完成时限：2025年10月底前',
  '2.加强执法培训。每名执法人员培训不少于60学时。',
  '责任单位：各执法部门',
].join('\n');

it('shows the tasks of a plan beside its text, findings in place, and gives the table of tasks', async () => {
  const page = await openPage(clerk, '/console/reading');
  await page.getByText('粘贴正文').click();
  await page.getByLabel('报告正文').fill(points);
  await page.getByRole('button', { name: '读出章节和数据' }).click();
  await page.getByText('共2项').waitFor();
  await page.locator('.marked-text .found', { hasText: '达到达到' }).click();
  await page.locator('.mark-notes').waitFor();
  await page.keyboard.press('Escape');
  expect(await violations(page)).toEqual([]);
  await page.getByText(/^问题（\d+）$/).click();
  await page.getByRole('list', { name: '需要核对的地方' }).getByText('达到达到').click();
  expect(await violations(page)).toEqual([]);
  await page.getByText('任务（2）').click();
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出任务分解表' }).click(),
  ]);
  expect(table.suggestedFilename()).toBe('任务分解表.xlsx');
  await page.getByRole('button', { name: '录入为年度要点' }).click();
  await page.waitForURL('**/console/plans/*');
  await page.getByRole('list', { name: '任务，可用方向键移动' }).getByRole('listitem').first().waitFor();
  await page.close();
});

it('lays two reports side by side, with what rose and fell', async () => {
  const page = await openPage(clerk, '/console/reading/compare');
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page
    .locator('input[type=file]')
    .setInputFiles([
      file('2023.txt', published.replace('2024', '2023').replace('20件', '16件')),
      file('2024.txt', published),
    ]);
  await page.getByRole('button', { name: '对比这2份' }).click();
  await page.getByText('上升（1）').click();
  await page.getByText('+4（+25%）').waitFor();
  await page.getByRole('img', { name: /变化幅度最大的/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出Excel' }).click(),
  ]);
  expect(sheet.suggestedFilename()).toBe('数据对比.xlsx');
  const { sheets } = await readXlsx(await readFile(await sheet.path()));
  const files = sheets.find(({ name }) => name === '文件')!.rows;
  expect(files.slice(1).map((row) => row[1])).toEqual(['2023.txt', '2024.txt']);
  await page.close();
});

it('refuses a file that is no document, and says so', async () => {
  const page = await openPage(clerk, '/console/reading');
  await page.locator('input[type=file]').setInputFiles({
    name: '扫描件.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 nothing'),
  });
  await page.getByRole('alert').waitFor();
  await page.close();
});

it('writes the report with live figures that open into their records, beside last year', async () => {
  const page = await openPage(clerk, '/console/reports');
  expect(await page.getByLabel('报告年度').inputValue()).toBe('2025');
  await page.getByRole('button', { name: '编制报告' }).click();
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
  const chip = page.locator('.chip[data-figure="penalty.decided"]');
  await chip.click();
  const explained = page.getByRole('region', { name: '这个数的说明' });
  await explained.getByText(/上年20件，见“某开发区2024年度法治政府建设情况报告”/).waitFor();
  await explained.getByRole('link', { name: '打开记录' }).waitFor();
  await picture(page, 'studio');
  expect(await violations(page)).toEqual([]);

  await page.locator('.todo-block').getByRole('button', { name: '写这一段' }).first().click();
  const paragraph = page.locator('.paragraph:empty').first();
  await paragraph.click();
  await page.keyboard.type('组织领导得到加强，作出处罚决定');
  await explained.getByRole('button', { name: '插入到光标处' }).click();
  await page.keyboard.type('。');
  await page.keyboard.press('Enter');
  await page.keyboard.type('另起一段。');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText(/第2版.*已保存/).waitFor();

  const printed = await chip.first().innerText();
  const report = page.url().split('/').at(-1)!;
  const file = await page.request.get(`/api/reports/${report}/report.docx`);
  const reading = await readDocument({ name: 'r.docx', bytes: new Uint8Array(await file.body()) });
  expect(reading.text).toContain(`组织领导得到加强，作出处罚决定${printed}。\n另起一段。`);
  const html = await (await page.request.get(`/api/reports/${report}/report.html`)).text();
  const shown = [...html.matchAll(/data-figure="[^"]+"[^>]*>([^<]+)</g)].map(([, text]) => text!);
  const chips = await page.locator('.chip').allInnerTexts();
  expect(shown).toEqual(expect.arrayContaining(chips));
  const text = reading.text.replaceAll(/\s/g, '');
  expect(chips.filter((figure) => !text.includes(figure))).toEqual([]);
  await page.close();
});

it('begins no second report of a year unasked: whoever comes again is shown the one that is there', async () => {
  const page = await openPage(clerk, '/console/reports?year=2025');
  await page.getByText('2025年度已有').waitFor();
  expect(await page.getByRole('button', { name: '编制报告' }).count()).toBe(0);
  await page.getByRole('button', { name: '另编一份' }).waitFor();
  await page.goto('/console/reports');
  await page.getByText('2025年度法治政府建设情况的报告').first().waitFor();
  // The report of last year is there: the next one is of this year.
  expect(await page.getByLabel('报告年度').inputValue()).toBe('2026');
  await page.close();
});

it('goes from the drafter over office and meeting to the head, who signs with frozen figures', async () => {
  const page = await openPage(clerk, '/console/reports');
  await page.getByRole('link', { name: /2025年度法治政府建设情况的报告/ }).click();
  await page.locator('.chip').first().waitFor();
  const refused = page.locator('.todo-block').getByRole('button', { name: '不写' });
  while ((await refused.count()) > 0) await refused.first().click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText(/第3版.*已保存/).waitFor();
  await page.getByRole('button', { name: '起草送审' }).click();
  expect(await page.getByRole('dialog').innerText()).not.toContain('待写');
  await page.getByRole('dialog').getByRole('button', { name: '起草送审' }).click();
  await page.getByText('法制机构审核').first().waitFor();
  const report = page.url().split('/').at(-1)!;

  const chief = await served.signedIn(holders('U02', 'legal-office-head')[0]!.id);
  const act = async (context: BrowserContext, step: string, input: object) => {
    const answer = await actAt(context, `/api/reports/${report}/steps/${step}`, { input });
    expect(answer).toMatchObject({ message: expect.stringContaining('已') });
  };
  await act(chief, 'review', {});
  await act(chief, 'discuss', { meeting: '主任办公会', meetingOn: '2026-11-20', resolution: 'adopted' });
  const head = await served.signedIn(holders('U01', 'region-head')[0]!.id);
  const signing = await openPage(head, `/console/reports/${report}`);
  await signing.getByRole('button', { name: '签发' }).click();
  const dialog = signing.getByRole('dialog');
  await dialog.getByText(/按第\d+号封存固定/).waitFor();
  await picture(signing, 'signing');
  await dialog.getByRole('button', { name: '签发' }).click();
  await signing.locator('.paragraph[contenteditable="false"]').first().waitFor();
  expect(await signing.locator('.paragraph[contenteditable="true"]').count()).toBe(0);
  // Whoever publishes finds it among what he may do, not only in the margin.
  const publisher = await served.signedIn(holders('U02', 'publisher')[0]!.id);
  const { head: signed } = await getJson<{ head: { matter: { id: string } } }>(
    clerk,
    `/api/reports/${report}`,
  );
  const matter = await openPage(publisher, `/console/matters/${signed.matter.id}`);
  await matter.locator('.step-buttons').getByRole('button', { name: '公示', exact: true }).click();
  await matter.getByRole('dialog').getByRole('button', { name: '公示', exact: true }).click();
  await matter.getByText('已公示（').waitFor();
  await publisher.close();
  await chief.close();
  await head.close();
  await page.close();
});

it('leaves the browser nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
