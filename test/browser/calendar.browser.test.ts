import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Answer } from '../../src/client/client.ts';
import { holders } from '../../src/demo/zone.ts';
import { getJson } from './api.ts';
import { complaints, openPage, picture, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

// Holiday notices that change single days: pasted as published, or filled in day by day.

let served: Served;
let clerk: BrowserContext;
beforeAll(async () => {
  served = await serveDemo();
  clerk = await served.signedIn(holders('U02', 'legal-office')[0]!.id);
});
afterAll(() => served?.close());

const notice = `国务院办公厅关于调整2026年部分日期放假安排的通知
国办示例〔2026〕9号
现对《国务院办公厅关于2026年部分节假日安排的通知》有关安排调整如下：
11月27日（星期五）放假，共1天。11月29日（星期日）上班。`;

it('reads a pasted amendment, shows before and after, enters it, and the year tells of it', async () => {
  const page = await openPage(clerk, '/console/settings');
  await page.getByRole('textbox', { name: '通知全文' }).fill(notice);
  await page.getByRole('button', { name: '读取并核对' }).click();
  const read = page.getByRole('status').filter({ hasText: '读到的调整' });
  await read.waitFor();
  expect(await read.innerText()).toMatch(/国办示例〔2026〕9号.*2天有变化.*11月27日.*工作日.*改为.*放假/s);
  expect(await read.innerText()).toMatch(/录入后重算[\d,]+个在办时限，[\d,]+个到期日有变化/);
  await picture(page, 'calendar-tried', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '录入并重算时限' }).click();
  await page.getByText(/对2026年的调整（国办示例〔2026〕9号）已录入，重算/).waitFor();
  const year = page.getByRole('row', { name: /^2026年/ });
  await year.getByText('国办示例〔2026〕9号调整2天').click();
  expect(await year.innerText()).toMatch(/11月29日.*周日.*改为.*调休上班.*录入，重算/s);
  await picture(page, 'calendar-amended', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('takes an amendment day by day, and says what is wrong with one', async () => {
  const page = await openPage(clerk, '/console/settings');
  await page.getByText('逐日填写调整').click();
  await page.getByLabel('调整通知的标题').fill('国务院办公厅关于增加一天放假的通知');
  await page.getByLabel('文号').fill('国办示例〔2026〕10号');
  await page.getByLabel('第1个日期', { exact: true }).fill('2026-12-02');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: '上班' }).check();
  await page.getByRole('button', { name: '读取并核对' }).click();
  await page.getByText('2026年12月2日本来就是工作日').waitFor();
  await page.getByRole('radio', { name: '放假' }).check();
  await page.getByRole('button', { name: '再加一天' }).click();
  await page.getByLabel('第2个日期', { exact: true }).fill('2026-11-16');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '读取并核对' }).click();
  await page.getByText('其中1天已经过去').waitFor();
  await picture(page, 'calendar-days', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '录入并重算时限' }).click();
  await page.getByText(/对2026年的调整（国办示例〔2026〕10号）已录入/).waitFor();
  await page.close();
});

it('a clock says which notices it stands on', async () => {
  const { rows } = await getJson<Answer<'register.page'>>(clerk, '/api/registers/licence?size=100');
  const running = rows.find(({ due }) => due !== null)!;
  const page = await openPage(clerk, `/console/matters/${running.id}`);
  await page.locator('details.clock summary').first().click();
  await page
    .getByText(/依据的放假安排：.*2026年放假通知（2026年经国办示例〔2026〕9号调整/)
    .first()
    .waitFor();
  await picture(page, 'calendar-clock');
  await page.close();
});

it('no page complained', () => {
  expect(complaints).toEqual([]);
});
