import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holders } from '../../src/demo/zone.ts';
import { complaints, openPage, picture, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

// Nobody loses what he wrote by going somewhere else: he is asked, or it is saved by itself.

let served: Served;
let clerk: BrowserContext;
let plan: string;

const text = ['2026年法治政府建设工作要点', '一、依法履行职能', '1.更新权责清单。', '2.开展案卷评查。'].join(
  '\n',
);

beforeAll(async () => {
  served = await serveDemo();
  clerk = await served.signedIn(holders('U02', 'legal-office')[0]!.id);
  const page = await openPage(clerk, '/console/plans');
  await page.getByRole('button', { name: '录入要点' }).click();
  await page.getByText('粘贴正文').click();
  await page.getByLabel('要点正文').fill(text);
  await page.getByRole('button', { name: '读出任务' }).click();
  await page.waitForURL(/plans\/[0-9a-f-]{36}/);
  plan = /plans\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  await page.close();
});
afterAll(() => served?.close());

const question = (page: Page): Locator => page.getByRole('dialog', { name: '要点的修改还没有保存' });
const title = (page: Page): Locator => page.getByLabel('名称', { exact: true });
const rail = (page: Page, line: string): Locator =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: line });

async function versionOf(): Promise<number> {
  const answer = await clerk.request.get(`/api/plans/${plan}`);
  return ((await answer.json()) as { head: { version: number } }).head.version;
}

/** A plan that was come to from the register of plans, with a title that is not saved. */
async function written(words: string): Promise<Page> {
  const page = await openPage(clerk, '/console/plans');
  await page.locator(`a[href$="/plans/${plan}"]`).first().click();
  await title(page).fill(words);
  return page;
}

it('asks on the way by the rail and by back; who stays loses nothing, who leaves leaves', async () => {
  const page = await written('改了一半的要点');
  await rail(page, '考核').click();
  await question(page).waitFor();
  await picture(page, 'leaving', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await question(page).waitFor({ state: 'detached' });
  expect(await title(page).inputValue()).toBe('改了一半的要点');

  await page.goBack();
  await question(page).getByRole('button', { name: '留在本页' }).click();
  await question(page).waitFor({ state: 'detached' });
  expect(page.url()).toContain(plan);

  await page.goBack();
  await question(page).getByRole('button', { name: '离开不保存' }).click();
  await page.waitForURL('**/console/plans');
  expect(await versionOf()).toBe(1);
  await page.close();
});

it('saves and goes on in one press', async () => {
  const page = await written('改好的要点');
  await rail(page, '考核').click();
  await question(page).getByRole('button', { name: '保存并离开' }).click();
  await page.waitForURL('**/console/assessments');
  expect(await versionOf()).toBe(2);
  await page.goBack();
  await page.waitForURL(`**/plans/${plan}`);
  expect(await title(page).inputValue()).toBe('改好的要点');
  await rail(page, '考核').click();
  await page.waitForURL('**/console/assessments');
  await page.close();
});

it('stays and says why where somebody else was faster, and asks before the post is another', async () => {
  const [mine, theirs] = [await written('我的要点'), await written('同事的要点')];
  await theirs.keyboard.press('Control+s');
  await theirs.getByText('已保存为第3版').waitFor();
  await rail(mine, '考核').click();
  await question(mine).getByRole('button', { name: '保存并离开' }).click();
  await question(mine)
    .getByRole('alert')
    .getByText(/没有保存：/)
    .waitFor();
  await question(mine).getByRole('button', { name: '留在本页' }).click();
  expect(await title(mine).inputValue()).toBe('我的要点');

  await mine.locator('.post-button').click();
  await mine.getByRole('menuitem', { name: '退出登录' }).click();
  await question(mine).getByRole('button', { name: '留在本页' }).click();
  expect((await clerk.request.get('/api/session')).status()).toBe(200);
  await mine.close();
  await theirs.close();
});

it('saves a report and a return by itself and asks nothing; they stand there on the way back', async () => {
  const made = await clerk.request.post('/api/reports', {
    headers: { 'x-fazhi': '1' },
    data: { year: 2025, skeleton: 'four-part' },
  });
  const { report } = (await made.json()) as { report: string };
  const page = await openPage(clerk, `/console/reports/${report}`, '.chip');
  const opening = page.locator('.paragraph[data-place="-1:0"]');
  await opening.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('临走前写的一句。');
  await rail(page, '考核').click();
  await page.waitForURL('**/console/assessments');
  await page.goBack();
  await opening.waitFor();
  expect(await opening.innerText()).toContain('临走前写的一句。');
  await page.close();

  const liaison = await served.signedIn(holders('U10', 'liaison')[0]!.id);
  const filling = await openPage(liaison, '/console/returns/FZ/2026-10/U10', '.returns-grid');
  const first = filling.getByLabel('政务服务办件本期数');
  // There and back at once, several times: what was opened last is never shown for what is saved.
  for (const typed of ['4321', '4322', '4323', '4324', '4325']) {
    await first.fill(typed);
    await rail(filling, '年度总览').click();
    await filling.waitForURL('**/console/overview');
    await filling.goBack();
    await first.waitFor();
    expect((await first.inputValue()).replace(',', '')).toBe(typed);
  }
  await filling.close();
});

it('asks before the judging of a report is lost, by the rail and by another file; what was kept is not asked about', async () => {
  const page = await openPage(clerk, '/console/reading');
  await page.getByText('粘贴正文').click();
  await page
    .getByLabel('报告正文')
    .fill('某区2024年度法治政府建设情况报告\n一、主要做法\n全年作出行政处罚决定20件。会前学法12次。');
  await page.getByRole('button', { name: '读出章节和数据' }).click();
  await page.getByRole('button', { name: '确认有对应指标的2个' }).click();
  const lost = page.getByRole('dialog', { name: '数据的核对还没有保存' });
  await rail(page, '考核').click();
  await lost.getByRole('button', { name: '留在本页' }).click();
  await lost.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '换一份文件' }).click();
  await lost.getByRole('button', { name: '留在本页' }).click();
  await lost.waitFor({ state: 'detached' });
  await page.getByText('已确认2').waitFor();
  await page.getByRole('button', { name: '留存已确认的2个数据' }).click();
  await page.getByText('2024年度数据：留存2个').waitFor();
  await page.getByRole('button', { name: '换一份文件' }).click();
  await page.getByText('粘贴正文').waitFor();
  await page.close();
});

it('asks nothing when the session has ended: nothing could be saved', async () => {
  const page = await written('会话结束前的修改');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await clerk.request.post('/api/account/sign-out', { headers: { 'x-fazhi': '1' }, data: {} });
  await page.keyboard.press('Control+s');
  await page.waitForURL('**/sign-in?to=**');
  expect(asked).toEqual([]);
  await page.close();
});

it('leaves the browser nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
