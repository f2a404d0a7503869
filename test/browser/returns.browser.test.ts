import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holders } from '../../src/demo/zone.ts';
import { complaints, openPage, picture, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

let served: Served;
let clerk: BrowserContext;
let liaison: BrowserContext;
/** A unit that has not begun the round that is coming in. */
const UNIT = 'U10';

beforeAll(async () => {
  served = await serveDemo();
  clerk = await served.signedIn(holders('U02', 'legal-office')[0]!.id);
  liaison = await served.signedIn(holders(UNIT, 'liaison')[0]!.id);
});
afterAll(() => served?.close());

it('a liaison finds the return in the to-do, fills it in from a spreadsheet, mends what is wrong and submits', async () => {
  const todo = await openPage(liaison, '/console/');
  await todo.getByText('法治政府建设情况月报（2026年10月）').first().waitFor();
  await todo.close();
  const page = await openPage(liaison, '/console/returns');
  await page.getByRole('link', { name: '2026年10月' }).click();
  await page.waitForURL(`**/returns/FZ/2026-10/${UNIT}`);
  const first = page.getByLabel('政务服务办件本期数');
  await first.waitFor();
  await picture(page, 'filling-empty', { phone: true });
  const last = await page.locator('tr', { has: first }).locator('td').nth(3).innerText();
  // One column of numbers, as copied from Excel: all of last month, and one jump.
  const column = await page
    .locator('.returns-grid tbody tr:not(.group)')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLTableRowElement).cells[3]!.innerText));
  column[0] = String(Number(last.replaceAll(',', '')) * 3);
  // The share is worked out; what is spent grows through the year.
  column[2] = '';
  column[column.length - 1] = '99.9万';
  await first.focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, column.join('\n'));
  await page
    .getByText(/变动较大，请核对/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: '报送', exact: true }).isDisabled()).toBe(true);
  await picture(page, 'filling-wrong', { phone: true });
  expect(await violations(page)).toEqual([]);
  const asked = await page.getByPlaceholder('写明变动原因').count();
  for (let at = 0; at < asked; at++) {
    await page.getByPlaceholder('写明变动原因').nth(at).fill('集中办理季节性业务');
  }
  await page.getByText(/草稿存于/).waitFor();
  await page.getByText('核对无误').waitFor();
  await page.reload();
  expect(await page.getByLabel('政务服务办件说明').inputValue()).toBe('集中办理季节性业务');
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByText('待审核').first().waitFor();
  await page.close();
});

it('the office sees it on the board, sends one back, accepts the others and sees the totals', async () => {
  const page = await openPage(clerk, '/console/returns/FZ/2026-10');
  await page.getByRole('row', { name: /卫生健康局.*说明\d处/ }).waitFor();
  await picture(page, 'board', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: /卫生健康局/ }).click();
  await page.getByRole('button', { name: '退回' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('退回原因').fill('请附办理清单');
  await dialog.getByRole('button', { name: '退回' }).click();
  await page.getByText('请附办理清单').first().waitFor();
  await page.getByRole('link', { name: '回到本期各单位' }).click();
  await page.getByRole('button', { name: '全部审核通过' }).click();
  await page.getByRole('button', { name: '全部审核通过' }).waitFor({ state: 'detached' });
  await page.getByText('数据汇总').click();
  await page.getByRole('row', { name: /^合计/ }).waitFor();
  await picture(page, 'matrix', { phone: true });
  await page.getByRole('button', { name: /^催报/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '催报' }).click();
  await page.getByText('报送情况', { exact: true }).click();
  await page.getByText('催报1次').first().waitFor();
  await page.close();
});

it('a correction of what was accepted waits for the office, and takes effect when it is accepted', async () => {
  const head = await served.signedIn(holders(UNIT, 'unit-head')[0]!.id);
  const asking = await openPage(head, `/console/returns/FZ/2026-09/${UNIT}`);
  await asking.getByRole('button', { name: '更正' }).click();
  const cell = asking.getByLabel('制定规范性文件本期数');
  const before = await cell.inputValue();
  await cell.fill(String(Number(before) + 1));
  await asking.getByLabel('更正原因').fill('漏计一件');
  await asking.getByRole('button', { name: '报请更正' }).click();
  await asking.getByText('更正已报请审核，审核通过后生效；在此之前仍按原来的数计。').waitFor();
  await asking.getByText('更正待核：').waitFor();
  expect(await asking.getByRole('button', { name: '更正', exact: true }).count()).toBe(0);
  await asking.close();

  const todo = await openPage(clerk, '/console/');
  await todo.getByText('更正：法治政府建设情况月报（2026年9月）').first().waitFor();
  await todo.close();
  const page = await openPage(clerk, `/console/returns/FZ/2026-09/${UNIT}`);
  await page.getByText('更正待核：').waitFor();
  await picture(page, 'correction', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '更正审核通过' }).click();
  await page.getByText('更正待核：').waitFor({ state: 'detached' });
  const board = await openPage(clerk, '/console/returns/FZ/2026-09');
  await board.getByRole('row', { name: /卫生健康局.*更正1次/ }).waitFor();
  await board.close();
  await page.close();
  await head.close();
});

it('a workbook with a wrong cell takes nothing in and says which', async () => {
  const page = await openPage(clerk, '/console/returns/FZ/2026-10');
  await page.getByRole('button', { name: '导入汇总表' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('从表格复制粘贴').click();
  await dialog.getByLabel('粘贴表格内容').fill('单位代码\t单位\tFZ-01\nU11\t\tabc');
  await dialog.getByRole('button', { name: '先核对，不导入' }).click();
  await dialog.getByText('C2', { exact: true }).waitFor();
  await dialog.getByText(/没有导入任何一个单位/).waitFor();
  await picture(page, 'import', { phone: true });
  expect(await dialog.getByRole('button', { name: '正式导入' }).isDisabled()).toBe(true);
  await page.close();
});

it('forms, superiors’ tables and the record of punctuality open, at desk and phone', async () => {
  for (const path of ['/returns', '/returns/forms/FZ', '/returns/tables/SF-03', '/returns/lateness']) {
    const page = await openPage(clerk, `/console${path}`);
    await page.locator('table').first().waitFor();
    await picture(page, path.slice(1).replaceAll('/', '-'), { phone: true });
    expect(await violations(page)).toEqual([]);
    await page.close();
  }
});

it('leaves the browser nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
