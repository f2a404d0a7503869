import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holders } from '../../src/demo/zone.ts';
import { postJson } from './api.ts';
import { complaints, openPage, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

// The report's editor as a clerk uses it: by keyboard, with the auditor beside, and with a colleague in the same text.

let served: Served;
let clerk: BrowserContext;
let colleague: BrowserContext;
let report: string;

beforeAll(async () => {
  served = await serveDemo();
  const [first, second] = holders('U02', 'legal-office');
  clerk = await served.signedIn(first!.id);
  colleague = await served.signedIn(second!.id);
  ({ report } = await postJson<{ report: string }>(clerk, '/api/reports', {
    year: 2025,
    skeleton: 'four-part',
  }));
});
afterAll(() => served?.close());

const open = (context: BrowserContext): Promise<Page> =>
  openPage(context, `/console/reports/${report}`, '.chip');
const opening = (page: Page) => page.locator('.paragraph[data-place="-1:0"]');
const saved = (page: Page) => page.getByText(/第\d+版.*已保存/).waitFor({ timeout: 30_000 });

it('takes figures by search, mends what the auditor marks, and goes back and forth', async () => {
  const page = await open(clerk);
  await opening(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('截止年底，各项任务已经完成，年末在办案件');
  await page.keyboard.press('/');
  await page.getByRole('dialog', { name: '插入数据' }).getByRole('combobox').fill('处罚案件期末');
  await page
    .getByRole('option', { name: /行政处罚案件期末在办/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('。');
  const printed = await page.locator('.chip[data-figure="penalty.open"]').first().innerText();
  expect(await opening(page).innerText()).toContain(`年末在办案件${printed}。`);

  await page.getByRole('tab', { name: /审读 1/ }).click();
  await page.getByRole('button', { name: '改为“截至”' }).click();
  expect(await opening(page).innerText()).toContain('截至年底');
  await page.keyboard.press('Control+z');
  expect(await opening(page).innerText()).toContain('截止年底');
  await page.getByRole('button', { name: '重做' }).click();
  expect(await opening(page).innerText()).toContain('截至年底');
  await page.getByText('没有需要处理的问题').waitFor();
  await saved(page);

  // A chip goes as a whole or not at all.
  await opening(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  expect(await opening(page).locator('.chip').count()).toBe(0);
  await page.keyboard.press('Control+z');
  expect(await opening(page).locator('.chip').innerText()).toBe(printed);
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('keeps a reason for words that stand, and takes what was copied from Word without its setting', async () => {
  const page = await open(clerk);
  await opening(page).click();
  await page.keyboard.press('Control+End');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      `<html><head><style>p.MsoNormal{font:16pt}</style></head><body><p class="MsoNormal" style="text-indent:32pt"><span lang="EN-US">引用文件 称“截止年底，已经完成”。<o:p></o:p></span></p><p class="MsoNormal">第二段&nbsp;文字。</p><table><tr><td><p>事项</p></td><td><p>数量</p></td></tr><tr><td><p>甲</p></td><td><p>若干</p></td></tr></table></body></html>`,
    );
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.locator('.table-block').waitFor();
  const texts = await page.locator('.paragraph[data-place^="-1:"]').allInnerTexts();
  expect(texts.slice(1, 3)).toEqual(['引用文件称“截止年底，已经完成”。', '第二段文字。']);
  expect(await page.locator('.table-block .cell').allInnerTexts()).toEqual(['事项', '数量', '甲', '若干']);

  await page.getByRole('tab', { name: /审读 1/ }).click();
  await page.getByRole('button', { name: '说明理由' }).click();
  await page.getByLabel('保留原文的理由').fill('引用文件原文');
  await page.getByRole('button', { name: '记下理由' }).click();
  await page.getByText('已说明理由1个').waitFor();
  await saved(page);
  await page.reload();
  await page.locator('.chip').first().waitFor();
  await page.getByRole('tab', { name: '审读' }).click();
  await page.getByText('已说明理由1个').click();
  await page.getByText('理由：引用文件原文').waitFor();

  await page.getByRole('button', { name: '版本', exact: true }).click();
  const versions = page.getByRole('dialog');
  await versions.getByText('显示全文').waitFor();
  expect(await versions.locator('.diff ins').allInnerTexts()).toContain('第二段文字。');
  await page.close();
});

it('brings two writers together, and asks where both changed one passage', async () => {
  const [mine, theirs] = [await open(clerk), await open(colleague)];
  const second = (page: Page) => page.locator('.paragraph[data-place="-1:2"]');
  const write = async (page: Page, where: ReturnType<typeof opening>, text: string) => {
    await where.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(text);
  };
  await write(theirs, second(theirs), '同事写的。');
  await theirs.keyboard.press('Control+s');
  await saved(theirs);
  await write(mine, opening(mine), '我写的。');
  await mine.keyboard.press('Control+s');
  await mine.getByText('两人的改动已经合并').waitFor();
  await saved(mine);
  expect(await second(mine).innerText()).toContain('同事写的。');
  expect(await opening(mine).innerText()).toContain('我写的。');

  // The colleague's page still stands on version 5 and changes the same passage.
  await write(theirs, opening(theirs), '另一种写法。');
  await theirs.keyboard.press('Control+s');
  const dialog = theirs.getByRole('dialog');
  await dialog.getByText(/在您修改期间保存了第/).waitFor();
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: '按所选合并' }).click();
  await saved(theirs);
  expect(await opening(theirs).innerText()).toMatch(/另一种写法。$/);
  await mine.close();
  await theirs.close();
});

it('leaves the browser nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
