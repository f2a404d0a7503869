import { readXlsx } from 'hucre';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holders, units } from '../../src/demo/zone.ts';
import { writeScheme } from '../../src/yearly/assessment/excel.ts';
import { actAt, getJson } from './api.ts';
import { complaints, openPage, picture, violations } from './page.ts';
import { schemeOf100 } from './scheme-of-100.ts';
import { type Served, serveDemo } from './served.ts';

// A year's assessment as people do it: from a scheme of 9 / 32 / 100 brought as a sheet to places by class.

let served: Served;
let clerk: BrowserContext;
let chief: BrowserContext;

const YEAR = 2026;
/** The unit whose page is followed, and its class as the scheme names it. */
const UNIT = 'U04';
const ENFORCEMENT = '执法和审批部门';
const TOWN = '镇街';

beforeAll(async () => {
  served = await serveDemo();
  clerk = await served.signedIn(holders('U02', 'legal-office')[0]!.id);
  chief = await served.signedIn(holders('U02', 'legal-office-head')[0]!.id);
});
afterAll(() => served?.close());

const open = (context: BrowserContext, path: string) => openPage(context, `/console${path}`);

interface UnitAnswer {
  readonly matter: string;
  readonly seq: number;
  readonly items: readonly {
    readonly code: string;
    readonly kind: string;
    readonly title: string;
    readonly points: number | null;
    readonly adjusted: { readonly points: number } | null;
    readonly appeal: { readonly answer: string | null } | null;
    readonly max: number;
    readonly why: string;
    readonly marks: readonly unknown[];
  }[];
  readonly review: { readonly round: string; readonly codes: readonly string[] } | null;
}
const unitOf = (context: BrowserContext, matter: string, unit: string) =>
  getJson<UnitAnswer>(context, `/api/assessments/${matter}/units/${unit}`);

let paper = '';
let matter = '';

it('a scheme of 9 / 32 / 100 comes in from a sheet, is checked in place, tried on last year and submitted', async () => {
  const page = await open(clerk, '/assessments');
  await page.getByLabel('从哪里开始').click();
  await page.getByText('九项一级指标框架（2021年版标题）').click();
  await page.getByLabel('考核年度').fill(String(YEAR));
  await page.getByRole('button', { name: '编制方案' }).click();
  await page.waitForURL(/assessment-schemes\/[0-9a-f-]{36}/);
  paper = /assessment-schemes\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  // The sheet's classes are known by their names: the one it does not have goes first.
  await page.getByRole('button', { name: '删除类别综合部门' }).click();
  await page.getByLabel('本考核所占权重').fill('8');
  await page.getByLabel('方案名称').click();
  await page.keyboard.press('Control+s');
  await page.getByText(/已保存为第2版，还有\d+处错误要改正/).waitFor();
  await page.getByText(/权重为8%，低于10%/).waitFor();
  const bytes = Buffer.from(await writeScheme(schemeOf100(YEAR)));
  const sheet = { name: '考核指标.xlsx', mimeType: 'application/octet-stream', buffer: bytes };
  await page.getByLabel('考核指标表').setInputFiles(sheet);
  await page.getByText('已导入，保存为第3版').waitFor();
  expect(await page.locator('.scheme-group').count()).toBe(9);
  expect(await page.locator('.scheme-part').count()).toBe(32);
  expect(await page.locator('.scheme-tree tbody tr').count()).toBe(9 + 32 + 100);
  expect(await page.locator('.scheme-tree thead').getByText('合计100分', { exact: true }).count()).toBe(2);
  await page.getByLabel('本考核所占权重').fill('10');
  await page.getByLabel('结果公开').click();
  await page.getByText('公开等次（不公开得分和名次）').click();
  await page.getByLabel('公开决定的文号').fill('云管〔2026〕18号');
  await page.getByLabel('方案名称').click();
  await page.keyboard.press('Control+s');
  await page.getByText('已保存为第4版，检查没有发现错误').waitFor();
  await picture(page, 'assessment-scheme', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: '试算' }).click();
  await page.getByRole('heading', { name: /试算/ }).waitFor();
  await page.getByText('哪些指标决定名次').waitFor();
  await picture(page, 'assessment-simulation', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: '回到方案' }).click();
  await page.getByRole('button', { name: '方案送审' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '方案送审' }).click();
  await page
    .getByText(/已方案送审|方案审定/)
    .first()
    .waitFor();
  await page.close();
});

async function issue(page: Page): Promise<void> {
  await page.getByRole('button', { name: '印发方案' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/给12个单位各建立一份考核/).waitFor();
  await dialog.getByText(/向社会公开等次（云管〔2026〕18号）/).waitFor();
  await dialog.getByLabel('发文字号（没有的可以不填）').fill('云法〔2026〕21号');
  await dialog.getByRole('button', { name: '印发方案' }).click();
  await page.getByRole('link', { name: '计分和结果' }).waitFor();
}

it('shows whoever begins another scheme of the year the one that is there', async () => {
  const page = await open(clerk, '/assessments');
  await page.getByLabel('考核年度').fill(String(YEAR));
  await page
    .locator('.notice', { hasText: `${YEAR}年度已有` })
    .getByRole('link')
    .waitFor();
  await page.getByRole('button', { name: '另编一个方案' }).waitFor();
  expect(await page.getByRole('button', { name: '编制方案' }).count()).toBe(0);
  await page.close();
});

it('is issued by another, called back before anything began, and issued again in its mended version', async () => {
  await actAt(clerk, `/api/assessment-schemes/${paper}/steps/issue`, { input: {} }, 403);
  const page = await open(chief, `/assessment-schemes/${paper}`);
  await issue(page);
  await page.getByRole('button', { name: '撤销方案' }).click();
  await page.getByRole('dialog').getByLabel('撤销原因').fill('等次名称与上级方案不一致');
  await page.getByRole('dialog').getByRole('button', { name: '撤销方案' }).click();
  await page.getByText(/已于.*撤销：等次名称与上级方案不一致/).waitFor();
  await picture(page, 'assessment-voided', { phone: true });
  expect(await violations(page)).toEqual([]);

  const mending = await open(clerk, `/assessment-schemes/${paper}`);
  await mending.getByLabel('第2等次名称').fill('较好');
  await mending.keyboard.press('Control+s');
  await mending.getByText('已保存为第5版').waitFor();
  await mending.getByRole('button', { name: '方案送审' }).click();
  await mending.getByRole('dialog').getByRole('button', { name: '方案送审' }).click();
  await mending.getByText('方案审定').first().waitFor();
  await mending.close();
  await page.reload();
  await issue(page);
  await page.getByRole('link', { name: '计分和结果' }).click();
  await page.waitForURL(/assessments\/[0-9a-f-]{36}/);
  matter = /assessments\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  await page.getByRole('table').getByRole('link', { name: '市场监管局' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(1 + 12);
  await page.close();
});

it('scores from the sealed record, and every score opens into its records', async () => {
  await served.seal();
  const page = await open(clerk, `/assessments/${matter}`);
  await page.getByRole('button', { name: '计分', exact: true }).click();
  await page.getByText(/已按第\d+号封存给12个单位计分/).waitFor();
  await picture(page, 'assessment-board', { phone: true });
  expect(await violations(page)).toEqual([]);
  const late = await actAt<{ message: string; rule?: string }>(
    chief,
    `/api/assessment-schemes/${paper}/steps/void`,
    { input: { voidReason: '权重有误' } },
    422,
  );
  expect(JSON.stringify(late)).toContain('考核已经开始');
  await page.getByRole('table').getByRole('link', { name: '市场监管局' }).click();
  await page.getByRole('heading', { name: '逐项得分' }).waitFor();
  const item = page.locator('.assessment-items > li').filter({ hasText: '行政处罚决定按期公示率' });
  await item.getByRole('button', { name: '查看记录' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('link').first().waitFor();
  expect(await drawer.getByRole('row').count()).toBeGreaterThan(1);
  await picture(page, 'assessment-records', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.close();
});

it('a unit sees what is scored and explains a gap; a verifier enters what its material shows', async () => {
  const liaison = await served.signedIn(holders(UNIT, 'liaison')[0]!.id);
  const own = await open(liaison, `/assessments/${matter}/units/${UNIT}`);
  const gap = own.locator('.assessment-items > li').filter({ hasText: '领导干部集体学法' });
  await gap.getByRole('button', { name: '补充说明' }).click();
  await gap.getByLabel('情况说明').fill('全年四次，见学法台账');
  await gap.getByRole('button', { name: '提交说明' }).click();
  await gap.getByText('全年四次，见学法台账').waitFor();
  await picture(own, 'assessment-own', { phone: true });
  expect(await violations(own)).toEqual([]);
  await liaison.close();

  const second = await served.signedIn(holders('U02', 'legal-office')[1]!.id);
  const page = await open(second, `/assessments/${matter}/units/${UNIT}`);
  const item = page.locator('.assessment-items > li').filter({ hasText: '领导干部集体学法' });
  await item.getByRole('button', { name: '核验' }).click();
  await item.getByLabel('核验的数值').fill('3');
  await item.getByRole('button', { name: '登记核验结果' }).click();
  await item.getByText(/核验：3次/).waitFor();
  for (const { code } of units.filter((unit) => unit.class !== '综合部门')) {
    const view = await unitOf(second, matter, code);
    const findings = view.items
      .filter(({ kind, points }) => kind === 'evidence' && points === null)
      .map((entry) => ({ code: entry.code, value: '100' }));
    await actAt(second, `/api/assessments/${matter}/units/${code}/findings`, { findings });
  }
  await second.close();
});

it('two reviewers give points unseen by one another, by the unit and by the office; a third where they differ', async () => {
  const [first, second] = await Promise.all(
    holders('U02', 'supervisor').map(({ id }) => served.signedIn(id)),
  );
  const board = await open(first!, `/assessments/${matter}`);
  await board.getByRole('heading', { name: '等待我评议的单位' }).waitFor();
  await board.locator('.assessment-reviews').getByRole('link', { name: '市场监管局' }).click();
  await board.getByRole('heading', { name: '评议（第一人）' }).waitFor();
  const asked = (await unitOf(first!, matter, UNIT)).review!.codes;
  for (const code of asked) await board.getByLabel(`${code}评分`, { exact: true }).fill('1');
  await board.getByLabel(`${asked[0]}评语`, { exact: true }).fill('记录完整');
  await picture(board, 'assessment-review', { phone: true });
  expect(await violations(board)).toEqual([]);
  await board.getByRole('button', { name: '提交评分' }).click();
  await board.getByText('评分已封存，另一名评议人员提交后一并启封。').waitFor();
  await board.close();

  // Nobody is shown a closed mark: not the other reviewer, not the office, not the unit, not the matter's record.
  const liaison = await served.signedIn(holders(UNIT, 'liaison')[0]!.id);
  const { matter: child } = await unitOf(clerk, matter, UNIT);
  for (const who of [second!, clerk, chief, liaison]) {
    const seen = await unitOf(who, matter, UNIT);
    for (const item of seen.items.filter(({ kind }) => kind === 'reviewers')) {
      expect([item.points, item.marks]).toEqual([null, []]);
    }
    const record = await who.request.get(`/api/matters/unit-assessment/${child}`);
    expect(await record.text()).not.toContain('记录完整');
  }
  await liaison.close();

  const other = await open(second!, `/assessments/${matter}/units/${UNIT}`);
  await other.getByRole('heading', { name: '评议（第二人）' }).waitFor();
  for (const [at, code] of asked.entries()) {
    await other.getByLabel(`${code}评分`, { exact: true }).fill(at === 0 ? '0.4' : '0.9');
  }
  await other.getByRole('button', { name: '提交评分' }).click();
  await other.getByText(/有1项与另一名评议人员差距超过方案规定，需要第三人评议/).waitFor();
  await other.close();
  await actAt(
    second!,
    `/api/assessments/${matter}/units/${UNIT}/marks`,
    { marks: [{ code: asked[0], points: 1 }] },
    403,
  );

  const third = await served.signedIn(holders('U02', 'legal-office')[2]!.id);
  const last = await open(third, `/assessments/${matter}/units/${UNIT}`);
  await last.getByRole('heading', { name: '评议（第三人）' }).waitFor();
  expect(await last.locator('.assessment-review .assessment-item').count()).toBe(1);
  await last.getByLabel(`${asked[0]}评分`, { exact: true }).fill('0.5');
  await last.getByRole('button', { name: '提交评分' }).click();
  await last.getByText('评分已封存，告知得分时一并启封。').waitFor();

  for (const { code } of units.filter((unit) => unit.class !== '综合部门' && unit.code !== UNIT)) {
    for (const who of [first!, second!]) {
      const marks = (await unitOf(who, matter, code)).review!.codes.map((each) => ({
        code: each,
        points: 1,
      }));
      await actAt(who, `/api/assessments/${matter}/units/${code}/marks`, { marks });
    }
  }
  await Promise.all([first!, second!, third].map((context) => context.close()));
});

it('the units are told: marks are opened, places stand, a unit appeals an item and is answered', async () => {
  const page = await open(chief, `/assessments/${matter}`);
  await page.getByRole('button', { name: '告知各单位得分' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('申诉截止日').fill('2026-11-27');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '告知各单位得分' }).click();
  await page.getByText(`${ENFORCEMENT}中哪些单位领先，哪些落后`).waitFor();
  await page.getByText(`${TOWN}中哪些单位领先，哪些落后`).waitFor();
  await picture(page, 'assessment-told', { phone: true });
  expect(await violations(page)).toEqual([]);

  const liaison = await served.signedIn(holders(UNIT, 'liaison')[0]!.id);
  const own = await open(liaison, `/assessments?year=${YEAR}&unit=${UNIT}`);
  await own.waitForURL(`**/assessments/${matter}/units/${UNIT}`);
  await own.getByText('要改进什么：分丢在哪几项').waitFor();
  const judged = own.locator('.assessment-items > li').filter({ hasText: '评议1分、0.4分' });
  expect(await judged.count()).toBe(0);
  // The third with whichever of the two is nearer to it.
  await own.getByText('评议0.4分、0.5分，平均0.45分').waitFor();
  await own.getByText('评议一：记录完整').waitFor();
  await picture(own, 'assessment-unit', { phone: true });
  expect(await violations(own)).toEqual([]);
  const item = own.locator('.assessment-items > li').filter({ hasText: '领导干部集体学法' });
  await item.getByRole('button', { name: '申诉' }).click();
  await item.getByLabel('申诉理由').fill('第四次学法在12月补记');
  await item.getByRole('button', { name: '提出申诉' }).click();
  await item.getByText('申诉：第四次学法在12月补记').waitFor();
  const judgedItem = own.locator('.assessment-items > li').filter({ hasText: '案卷评查情况' });
  await judgedItem.getByRole('button', { name: '申诉' }).click();
  await judgedItem.getByLabel('申诉理由').fill('评查时案卷没有调齐');
  await judgedItem.getByRole('button', { name: '提出申诉' }).click();
  await judgedItem.getByText('申诉：评查时案卷没有调齐').waitFor();
  const hidden = await liaison.request.get(`/api/assessments/${matter}/units/U05`);
  expect(hidden.status()).toBe(404);
  const neighbour = await served.signedIn(holders('U05', 'liaison')[0]!.id);
  const theirs = await unitOf(neighbour, matter, 'U05');
  const reviewed = theirs.items.find(({ title }) => title === '案卷评查情况')!;
  await actAt(neighbour, `/api/matters/unit-assessment/${theirs.matter}/appeal`, {
    input: { appeals: [{ code: reviewed.code, ground: '案卷在档案室，没有调齐' }] },
  });

  // What two units appeal for one reason is answered once; each sees its own answer.
  await page.reload();
  await page.getByRole('link', { name: '申诉（3项待答复）' }).click();
  const rows = page.getByRole('table').getByRole('row');
  await page.getByLabel('查找申诉').fill('案卷');
  expect(await rows.count()).toBe(1 + 2);
  for (const at of [1, 2]) await rows.nth(at).getByRole('checkbox').check();
  await page.getByText('同样答复选中的2项（2个单位）').waitFor();
  await page.getByLabel('申诉成立，按该项满分计').check();
  await page.getByLabel('答复意见').fill('案卷已补充评查');
  await picture(page, 'assessment-appeals', { phone: true });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '答复2项申诉' }).click();
  await page.getByText('已答复2个单位的2项申诉，各单位可以看到答复；还有1项待答复。').waitFor();
  for (const [who, unit] of [
    [liaison, UNIT],
    [neighbour, 'U05'],
  ] as const) {
    const seen = (await unitOf(who, matter, unit)).items.find(({ code }) => code === reviewed.code)!;
    expect([seen.adjusted!.points, seen.appeal!.answer]).toEqual([1, '案卷已补充评查']);
  }
  await own.close();
  await Promise.all([liaison.close(), neighbour.close()]);

  await page.getByRole('link', { name: '全部单位' }).click();
  await page.getByText('申诉1项待答复').waitFor();
  await page.getByRole('link', { name: '市场监管局' }).first().click();
  await page.getByRole('button', { name: '答复申诉' }).click();
  await page.getByLabel('申诉成立').check();
  await page.getByLabel('调整后得分').fill('1');
  await page.getByLabel(/的答复意见$/).fill('经核对补记属实');
  await page.getByRole('button', { name: '答复申诉' }).last().click();
  await page.getByText(/答复：成立，经核对补记属实/).waitFor();
  await page.close();
});

it('ends with places by class when the days for appeals are over; what to improve and the workbook say why', async () => {
  const early = await open(chief, `/assessments/${matter}`);
  await early.getByRole('button', { name: '确定考核结果' }).click();
  await early.getByRole('dialog').getByRole('button', { name: '确定考核结果' }).click();
  await early
    .getByRole('dialog')
    .getByText(/申诉期到.*为止，期满后才能确定结果/)
    .waitFor();
  await early.close();

  await served.goOnTo('2026-11-30T02:00:00.000Z');
  chief = await served.signedIn(holders('U02', 'legal-office-head')[0]!.id);
  const page = await open(chief, `/assessments/${matter}`);
  await page.getByRole('button', { name: '确定考核结果' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确定考核结果' }).click();
  await page.getByText('结果运用').first().waitFor();
  const { units: rows } = await getJson<{
    units: { unit: string; unitClass: string; rank: number; score: number }[];
  }>(chief, `/api/assessments/${matter}`);
  for (const unitClass of ['enforcement', 'town']) {
    const own = rows.filter((row) => row.unitClass === unitClass);
    expect(own.map(({ rank }) => rank)).toEqual([...own.map(({ rank }) => rank)].sort((a, b) => a - b));
    for (const { rank, score } of own) expect(rank).toBe(1 + own.filter((row) => row.score > score).length);
  }
  await picture(page, 'assessment-result', { phone: true });
  expect(await violations(page)).toEqual([]);
  const sheet = await chief.request.get(`/api/assessments/${matter}/results.xlsx`);
  const book = await readXlsx(new Uint8Array(await sheet.body()));
  expect(book.sheets.map(({ name }) => name)).toEqual(['考核结果', '逐项得分']);
  expect(book.sheets[0]!.rows).toHaveLength(1 + 12);
  const reasons = book.sheets[1]!.rows.slice(1);
  expect(reasons).toHaveLength(12 * 100);
  expect(reasons.every((row) => String(row[6] ?? '') !== '')).toBe(true);
  await page.close();
});

it('shows the public the grades the scheme decided on, and no score', async () => {
  const publisher = await served.signedIn(holders('U02', 'publisher')[0]!.id);
  await actAt(publisher, `/api/matters/assessment/${matter}/$publish`, { input: { publication: 'result' } });
  const page = await publisher.newPage();
  await page.goto('/disclosure/assessment-results');
  await page.getByRole('link', { name: `${YEAR}年度法治政府建设考核结果` }).click();
  await page.getByText('云管〔2026〕18号').waitFor();
  const shown = await page.getByRole('article').innerText();
  expect(shown).toMatch(/执法和审批部门：.*（.*市场监管局.*）/);
  expect(shown).toMatch(/镇街：/);
  expect(shown).not.toMatch(/第\d+名|\d分/);
  await picture(page, 'assessment-public', { phone: true });
  expect(await violations(page)).toEqual([]);
  await publisher.close();
});

it('leaves the browser nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
