import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { guides } from '../../src/demo/zone.ts';
import { complaints, openPage, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

let served: Served;
let clerk: BrowserContext;
let examiner: BrowserContext;

const holder = (role: string) => guides.find((guide) => guide.role.startsWith(role))!.person;

beforeAll(async () => {
  served = await serveDemo();
  clerk = await served.signedIn(holder('审批局窗口'));
  examiner = await served.signedIn(holder('审批局审查'));
});
afterAll(() => served?.close());

it('sends a stranger to sign in, and back to the page he came for', async () => {
  const stranger = await served.stranger();
  const page = await stranger.newPage();
  await page.goto('/console/registers/licence');
  await page.waitForURL(/\/sign-in\?to=%2Fconsole%2Fregisters%2Flicence/);
  await stranger.close();
});

it('loads itself anew, once, when a part it has not loaded yet has gone with an upgrade', async () => {
  const page = await openPage(examiner, '/console/');
  let loads = 0;
  page.on('load', () => loads++);
  // The old build's parts are gone; the reloaded page asks for the same names, which are there again.
  let gone = true;
  await page.route(/\/console\/assets\/.*\.js$/, (route) =>
    gone ? route.fulfill({ status: 404 }) : route.continue(),
  );
  page.on('request', (request) => {
    if (request.isNavigationRequest()) gone = false;
  });
  await page.locator('nav a[href="/console/figures"]').click();
  await page.waitForURL('**/console/figures');
  await page.locator('h1').filter({ hasText: '指标' }).waitFor();
  expect(loads).toBe(1);
  // Gone for good: said once, not asked for ever.
  gone = true;
  await page.locator('nav a[href="/console/settings"]').click();
  await page.getByText('页面已更新，请刷新').waitFor();
  await page.getByRole('button', { name: '刷新页面' }).last().waitFor();
  expect(loads).toBe(1);
  await page.close();
});

it('keeps the question of a register in its address, and previews a row beside the table', async () => {
  const page = await openPage(examiner, '/console/registers/licence?sort=oldest&size=20');
  await page.locator('tbody tr').first().waitFor();
  expect(await page.locator('tbody tr').count()).toBe(20);
  await page.getByRole('link', { name: '已办结' }).click();
  await page.waitForURL(/state=closed/);
  await page.getByRole('textbox', { name: '查询' }).fill('没有这样的名称');
  await page.getByText('没有符合条件的办件').waitFor();
  await page.goBack();
  await page.locator('tbody tr').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('complementary', { name: '办件预览' }).getByText('打开办件').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('opens a matter from its form: errors stand under their fields, the draft stays, and one press acts once', async () => {
  const page = await openPage(clerk, '/console/registers/licence/new/receive');
  const submit = page.getByRole('button', { name: '收件', exact: true });
  await submit.click();
  await page.getByText('请选择许可事项').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  await page.keyboard.press('Escape');
  await page.getByLabel('单位名称').fill('浏览器测试有限公司');
  await page.reload();
  await page.getByText('已恢复上次没有提交的填写内容').waitFor();
  expect(await page.getByLabel('单位名称').inputValue()).toBe('浏览器测试有限公司');
  await page.getByRole('combobox', { name: '许可事项' }).click();
  await page.locator('.ant-select-item-option').first().click();
  await page.getByRole('button', { name: /项都是“已提交”/ }).click();
  await page.getByRole('radio', { name: '法人及非法人组织' }).check();
  await page.getByLabel('统一社会信用代码').fill('91990101MA00000001');
  expect(await violations(page)).toEqual([]);
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.postDataJSON().request as string);
  });
  await submit.dblclick();
  await page.waitForURL(/\/matters\//);
  expect(new Set(posts).size).toBe(1);
  await page.locator('h1', { hasText: '浏览器测试有限公司' }).waitFor();
  await page.getByRole('heading', { name: '办理记录' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('shows what waits in three columns of time; arrow keys walk it and Enter opens', async () => {
  const page = await openPage(clerk, '/console/');
  const rows = page.locator('article');
  await rows.first().waitFor();
  expect(await page.locator('.todo-board h2').allInnerTexts()).toHaveLength(3);
  expect(await violations(page)).toEqual([]);
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const title = await page.locator('article:focus h3').innerText();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/matters\//);
  await page.locator('h1', { hasText: title }).waitFor();
  await page.close();
});

it('shows how a day was reckoned, and why a step is shut', async () => {
  const page = await openPage(examiner, '/console/registers/licence');
  await page.locator('tbody tr').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/matters\//);
  await page.locator('details.clock summary').first().click();
  expect(await page.locator('details.clock li').first().innerText()).toContain('《');
  expect(await page.getByRole('list', { name: '现在不能办理的环节' }).innerText()).toContain('受理');
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('opens the proof of an entry of the record', async () => {
  const page = await openPage(examiner, '/console/registers/licence?state=closed');
  await page.locator('tbody tr').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/matters\//);
  await page
    .getByRole('button', { name: /已封存/ })
    .first()
    .click();
  await page.getByText('证明数据').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('finds a register from anywhere with Ctrl K, and takes what is typed at once', async () => {
  const page = await openPage(clerk, '/console/');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const search = page.getByRole('combobox', { name: '查找办件和清单事项' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('xzxk');
  expect(await search.inputValue()).toBe('xzxk');
  await page.getByRole('option', { name: /^行政许可\s*台账/ }).waitFor();
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('行政许可');
  await page.getByRole('option').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL(/registers\/licence/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('户外广告设置许可');
  await page.getByRole('option', { name: /行政许可事项办理清单/ }).click();
  await page.getByRole('heading', { name: '变动记录' }).waitFor();
  await page.close();
});

it('moves nothing for whoever’s system asks for reduced motion', async () => {
  const phone = await served.signedIn(holder('审批局窗口'), { width: 390, height: 844 });
  const page = await openPage(phone, '/console/');
  const moving = () =>
    page.evaluate(
      () =>
        document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0) > 1)
          .length,
    );
  const rail = page.getByRole('button', { name: '导航' });
  await rail.click();
  expect(await moving()).toBe(0);
  await page.keyboard.press('Escape');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await rail.click();
  await expect.poll(moving).toBeGreaterThan(0);
  await phone.close();
});

it('fits a phone: nothing runs off its side, the rail is a drawer', async () => {
  const phone = await served.signedIn(holder('审批局窗口'), { width: 390, height: 844 });
  for (const path of ['/', '/registers/licence', '/registers/licence/new/receive']) {
    const page = await openPage(phone, `/console${path}`);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violations(page), path).toEqual([]);
    await page.close();
  }
  const page = await openPage(phone, '/console/');
  await page.getByRole('button', { name: '导航' }).click();
  await page.getByRole('link', { name: '行政许可', exact: true }).click();
  await page.waitForURL(/registers\/licence/);
  await phone.close();
});

it('made the browser complain about nothing', () => {
  expect(complaints).toEqual([]);
});
