import { writeXlsx } from 'hucre';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { guides } from '../../src/demo/zone.ts';
import { complaints, openPage, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

let served: Served;
let keeper: BrowserContext;
let office: BrowserContext;
let phone: BrowserContext;

const holder = (role: string) => guides.find((guide) => guide.role.startsWith(role))!.person;

beforeAll(async () => {
  served = await serveDemo();
  keeper = await served.signedIn(holder('清单管理'));
  office = await served.signedIn(holder('法制办'));
  phone = await served.signedIn(holder('法制办'), { width: 390, height: 844 });
});
afterAll(() => served?.close());

it('shows a list as of a day, found by initials, and an item with its flow and record', async () => {
  const page = await openPage(keeper, '/console/lists/powers');
  await page.locator('tbody tr').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('textbox', { name: '查询' }).fill('dhwgg');
  await page.waitForURL(/q=dhwgg/);
  await expect.poll(() => page.locator('tbody tr').first().innerText()).toContain('户外广告');
  await page.locator('tbody a').first().click();
  await page.getByRole('heading', { name: '变动记录' }).waitFor();
  await page.locator('svg[role="img"]').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.goto('/console/lists/powers?on=2010-01-01');
  await page.getByText('2010年1月1日清单里没有事项').waitFor();
  await page.close();
});

it('adjusts an item by a form, and tells the change in its record and between two days', async () => {
  const page = await openPage(keeper, '/console/lists/powers');
  await page.locator('tbody a').first().click();
  await page.getByRole('button', { name: '调整', exact: true }).click();
  await page.waitForURL(/operate\/adjust/);
  // The button of the page before has the same name: the form must be there first.
  await page.getByLabel('依据文件').waitFor();
  const submit = page.getByRole('button', { name: '调整', exact: true });
  await submit.click();
  await page.getByText('请填写依据文件').waitFor();
  await page.getByLabel('依据文件').fill('关于调整权力清单的通知');
  await page.getByLabel('变更理由').fill('设定依据修订');
  await page.getByLabel('设定依据').fill('修订后的条例第五条');
  expect(await violations(page)).toEqual([]);
  await submit.click();
  await page.getByRole('heading', { name: '变动记录' }).waitFor();
  await page.getByRole('cell', { name: '修订后的条例第五条' }).waitFor();
  await page.goto('/console/lists/powers/diff?from=2026-11-19&to=2026-11-20');
  await page.getByRole('cell', { name: '修订后的条例第五条' }).waitFor();
  expect(await page.locator('.diff-totals').innerText()).toMatch(/变更\s*1\s*项/);
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('imports a workbook: every wrong cell is named, then the corrected one comes in', async () => {
  const heads = [
    '事项编码',
    '事项名称',
    '权力类型',
    '实施单位',
    '行使层级',
    '设定依据',
    '依据文件',
    '变更理由',
  ];
  const row = (type: string) => [
    'ZZ-0001',
    '导入的事项',
    type,
    '行政审批局',
    '县级',
    '某条例',
    '某通知',
    '补登',
  ];
  const file = async (type: string) => ({
    name: '清单.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await writeXlsx({ sheets: [{ name: '清单', rows: [heads, row(type)] }] })),
  });
  const page = await openPage(keeper, '/console/lists/powers/import');
  const chosen = page.locator('input[type="file"]');
  await chosen.setInputFiles(await file('行政批准'));
  await page.getByText('清单.xlsx').waitFor();
  await page.getByRole('button', { name: '先核对，不导入' }).click();
  await page.getByRole('cell', { name: 'C2' }).waitFor();
  expect(await page.getByRole('button', { name: '正式导入' }).isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
  // A file that cannot be taken puts the one before it away: what is checked next is never another than was chosen.
  await chosen.setInputFiles({ ...(await file('行政许可')), buffer: Buffer.from('不是表格') });
  await page.getByText('文件内容不是').waitFor();
  expect(await page.getByRole('button', { name: '先核对，不导入' }).isDisabled()).toBe(true);
  await chosen.setInputFiles(await file('行政许可'));
  await page.getByRole('button', { name: '先核对，不导入' }).click();
  await page.getByText('核对无误：新增1项').waitFor();
  await page.getByRole('button', { name: '正式导入' }).click();
  await page.getByText('已导入1行').waitFor();
  await page.getByRole('link', { name: '查看清单' }).click();
  await page.getByRole('textbox', { name: '查询' }).fill('导入的事项');
  await page.getByRole('link', { name: 'ZZ-0001' }).waitFor();
  await page.close();
});

it('opens every figure into its records, and draws the chart its title asks for', async () => {
  const page = await openPage(
    office,
    '/console/figures?source=licence&from=2025-01&to=2025-12&indicator=licence.received&by=month',
  );
  await page.getByText('行政许可办件本期新收逐月怎样变化').waitFor();
  await page.locator('.bar-chart svg').waitFor();
  expect(await violations(page)).toEqual([]);
  const value = page.locator('.figure-value button').first();
  const told = Number((await value.innerText()).replace(/\D/g, ''));
  expect(told).toBeGreaterThan(0);
  await value.click();
  await expect.poll(() => page.locator('.entries-sum').innerText()).toContain(`${told}条记录`);
  await page.close();
});

it('computes a legal period with its lines, and finds the rule by words', async () => {
  const page = await openPage(office, '/console/due?start=2024-09-27');
  await page.getByRole('combobox', { name: '适用规定' }).fill('许可 20个工作日');
  await page.locator('.ant-select-item-option').first().waitFor();
  await page.goto('/console/due?rule=XK-09&start=2024-09-27');
  await page.getByRole('button', { name: '计算到期日' }).click();
  await page.getByText('2024年10月30日').first().waitFor();
  expect(await page.locator('.due-lines li').count()).toBeGreaterThan(2);
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('asks for a time where hours are counted, and leads to the rule that applied then', async () => {
  const page = await openPage(office, '/console/due?rule=LF-03&start=2024-03-01');
  await page.getByLabel('起算的时刻（事由发生之时）').waitFor();
  expect(await page.getByRole('button', { name: '计算到期日' }).isDisabled()).toBe(true);
  await page.goto('/console/due?rule=LF-03&start=2024-03-01T09:30');
  await page.getByRole('button', { name: '计算到期日' }).click();
  await page.getByText('2024年3月2日 09:30').waitFor();
  await page.goto('/console/due?rule=CF1-32&start=2020-05-06');
  await page.getByRole('button', { name: '计算到期日' }).click();
  await page.getByRole('button', { name: '按当时的规定计算' }).click();
  await page.getByRole('button', { name: '计算到期日' }).click();
  await page.locator('.due-day').getByText('2020年5月9日').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

const onPhone = ['/due?rule=LF-03', '/supervision', '/settings', '/figures', '/lists/powers'];
const everywhere = [...onPhone, '/wall', '/settings/law', '/settings/about'];

it.each([
  ['a desk', () => office, everywhere],
  ['a phone', () => phone, onPhone],
] as const)('shows wall, figures, lists and settings without a fault on %s', async (_, context, paths) => {
  for (const path of paths) {
    const page = await openPage(context(), `/console${path}`);
    await page.waitForLoadState('networkidle');
    expect(await violations(page), path).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, path).toBeLessThanOrEqual(0);
    await page.close();
  }
});

it('tells whose work an administrator page is', async () => {
  const page = await openPage(office, '/console/people');
  await page.getByText('这一页由安全管理员').waitFor();
  await page.goto('/console/people/audit');
  await page.getByText('这一页由审计管理员').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('leaves the browser nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
