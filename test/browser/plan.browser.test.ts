import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holders } from '../../src/demo/zone.ts';
import { readDocument } from '../../src/reports/reading/index.ts';
import { actAt, getJson, postJson } from './api.ts';
import { complaints, openPage, picture, violations } from './page.ts';
import { type Served, serveDemo } from './served.ts';

// From an empty product to an issued plan whose tasks are reported on, accepted and amended, as people do it.

let served: Served;
let clerk: BrowserContext;
let chief: BrowserContext;
/** Published plans, where this machine has them: they are read, never kept. */
const corpus = process.env.FAZHI_CORPUS ?? join(import.meta.dirname, '../../../shared/corpus');
const realPlan = join(corpus, '003_d3c3af0cfff79085.txt');

beforeAll(async () => {
  served = await serveDemo({ empty: true });
  clerk = await served.signedIn(holders('U02', 'legal-office')[0]!.id);
  chief = await served.signedIn(holders('U02', 'legal-office-head')[0]!.id);
});
afterAll(() => served?.close());

const step = (context: BrowserContext, plan: string, name: string, input: object = {}) =>
  actAt<{ message: string }>(context, `/api/plans/${plan}/steps/${name}`, { input });

interface Board {
  readonly all: { readonly total: number; readonly done: number };
  readonly tasks: readonly {
    readonly matter: string;
    readonly number: string;
    readonly unit: string;
    readonly due: string;
    readonly standing: string;
    readonly measures: readonly { readonly code: string; readonly met: boolean | null }[];
  }[];
  readonly plansOfUnits: readonly { readonly due: string }[];
}
const boardOf = (context: BrowserContext, plan: string, query = '') =>
  getJson<Board>(context, `/api/plans/${plan}/board${query}`);

const planOf = (page: Page): string => /plans\/([0-9a-f-]{36})/.exec(page.url())![1]!;

/** A made-up plan with names as people write them. */
const text = [
  '云汀经济开发区2026年法治政府建设工作要点',
  '一、依法履行职能',
  '1.更新权责清单。更新并公布权责清单，每年至少更新1次。（牵头单位：法制办；责任单位：各镇（街道）；完成时限：2026年11月底前）',
  '2.开展案卷评查。组织行政执法案卷评查，通报结果。（责任单位：市场监管局、综合执法局；完成时限：2026年12月15日前）',
  '二、提高能力',
  '3.组织学法。各单位每年举办两次以上法治专题讲座。（牵头单位：法制办；配合单位：区教育体育局；完成时限：2026年12月底前）',
].join('\n');

let made = '';

it('proposes tasks beside the text, asks for the name it does not know, and is confirmed by keyboard', async () => {
  const page = await openPage(clerk, '/console/plans');
  await page.getByText('粘贴正文').click();
  await page.getByLabel('要点正文').fill(text);
  await page.getByRole('button', { name: '读出任务' }).click();
  await page.waitForURL(/plans\/[0-9a-f-]{36}/);
  made = planOf(page);
  const tasks = page.getByRole('list', { name: '任务，可用方向键移动' });
  await tasks.getByRole('listitem').nth(2).waitFor();
  expect(await tasks.getByRole('listitem').count()).toBe(3);
  expect(await page.locator('.source-line.here').innerText()).toContain('更新权责清单');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await page.getByText('共3项，已确认2项').waitFor();
  await tasks.getByText('缺单位名称对应').waitFor();
  expect(await page.locator('.source-line.here').innerText()).toContain('组织学法');
  expect(await page.getByRole('button', { name: '确认，到下一项' }).isDisabled()).toBe(true);
  await page.getByLabel('“区教育体育局”对应的单位').click();
  await page.keyboard.type('人社');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await page.getByText('共3项，已确认3项').waitFor();
  // The key that confirms chose nothing more in the list that was open.
  expect(await page.locator('.printed .ant-select-selection-item').allInnerTexts()).toEqual([
    '法制办',
    '人社局',
  ]);
  await picture(page, 'plan-desk');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Control+s');
  await page.getByText('已保存为第2版，记住').waitFor();
  await page.getByRole('button', { name: '送审' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
  await page.getByText(/已送审/).waitFor();
  await page.close();
});

it('is reviewed and issued by another: each unit has its tasks, a month for its implementation plan', async () => {
  await actAt(clerk, `/api/plans/${made}/steps/review`, { input: {} }, 403);
  const page = await openPage(chief, `/console/plans/${made}`);
  await page.getByRole('button', { name: '审核通过' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '审核通过' }).click();
  await page.getByRole('button', { name: '印发' }).click();
  await page.getByRole('dialog').getByLabel('发文字号（没有的可以不填）').fill('云管发〔2026〕9号');
  await page.getByRole('dialog').getByRole('button', { name: '印发' }).click();
  await page.getByRole('link', { name: '推进情况' }).waitFor();
  const board = await boardOf(chief, made);
  // 法制办 and two towns; two bureaus; 法制办: the cooperating unit has no task of its own.
  expect(board.tasks.map(({ number, unit, due }) => `${number} ${unit} ${due}`).sort()).toEqual([
    '1 U02 2026-11-30',
    '1 U14 2026-11-30',
    '1 U15 2026-11-30',
    '2 U04 2026-12-15',
    '2 U05 2026-12-15',
    '3 U02 2026-12-31',
  ]);
  expect(board.plansOfUnits.map(({ due }) => due)).toEqual(Array.from({ length: 5 }, () => '2026-12-20'));
  await page.close();
});

it('is a table offices know, as a workbook and as a paper that reads back to the same tasks', async () => {
  const sheet = await clerk.request.get(`/api/plans/${made}/tasks.xlsx`);
  const book = await readXlsx(new Uint8Array(await sheet.body()));
  expect(book.sheets[0]!.rows).toHaveLength(4);
  const paper = await clerk.request.get(`/api/plans/${made}/tasks.docx`);
  const reading = await readDocument({ name: 't.docx', bytes: new Uint8Array(await paper.body()) });
  expect(reading.tasks.map(({ number, due }) => `${number} ${due}`)).toEqual([
    '1 2026-11-30',
    '2 2026-12-15',
    '3 2026-12-31',
  ]);
  expect(reading.tasks[0]!.units.map(({ role, name }) => `${role} ${name}`)).toContain(
    'responsible 各镇（街道）',
  );
});

it('shows a unit its own tasks alone; what it claims as done is done when somebody else accepts it', async () => {
  const liaison = await served.signedIn(holders('U14', 'liaison')[0]!.id, { width: 390, height: 844 });
  const page = await openPage(liaison, `/console/plans/${made}/board`);
  await page.getByRole('link', { name: /更新权责清单/ }).waitFor();
  await picture(page, 'plan-board-phone');
  expect(await violations(page)).toEqual([]);
  const { tasks } = await boardOf(liaison, made);
  expect(tasks.map(({ unit }) => unit)).toEqual(['U14']);
  const [{ matter, measures }] = tasks as [Board['tasks'][number]];
  const act = (context: BrowserContext, name: string, input: object) =>
    actAt(context, `/api/matters/work-task/${matter}/${name}`, { input });
  const todo = (await (await liaison.request.get('/api/todo')).json()) as { rows: { id: string }[] };
  expect(todo.rows.map(({ id }) => id)).toContain(matter);
  await act(liaison, 'report', {
    progress: '清单已更新',
    percent: 80,
    achieved: [{ code: measures[0]!.code, value: '1' }],
  });
  const uploaded = await liaison.request.post('/api/files', {
    headers: { 'x-fazhi': '1', 'x-file-name': encodeURIComponent('清单.txt') },
    data: Buffer.from('清单'),
  });
  const { sm3, name, size } = (await uploaded.json()) as { sm3: string; name: string; size: number };
  await act(liaison, 'claim', { completion: '清单已更新并公布', evidence: [{ sm3, name, size }] });
  await act(clerk, 'accept', { acceptComments: '已核对' });
  const after = await boardOf(clerk, made, '?standing=done');
  expect(after.tasks.map(({ unit }) => unit)).toEqual(['U14']);
  expect(after.tasks[0]!.measures[0]!.met).toBe(true);
  const book = await readXlsx(
    new Uint8Array(await (await clerk.request.get(`/api/plans/${made}/board.xlsx`)).body()),
  );
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(['任务', '单位', '部分']);
  await liaison.close();
});

it('is amended by a new version: days move, a task is cancelled, one is added, and the difference is told', async () => {
  const view = (await (await clerk.request.get(`/api/plans/${made}`)).json()) as {
    head: { version: number };
    draft: { tasks: { code: string; number: string; due: string }[] } & Record<string, unknown>;
  };
  const { text: _, tasks, ...head } = view.draft;
  const [first, , third] = tasks;
  const added = {
    ...third!,
    code: 'n1',
    number: '4',
    title: '组织演练',
    text: '组织应急演练。',
    start: null,
    end: null,
  };
  await postJson(clerk, `/api/plans/${made}`, {
    expected: view.head.version,
    ...head,
    tasks: [first, { ...third!, due: '2026-12-20' }, added],
  });
  await step(clerk, made, 'propose', { amendReason: '上级部署调整' });
  await step(chief, made, 'amend', {});
  const board = await boardOf(clerk, made);
  expect(board.tasks.map(({ number, unit, due }) => `${number} ${unit} ${due}`).sort()).toEqual([
    '1 U02 2026-11-30',
    '1 U14 2026-11-30',
    '1 U15 2026-11-30',
    '3 U02 2026-12-20',
    '4 U02 2026-12-31',
  ]);
  expect((await boardOf(clerk, made, '?standing=cancelled')).tasks.map(({ unit }) => unit)).toEqual([
    'U04',
    'U05',
  ]);
  const page = await openPage(clerk, `/console/plans/${made}/differences?from=2&to=3`);
  await page.locator('.difference').nth(2).waitFor();
  expect(await page.locator('.difference h2').allInnerTexts()).toEqual([
    expect.stringContaining('调整'),
    expect.stringContaining('新增'),
    expect.stringContaining('撤销'),
  ]);
  await picture(page, 'plan-differences');
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('stands in the portal once published, by unit', async () => {
  const publisher = await served.signedIn(holders('U02', 'publisher')[0]!.id);
  const { head } = (await (await clerk.request.get(`/api/plans/${made}`)).json()) as {
    head: { matter: { id: string } };
  };
  const hidden = await clerk.request.get(`/api/public/plans/${made}`);
  expect(hidden.status()).toBe(404);
  await postJson(publisher, `/api/matters/work-plan/${head.matter.id}/$publish`, {
    request: crypto.randomUUID(),
    input: { publication: 'plan' },
  });
  const page = await clerk.newPage();
  await page.goto(`/plans/${made}?unit=U15`);
  await page.getByRole('heading', { name: '1．更新权责清单' }).waitFor();
  expect(await page.getByRole('heading', { level: 3 }).count()).toBe(1);
  expect(await violations(page)).toEqual([]);
  await publisher.close();
  await page.close();
});

/** What a person does, one entry an act of hand or eye; seconds a clerk takes for each, on the slow side. */
const SECONDS = { press: 3, look: 12, fill: 15, wait: 5 } as const;

it.skipIf(!existsSync(realPlan))(
  'takes a published plan of 45 tasks to an issued one in less than 15 minutes of work',
  async () => {
    const acts = { press: 0, look: 0, fill: 0, wait: 0 };
    const page = await openPage(clerk, '/console/plans');
    await page.getByRole('button', { name: '录入要点' }).click();
    await page.locator('input[type=file]').setInputFiles(realPlan);
    await page.waitForURL(/plans\/[0-9a-f-]{36}/);
    acts.press += 2;
    acts.wait += 1;
    const plan = planOf(page);
    const rows = page.getByRole('list', { name: '任务，可用方向键移动' }).getByRole('listitem');
    await rows.nth(44).waitFor();
    expect(await rows.count()).toBe(45);

    // One day and one leading unit for all that name none; then every task is looked at beside its place.
    await page.getByRole('button', { name: /用于没有时限的45项/ }).click();
    acts.press += 1;
    const bare = page.getByLabel('没有责任单位的任务的牵头单位');
    if ((await bare.count()) > 0) {
      await bare.click();
      await page.keyboard.type('法制办');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /用于没有责任单位的/ }).click();
      acts.fill += 1;
    }
    for (let n = 1; n <= 45; n += 1) {
      const here = await page.locator('.source-line.here').first().innerText();
      expect(here.startsWith(`${n}.`)).toBe(true);
      await page.keyboard.press('Control+Enter');
      acts.look += 1;
      acts.press += 1;
    }
    await page.getByText('共45项，已确认45项').waitFor();
    await picture(page, 'plan-real');
    await page.keyboard.press('Control+s');
    await page.getByText('已保存为第2版').waitFor();
    await page.getByRole('button', { name: '送审' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
    await page.getByText(/已送审/).waitFor();
    acts.press += 3;
    await page.close();

    const review = await openPage(chief, `/console/plans/${plan}`);
    await review.getByRole('button', { name: '审核通过' }).click();
    await review.getByRole('dialog').getByRole('button', { name: '审核通过' }).click();
    await review.getByRole('button', { name: '印发' }).click();
    await review.getByRole('dialog').getByRole('button', { name: '印发' }).click();
    await review.getByRole('link', { name: '推进情况' }).waitFor();
    acts.press += 4;
    acts.look += 2;
    const board = await boardOf(chief, plan);
    expect(new Set(board.tasks.map(({ number }) => number)).size).toBe(45);
    expect(board.tasks.every(({ unit, due }) => unit !== '' && due !== '')).toBe(true);
    await review.close();

    const seconds = Object.entries(SECONDS).reduce(
      (sum, [act, each]) => sum + acts[act as 'press'] * each,
      0,
    );
    expect(seconds).toBeLessThan(15 * 60);
  },
);

it('leaves the browser nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
