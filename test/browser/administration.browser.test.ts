import { AxeBuilder } from '@axe-core/playwright';
import { Secret, TOTP } from 'otpauth';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { people } from '../../src/demo/zone.ts';
import { NOW, type Served, serveDemo } from './served.ts';

// The three administrators (三员分立), each through the second factor: the system administrator makes a unit, the
// security administrator a person, a post and a holding in it, and the auditor finds all of it.

let served: Served;
let system: BrowserContext;
let security: BrowserContext;
let audit: BrowserContext;
const complaints: string[] = [];
/** Where pictures of the pages are put, for whoever wants to look at them. */
const pictures = process.env.FAZHI_PICTURES;
const idOf = (kind: string) => people.find(({ posts }) => posts.some((post) => post === kind))!.id;

beforeAll(async () => {
  served = await serveDemo({ empty: true });
  system = await throughSecondFactor('system-administrator');
  security = await throughSecondFactor('security-administrator');
  audit = await throughSecondFactor('audit-administrator');
});
afterAll(() => served?.close());

/** From the one-time link over the authenticator's first code to the administrator's own page. */
async function throughSecondFactor(kind: string): Promise<BrowserContext> {
  const page = await served.atLink(idOf(kind));
  await page.getByRole('button', { name: /^以.*的身份登录$/ }).click();
  await page.getByRole('heading', { name: '绑定动态口令' }).waitFor();
  expect(await violations(page)).toEqual([]);
  const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
  const code = page.getByLabel('动态口令', { exact: true });
  await code.fill('000000');
  await page.getByRole('button', { name: '完成绑定并登录' }).click();
  await page
    .getByText(/动态口令不正确/)
    .first()
    .waitFor();
  await code.fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(NOW) }));
  await page.getByRole('button', { name: '完成绑定并登录' }).click();
  await page.waitForURL('**/console/people**');
  await page.close();
  return page.context();
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) complaints.push(line.text());
  });
  await page.goto(`/console${path}`);
  await page.locator('h1').waitFor();
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  await page.screenshot({ path: `${pictures}/${name}.png` });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `${pictures}/${name}-phone.png` });
  await page.setViewportSize({ width: 1366, height: 768 });
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Types into a choice and takes what is left with the keyboard. */
async function choose(page: Page, box: Locator, text: string): Promise<void> {
  await box.click();
  await box.fill(text);
  await page.locator('.ant-select-item-option-active').filter({ hasText: text }).first().waitFor();
  await box.press('Enter');
}

async function day(box: Locator, date: string): Promise<void> {
  await box.fill(date);
  await box.press('Enter');
}

it('each finds his own pages in the rail and nothing else, and is told whose the others are', async () => {
  const expected: [BrowserContext, string[]][] = [
    [system, ['单位', '设置']],
    [security, ['人员和账户', '岗位', '单位', '设置']],
    [audit, ['审计记录', '设置']],
  ];
  for (const [context, lines] of expected) {
    const page = await open(context, '/');
    await page.waitForURL('**/console/people**');
    const rail = page.getByRole('navigation', { name: '主导航' });
    await rail.getByRole('link').first().waitFor();
    expect(await rail.getByRole('link').allInnerTexts()).toEqual(lines);
    await page.close();
  }
  const barred = await open(system, '/people/audit');
  await barred.getByText(/这一页由审计管理员使用/).waitFor();
  await barred.close();
});

it('the system administrator makes a unit, and renames it', async () => {
  const page = await open(system, '/people/units');
  await page.getByRole('row', { name: /^U15/ }).waitFor();
  await picture(page, 'units');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '新增单位' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('云汀经济开发区数据局');
  await dialog.getByLabel('简称').fill('数据局');
  await dialog.getByLabel('代码').fill('U15');
  await dialog.getByLabel('类别').fill('综合部门');
  await dialog.getByRole('button', { name: '新增单位' }).click();
  await page.getByText('这个单位代码已经使用，请换一个。').waitFor();
  await dialog.getByLabel('代码').fill('U16');
  await dialog.getByRole('button', { name: '新增单位' }).click();
  await page.getByRole('row', { name: /^U16/ }).waitFor();
  await page.getByRole('button', { name: '修改数据局' }).click();
  await dialog.getByLabel('名称').fill('云汀经济开发区数据和政务服务局');
  await dialog.getByRole('button', { name: '保存修改' }).click();
  await page.getByRole('row', { name: /数据和政务服务局/ }).waitFor();
  await page.getByRole('button', { name: '修改市场监管局' }).click();
  await day(dialog.getByLabel('撤销：最后一日'), '2026-12-31');
  await dialog.getByRole('button', { name: '保存修改' }).click();
  await page.getByText(/还有\d+名在用人员/).waitFor();
  await page.close();
});

it('the security administrator makes a post and a person there, who enters by the link that is shown once', async () => {
  const posts = await open(security, '/people/posts');
  await posts
    .getByRole('row', { name: /管委会|管理委员会/ })
    .first()
    .waitFor();
  expect(await violations(posts)).toEqual([]);
  await posts.getByRole('button', { name: '设置岗位' }).click();
  const form = posts.getByRole('dialog');
  await choose(posts, form.getByLabel('单位'), '数据和政务服务局');
  await choose(posts, form.getByLabel('类别'), '联络员');
  await form.getByLabel('岗位名称').fill('联络岗');
  await form.getByRole('button', { name: '设置岗位' }).click();
  await posts.getByRole('row', { name: /数据和政务服务局 联络岗.*空缺/ }).waitFor();
  await picture(posts, 'posts');
  await posts.close();

  const page = await open(security, '/people');
  await page.getByRole('row', { name: /系统管理员/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '新增人员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('新一零');
  await choose(page, dialog.getByLabel('单位'), '数据和政务服务局');
  await dialog.getByLabel('登录名').fill('xin10');
  await dialog.getByRole('button', { name: '建立账户' }).click();
  const address = await page.getByRole('textbox', { name: '登录链接' }).inputValue();
  await picture(page, 'link');
  expect(address).toMatch(/\/sign-in\/link\/[\w-]{43}$/);
  await page.getByRole('button', { name: '已交给本人' }).click();

  await page.getByLabel('查找人员').fill('新一零');
  const row = page.getByRole('row', { name: /新一零.*从未登录/ });
  await row.waitFor();
  await row.getByRole('button', { name: '授予岗位' }).click();
  const grant = page.getByRole('dialog', { name: /授予新一零岗位/ });
  await choose(page, grant.getByLabel('岗位'), '数据和政务服务局 联络岗');
  await grant.getByText('代理', { exact: true }).click();
  await grant.getByRole('button', { name: '授予岗位' }).click();
  await grant.getByText('代理应当写明最后一日').waitFor();
  await day(grant.getByLabel('最后一日'), '2026-12-31');
  await grant.getByRole('button', { name: '授予岗位' }).click();
  await page.getByRole('row', { name: /联络岗.*至2026年12月31日.*代理/ }).waitFor();
  await picture(page, 'people');
  expect(await violations(page)).toEqual([]);

  const newcomer = await served.stranger();
  const door = await newcomer.newPage();
  await door.goto(address);
  await door.getByRole('button', { name: '以新一零的身份登录' }).click();
  await door.getByLabel('新密码', { exact: true }).fill('Data-office-2026');
  await door.getByLabel('再输入一次新密码').fill('Data-office-2026');
  await door.getByRole('button', { name: '设置密码' }).click();
  await door.waitForURL('**/console/**');
  await door.getByText('联络岗').first().waitFor();
  await door.goto(address);
  await door.getByText('这个登录链接不能使用').waitFor();

  await page.getByRole('button', { name: '其他' }).click();
  await page.getByRole('menuitem', { name: '结束任职' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '结束任职' }).click();
  await page.getByText(/任职已结束/).waitFor();
  await door.goto('/console/');
  await door.waitForURL('**/sign-in**');
  await newcomer.close();
  await page.close();
});

it('the auditor finds these acts by the person they concern, in words, filtered and exported', async () => {
  const page = await open(audit, '/people/audit');
  await page
    .getByText(/用动态口令/)
    .first()
    .waitFor();
  await picture(page, 'audit');
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('查找人员').fill('新一零');
  // What concerns others is gone.
  await page.getByRole('cell', { name: '绑定动态口令' }).first().waitFor({ state: 'detached' });
  await page.getByText('新增人员新一零，所在单位：云汀经济开发区数据和政务服务局').waitFor();
  for (const text of [
    '发给新一零',
    '授予新一零岗位：数据局 联络岗，2026年11月20日起至2026年12月31日，代理',
    '结束新一零的任职：数据局 联络岗，最后一日2026年11月19日',
    '用一次性登录链接',
  ]) {
    expect([text, await page.getByText(text, { exact: true }).count()]).toEqual([text, 1]);
  }
  await page.getByLabel('查找人员').fill('');
  await page.getByLabel('类别').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '登录失败' }).click();
  await page
    .getByText(/用动态口令/)
    .first()
    .waitFor({ state: 'detached' });
  await page.getByText('动态口令不正确或已经用过').first().waitFor();
  expect(await page.getByText('动态口令不正确或已经用过').count()).toBe(3);
  const [workbook] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出Excel' }).click(),
  ]);
  expect(workbook.suggestedFilename()).toBe('审计记录-2026年11月20日.xlsx');
  await page.close();
});

it('a unit that has ended stays in the filter, marked, and is offered to nobody new', async () => {
  const send = (method: 'post' | 'put', path: string, data: object) =>
    system.request[method](path, { headers: { 'x-fazhi': '1' }, data });
  const facts = { name: '已并入他局的单位', shortName: '并入单位', class: '综合部门' };
  const created = await send('post', '/api/admin/units', { code: 'U97', from: '2020-01-01', ...facts });
  expect(created.status(), await created.text()).toBe(200);
  const ended = await send('put', '/api/admin/units/U97', { ...facts, to: '2026-06-30' });
  expect(ended.status(), await ended.text()).toBe(200);
  const page = await open(security, '/people');
  const options = async (box: Locator) => {
    await box.click();
    await box.fill('并入');
    const found = page.locator('.ant-select-dropdown:visible');
    await found.waitFor();
    const texts = await found.innerText();
    await page.keyboard.press('Escape');
    return texts;
  };
  expect(await options(page.getByRole('combobox', { name: '单位', exact: true }))).toContain(
    '已并入他局的单位（已撤销）',
  );
  await page.getByRole('button', { name: '新增人员' }).click();
  const choice = page.getByRole('dialog').getByRole('combobox', { name: '单位' });
  expect(await options(choice)).not.toContain('已并入他局的单位');
  await page.close();
});

it('tells the console no complaint', () => expect(complaints).toEqual([]));
