import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holders } from '../../src/demo/zone.ts';
import type { PostKindId } from '../../src/kernel/identity/posts.ts';
import { begin, fill, no, onDay, press, take, visit, yes } from './hands.ts';
import { complaints, openPage } from './page.ts';
import { type Served, serveDemo } from './served.ts';

// A penalty by the ordinary procedure as it is worked, each act on its day; and one on the spot.

let served: Served;
const at = new Map<string, Page>();
const person = (kind: PostKindId, n = 0) => holders('U04', kind)[n]!;
const officers = [person('case-officer').name, person('case-officer', 1).name];

/** The page of the n-th holder of a post, at the matter. */
async function desk(kind: PostKindId, matter?: string, n = 0): Promise<Page> {
  const key = `${kind} ${n}`;
  if (!at.has(key)) {
    at.set(key, await openPage(await served.signedIn(person(kind, n).id), '/console/'));
  }
  const page = at.get(key)!;
  if (matter) await visit(page, matter);
  return page;
}

beforeAll(async () => {
  served = await serveDemo();
});
afterAll(() => served?.close());

async function file(page: Page): Promise<string> {
  await page.goto('/console/registers/penalty/new/register-clue');
  await fill(page, {
    procedureRules: { choose: '市场监督管理行政处罚程序规定' },
    source: { choose: '行政检查' },
    clue: '检查发现',
    partyKind: { choose: '自然人' },
    personName: '欧阳测试',
    violation: '未按规定明码标价',
    actEndedOn: { day: '2026-09-01' },
    discoveredOn: { day: '2026-09-07' },
  });
  await page.getByLabel('补录以前的纸质办理').check();
  await page.getByLabel('实际办理日期').fill('2026-09-08');
  await page.getByLabel('实际办理日期').press('Enter');
  await page.locator('.form-foot button[type=submit]').click();
  await page.waitForURL(/\/matters\//);
  await page.getByRole('heading', { name: '办理记录' }).waitFor();
  return page.url().split('/').pop()!;
}

/** From the clue to the end of the investigation: two certified officers, a wrong one, no licence shown. */
async function investigate(officer: Page, matter: string): Promise<void> {
  await onDay(officer, '2026-09-09');
  await begin(officer, '提请立案');
  // Powers of other units and of other kinds are not offered.
  for (const elsewhere of ['CF-U05', 'XK-U04']) {
    await officer.locator('[data-field=power]').getByRole('combobox').fill(elsewhere);
    await officer.getByText(`本单位现行清单中没有找到“${elsewhere}”`).waitFor();
  }
  await fill(officer, {
    power: { seek: 'CF-U04-0002' },
    officers: { people: [officers[0]!] },
    proposal: '建议立案',
  });
  expect(await press(officer)).toContain('不少于2名持证执法人员');
  const uncertified = person('window-clerk', 1).name;
  await fill(officer, { officers: { people: [uncertified] } });
  await officer
    .locator('[data-field=officers]')
    .getByText(`${uncertified}（无有效证件）`, { exact: true })
    .waitFor();
  expect(await press(officer)).toContain(`${uncertified}在2026年9月9日没有有效的执法证件`);
  await officer
    .locator('[data-field=officers] .ant-select-selection-item', { hasText: uncertified })
    .locator('.ant-select-selection-item-remove')
    .click();
  await fill(officer, { officers: { people: [officers[1]!] } });
  await press(officer);
  const head = await desk('unit-head', matter);
  await onDay(head, '2026-09-10');
  await take(head, '批准立案', { filingOpinion: '同意立案' });
  await visit(officer, matter);
  await onDay(officer, '2026-09-14');
  // The officers of the case stand in the form already.
  await begin(officer, '调查取证', {
    evidenceKind: { choose: '现场检查' },
    identityShown: no,
    records: { files: ['现场笔录.pdf'] },
  });
  expect(await press(officer)).toContain('请出示证件后重新取证');
  await fill(officer, { identityShown: yes });
  await press(officer);
  await onDay(officer, '2026-09-16');
  const shut = officer.getByRole('list', { name: '现在不能办理的环节' });
  await shut.getByText('本案没有等待结论的检验、检测、检疫、鉴定').waitFor();
  await begin(officer, '调查终结', {
    findings: '未按规定明码标价。',
    legalBasis: '价格法律法规的罚则',
    proposedKinds: { tick: ['罚款'] },
    proposedFine: '60000',
    benchmark: { seek: 'JZ-CF-U04-0002' },
    tier: { choose: '一般' },
    complex: yes,
    evidenceText: '现场笔录一份。',
    evidenceList: { files: ['证据目录.pdf'] },
  });
  expect(await press(officer)).toContain('不在所选裁量阶次的幅度内');
  await fill(officer, { tier: { choose: '严重' } });
  await press(officer);
  await officer.locator('main').getByText('严重', { exact: true }).first().waitFor();
}

/** Told of his rights, the party asks for a hearing and has it. */
async function hear(officer: Page): Promise<void> {
  await onDay(officer, '2026-09-17');
  await begin(officer, '事先告知', {
    noticeNumber: '云市监罚告〔2026〕901号',
    defenceDays: '5',
    offerHearing: no,
    noticeReceipt: { files: ['告知书回证.pdf'] },
  });
  expect(await press(officer)).toContain('应当告知当事人有要求听证的权利');
  await fill(officer, { offerHearing: yes });
  await press(officer);
  await officer.getByRole('link', { name: '行政处罚听证告知书' }).waitFor();
  expect(await officer.getByRole('link', { name: '行政处罚事先告知书' }).count()).toBe(0);
  await onDay(officer, '2026-09-21');
  await take(officer, '登记听证申请', { hearingRequest: { files: ['听证申请.pdf'] } });
  await onDay(officer, '2026-09-22');
  await begin(officer, '通知举行听证', {
    hearingOn: { day: '2026-09-28' },
    hearingPlace: '会议室',
    hearingHost: { people: [person('legal-reviewer', 1).name] },
    hearingPublic: yes,
  });
  expect(await press(officer)).toContain('听证要安排在2026年10月9日之后');
  await fill(officer, { hearingOn: { day: '2026-10-15' } });
  await press(officer);
  await onDay(officer, '2026-10-15');
  await take(officer, '举行听证', { hearingRecord: { files: ['听证笔录.pdf'] }, hearingOpinion: '维持' });
}

/** Sent to legality review, reviewed by one who is qualified, answered. */
async function review(officer: Page, matter: string): Promise<void> {
  await onDay(officer, '2026-10-16');
  await take(officer, '送法制审核', { reviewMaterials: { files: ['送审卷.pdf'] } });
  const head = await desk('unit-head', matter, 1);
  const shut = head.getByRole('list', { name: '现在不能办理的环节' });
  await shut.getByText('已经送审，请等待审核意见').waitFor();
  const child = await officer.locator('aside a', { hasText: '法制审核' }).getAttribute('href');
  const id = child!.split('/').pop()!;
  const reviewer = await desk('legal-reviewer', id);
  await onDay(reviewer, '2026-10-19');
  await take(reviewer, '材料完备，开始审核');
  await onDay(reviewer, '2026-10-20');
  await begin(reviewer, '出具审核意见', { opinion: { choose: '同意' }, comments: '同意' });
  expect(await press(reviewer)).toContain('逐项进行');
  for (const box of await reviewer.locator('[data-field=checked]').getByRole('checkbox').all())
    await box.check();
  await press(reviewer);
  await visit(officer, id);
  await onDay(officer, '2026-10-20');
  await take(officer, '反馈采纳情况', { adopted: yes });
}

it('goes from the clue to the published decision', { timeout: 120_000 }, async () => {
  const officer = await desk('case-officer');
  const matter = await file(officer);
  await investigate(officer, matter);
  await hear(officer);
  await review(officer, matter);

  const head = await desk('unit-head', matter, 1);
  await onDay(head, '2026-10-21');
  await take(head, '集体讨论', {
    discussants: { people: [person('unit-head').name, person('unit-head', 1).name] },
    discussion: '同意',
    minutes: { files: ['讨论笔录.pdf'] },
  });
  await onDay(head, '2026-10-22');
  await begin(head, '作出处罚决定', {
    decisionNumber: '云市监罚〔2026〕901号',
    fine: '70000',
    content: '罚款60000元',
    reviewBody: '云汀经济开发区管理委员会',
    court: '云汀区人民法院',
  });
  expect(await press(head)).toContain('不得因陈述申辩加重处罚');
  await fill(head, { fine: '60000' });
  await press(head);

  await visit(officer, matter);
  await onDay(officer, '2026-10-26');
  await take(officer, '送达决定书', {
    serviceMethod: { choose: '直接送达' },
    recipient: '欧阳测试',
    serviceReceipt: { files: ['决定书回证.pdf'] },
  });
  const cashier = await desk('window-clerk', matter);
  await onDay(cashier, '2026-11-10');
  await take(cashier, '登记缴款', { amount: '60000', paidOn: { day: '2026-11-10' }, receipt: 'PJ-901' });
  await visit(head, matter);
  await onDay(head, '2026-11-12');
  const closed = await take(head, '批准结案', { closingReport: '已执行完毕', archived: yes });
  expect(closed).toContain('处罚执行完毕结案');

  const publisher = await desk('publisher', matter);
  await publisher.getByRole('button', { name: '行政处罚决定公示' }).click();
  await publisher.getByRole('dialog').getByRole('button', { name: '公示', exact: true }).click();
  await publisher.locator('.said').getByText('已公示').waitFor();
  await publisher.goto(`/disclosure/penalty-decisions/${matter}.decision`);
  const shown = await publisher.locator('main').innerText();
  expect(shown).toContain('云市监罚〔2026〕901号');
  expect(shown).toContain('欧阳某某');
  expect(shown).not.toContain('欧阳测试');
});

it('punishes on the spot by two officers, up to what the law allows', async () => {
  const officer = await desk('case-officer');
  await officer.goto('/console/registers/penalty/new/punish-on-spot');
  await fill(officer, {
    procedureRules: { choose: '行政处罚法' },
    partyKind: { choose: '自然人' },
    personName: '司徒测试',
    violation: '占道经营',
    actEndedOn: { day: '2026-11-20' },
    discoveredOn: { day: '2026-11-20' },
    power: { seek: 'CF-U04' },
    onSpotOfficers: { people: officers },
    decisionNumber: '云市监当罚〔2026〕901号',
    onSpotPlace: '示例路口',
    onSpotKinds: { tick: ['罚款'] },
    onSpotFine: '300',
    findings: '占道经营。',
    legalBasis: '市容管理规定的罚则',
    told: yes,
    handedOver: yes,
    collectedOnSpot: yes,
    reviewBody: '云汀经济开发区管理委员会',
    court: '云汀区人民法院',
    records: { files: ['现场笔录.pdf'] },
  });
  expect(await press(officer)).toContain('罚款最多200元');
  await fill(officer, { onSpotFine: '100' });
  await officer.locator('.form-foot button[type=submit]').click();
  await officer.waitForURL(/\/matters\//);
  await officer.getByRole('link', { name: /当场/ }).first().waitFor();
});

it('made the browser complain about nothing', () => {
  expect(complaints).toEqual([]);
});
