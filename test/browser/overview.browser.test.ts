import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holders } from '../../src/demo/zone.ts';
import { complaints, openPage, picture, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

let served: Served;
let clerk: BrowserContext;

beforeAll(async () => {
  served = await serveDemo();
  clerk = await served.signedIn(holders('U02', 'legal-office')[0]!.id);
});
afterAll(() => served?.close());

it('shows the year on one screen; a number opens into as many records as it says', async () => {
  const page = await openPage(clerk, '/console/overview', 'h2');
  const coming = page.getByRole('button', { name: /^未来30天到期\d/ });
  const said = Number((await coming.innerText()).replaceAll(',', ''));
  await picture(page, 'overview');
  expect(await violations(page)).toEqual([]);
  await coming.click();
  const records = page.getByRole('dialog');
  await records.getByText(`共${said}件`).waitFor();
  expect(await records.locator('tbody tr').count()).toBe(Math.min(said, 50));
  await page.keyboard.press('Escape');
  await page.close();
});

it('fills a meeting-room screen without scrolling, and is left with Escape', async () => {
  const page = await openPage(clerk, '/console/overview/screen', 'h2');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('heading', { name: '主要工作比上年多还是少' }).waitFor();
  await picture(page, 'overview-screen');
  const cut = await page.evaluate(() =>
    [document.querySelector('.overview-screen')!, ...document.querySelectorAll('.overview-screen section')]
      .filter((each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1)
      .map((each) => `${each.className} ${each.scrollHeight}/${each.clientHeight}`),
  );
  expect(cut).toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForURL('**/console/overview');
  await page.close();
});

it('stands on a phone without sideways scrolling', async () => {
  for (const path of ['/overview', '/leaders']) {
    const page = await openPage(clerk, `/console${path}`, 'h2');
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, `phone${path.replace('/', '-')}`);
    const wide = await page.evaluate(() => document.querySelector('main')!.scrollWidth - window.innerWidth);
    expect(wide, path).toBeLessThanOrEqual(0);
    // No day of the calendar is cut short.
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.calendar .day .quiet')]
        .filter((each) => each.scrollWidth > each.clientWidth)
        .map((each) => each.textContent),
    );
    expect(cut, path).toEqual([]);
    await page.close();
  }
});

it('counts the duties of the leaders; evidence is asked for gaps alone', async () => {
  const head = await served.signedIn(holders('U04', 'unit-head')[0]!.id);
  const page = await openPage(head, '/console/leaders', 'h2');
  await page.getByText('部署本单位年度法治政府建设重点工作').waitFor();
  await picture(page, 'leaders-unit');
  expect(await violations(page)).toEqual([]);
  const duty = (name: string) => page.locator('.checklist li', { hasText: name });
  expect(await duty('本单位举办法治专题讲座').getByRole('link').innerText()).toBe('1次');
  // Evidence was brought for the plan, which no register holds; the report is asked for in its own register.
  await duty('落实负责人出庭应诉').getByRole('button', { name: '补充佐证' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('履职情况').fill('本年度没有被诉案件。');
  await form.locator('input[type=file]').setInputFiles({
    name: '情况说明.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('没有被诉案件'),
  });
  await form.getByText('情况说明.txt').waitFor();
  await form.getByRole('button', { name: '补充佐证' }).click();
  await duty('落实负责人出庭应诉').getByText('完成').waitFor();
  await head.close();
});

it('tells whoever begins with nothing what comes first', async () => {
  const empty = await serveDemo({ empty: true });
  const office = await empty.signedIn(holders('U02', 'legal-office')[0]!.id);
  const page = await openPage(office, '/console/overview', 'h2');
  await page.getByText('2026年度要点还没有印发').waitFor();
  await page.getByText('还没有2026年度职责清单').waitFor();
  await page.getByText('还没有可以比较的记录').waitFor();
  await page.getByRole('link', { name: '录入年度要点' }).click();
  await page.getByText('还没有年度要点').waitFor();
  const liaison = await empty.signedIn(holders('U04', 'liaison')[0]!.id);
  const own = await openPage(liaison, '/console/overview', 'h2');
  await own.getByText('本单位还没有2026年度要点的任务').waitFor();
  // A unit is not sent to what is another's to do.
  expect(await own.getByRole('link', { name: '录入年度要点' }).count()).toBe(0);
  await empty.close();
});

it('complained of nothing', () => {
  expect(complaints).toEqual([]);
});
