import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holders } from '../../src/demo/zone.ts';
import { begin, fill, no, onDay, press, take, visit, yes } from './hands.ts';
import { complaints, openPage } from './page.ts';
import { type Served, serveDemo } from './served.ts';

// A licence as it is worked: from the window to the published decision, by the people whose steps they are.

let served: Served;
const at: Record<'clerk' | 'examiner' | 'head' | 'publisher', Page> = {} as never;
const person = (kind: Parameters<typeof holders>[1], n = 0) => holders('U03', kind)[n]!;

beforeAll(async () => {
  served = await serveDemo();
  for (const [name, kind] of [
    ['clerk', 'window-clerk'],
    ['examiner', 'examiner'],
    ['head', 'unit-head'],
    ['publisher', 'publisher'],
  ] as const) {
    at[name] = await openPage(await served.signedIn(person(kind).id), '/console/');
  }
});
afterAll(() => served?.close());

/** Receives an application, with one material missing or given in another way; answers with the matter's id. */
async function receive(
  page: Page,
  item: string,
  {
    missing,
    instead,
    on,
  }: { missing?: string; instead?: readonly [material: string, given: string]; on?: string } = {},
) {
  await page.goto('/console/registers/licence/new/receive');
  await fill(page, {
    item: { seek: item },
    applicantKind: { choose: '自然人' },
    personName: '张测试',
    phone: '13800000000',
  });
  await page.getByRole('button', { name: /项都是“已提交”/ }).click();
  for (const [material, given] of [missing ? ([missing, '未提交'] as const) : undefined, instead].filter(
    (entry) => entry !== undefined,
  )) {
    await page
      .getByRole('radiogroup', { name: `${material}提交情况` })
      .getByText(given)
      .click();
  }
  if (on) {
    await page.getByLabel('补录以前的纸质办理').check();
    await page.getByLabel('实际办理日期').fill(on);
    await page.getByLabel('实际办理日期').press('Enter');
  }
  await page.locator('.form-foot button[type=submit]').click();
  await page.waitForURL(/\/matters\//);
  await page.getByRole('heading', { name: '办理记录' }).waitFor();
  return page.url().split('/').pop()!;
}

it('goes from the window to the published decision', { timeout: 60_000 }, async () => {
  const { clerk, examiner, head, publisher } = at;
  const matter = await receive(clerk, '食品经营许可', { missing: '法定代表人身份证明' });
  const number = /XK-\d{8}-\w+/.exec(await clerk.locator('main').innerText())![0];
  await begin(clerk, '一次性告知补正', { correctionDays: '5' });
  // What is lacking stands in the form already.
  const lacking = clerk.locator('[data-field=missing] tbody tr');
  expect(await lacking.count()).toBe(1);
  expect(await lacking.locator('input').first().inputValue()).toBe('法定代表人身份证明');
  await lacking.locator('input, textarea').nth(1).fill('交复印件并签名');
  expect(await press(clerk)).toContain('等待当事人；补正期限还剩5个工作日');
  await begin(clerk, '收到补正材料');
  await clerk.getByRole('radiogroup', { name: '法定代表人身份证明提交情况' }).getByText('已提交').click();
  await press(clerk);
  expect(await take(clerk, '受理')).toMatch(/还剩20个工作日（2026年12月18日到期，承诺2026年11月27日）/);

  await visit(examiner, matter);
  const check = { checkedOn: { day: '2026-11-20' }, findings: '场所与平面布局图一致。' };
  await begin(examiner, '现场核查', { checkers: { people: [person('examiner').name] }, ...check });
  expect(await press(examiner)).toContain('应当指派两名以上工作人员');
  await fill(examiner, { checkers: { people: [person('examiner', 1).name] } });
  await press(examiner);
  const special = { special: { choose: '专家评审' }, neededDays: '10', toldInWriting: yes } as const;
  await take(examiner, '启动特别程序', special);
  const portal = await clerk.context().newPage();
  await portal.goto(`/progress?number=${number}`);
  expect(await portal.locator('main').innerText()).toContain('现在的时间依法不计入办理期限');
  await take(examiner, '结束特别程序', { specialResult: '符合要求' });
  await take(examiner, '提出审查意见', { opinion: { choose: '建议准予许可' }, opinionText: '符合条件' });

  await visit(head, matter);
  const over = { extendDays: '11', extendReason: '需要进一步核实' };
  await begin(head, '延长期限', over);
  expect(await press(head)).toContain('最多允许延长10个工作日');
  await fill(head, { extendDays: '10' });
  expect(await press(head)).toMatch(/暂定2027年1月\d+日到期/);
  await portal.reload();
  expect(await portal.locator('main').innerText()).toMatch(/2027年1月\d+日（暂定/);
  await take(head, '准予许可', {
    decisionNumber: '云审许〔2026〕901号',
    content: '热食类食品制售',
    validFrom: { day: '2026-11-20' },
  });

  await visit(clerk, matter);
  await take(clerk, '颁发送达', {
    method: { choose: '窗口领取' },
    servedOn: { day: '2026-11-20' },
    receiver: '张测试',
  });
  await visit(publisher, matter);
  await publisher.getByRole('button', { name: '行政许可决定公示' }).click();
  const sheet = publisher.getByRole('dialog');
  expect(await sheet.innerText()).toContain('2026年11月20日');
  await sheet.getByRole('button', { name: '公示', exact: true }).click();
  await publisher.locator('.said').getByText('已公示').waitFor();
  await portal.goto(`/disclosure/licence-decisions/${matter}.decision`);
  const shown = await portal.locator('main').innerText();
  expect(shown).toContain('云审许〔2026〕901号');
  expect(shown).toContain('张某某');
  expect(shown).not.toMatch(/张测试|13800000000/);
  await portal.goto(`/progress?number=${number}`);
  expect(await portal.locator('main').innerText()).toContain('已经办结，结果：准予许可');
  await portal.close();
});

const delivery = {
  method: { choose: '窗口领取' },
  servedOn: { day: '2026-11-20' },
  receiver: '张测试',
} as const;
const permit = { content: '许可内容', validFrom: { day: '2026-11-20' } } as const;

it('refuses with reasons and remedies, and serves the refusal', { timeout: 60_000 }, async () => {
  const { clerk, examiner, head } = at;
  const matter = await receive(clerk, '劳务派遣经营许可');
  await take(clerk, '受理');
  await visit(examiner, matter);
  await take(examiner, '提出审查意见', {
    opinion: { choose: '建议不予许可' },
    opinionText: '场所不符合要求',
  });
  await visit(head, matter);
  await begin(head, '准予许可', { decisionNumber: '云审许〔2026〕902号', ...permit });
  expect(await press(head)).toContain('准予许可应当写明与审查意见不一致的理由');
  await take(head, '不予许可', {
    decisionNumber: '云审不许〔2026〕902号',
    reasons: '经营场所不符合要求',
    reviewBody: '云汀经济开发区管理委员会',
    court: '云汀区人民法院',
  });
  await head.getByRole('link', { name: '不予行政许可决定书' }).waitFor();
  await visit(clerk, matter);
  expect(await take(clerk, '颁发送达', delivery)).toContain('本办件办结（不予许可）');
});

it('decides an instant item at the window, and only with all its materials', async () => {
  const { clerk } = at;
  await receive(clerk, '企业设立登记', { missing: '申请书' });
  const shut = clerk.getByRole('list', { name: '现在不能办理的环节' });
  await shut.getByText('材料不齐全，缺少《申请书》').waitFor();
  await receive(clerk, '企业设立登记');
  await take(clerk, '当场办结', { decisionNumber: '云审许〔2026〕903号', ...permit });
  expect(await take(clerk, '颁发送达', delivery)).toContain('本办件办结（准予许可）');
});

it('grants on a written commitment and checks afterwards whether it was true', async () => {
  const { clerk, examiner } = at;
  const matter = await receive(clerk, '公共场所卫生许可', { instead: ['经营场所使用证明', '书面承诺代替'] });
  await visit(examiner, matter);
  await begin(examiner, '告知承诺当场决定', {
    decisionNumber: '云审许〔2026〕904号',
    ...permit,
    commitmentSigned: no,
    verifyDays: '20',
  });
  expect(await press(examiner)).toContain('申请人签署告知承诺书后才能当场决定');
  await fill(examiner, { commitmentSigned: yes });
  await press(examiner);
  await visit(clerk, matter);
  expect(await take(clerk, '颁发送达', delivery)).toContain('现在处于“承诺核查”');
  await visit(examiner, matter);
  expect(await take(examiner, '核查承诺属实', { verification: '属实' })).toContain('办结（准予许可）');
});

it('is worked on a phone, from a promised material to the decision that waits for it', {
  timeout: 60_000,
}, async () => {
  const { clerk, examiner, head } = at;
  const all = [clerk, examiner, head];
  const desk = clerk.viewportSize()!;
  for (const page of all) await page.setViewportSize({ width: 390, height: 844 });
  const matter = await receive(clerk, '劳务派遣经营许可', { instead: ['管理制度', '容缺待补'] });
  await begin(clerk, '受理');
  expect(await press(clerk)).toContain('容缺受理应当写明补交期限');
  await fill(clerk, { promiseDue: { day: '2026-11-30' } });
  await press(clerk);
  await visit(examiner, matter);
  await take(examiner, '提出审查意见', { opinion: { choose: '建议准予许可' }, opinionText: '符合条件' });
  await visit(head, matter);
  await take(head, '准予许可', { decisionNumber: '云审许〔2026〕905号', ...permit });
  for (const page of all) {
    await visit(page, matter);
    const wider = () => document.documentElement.scrollWidth - window.innerWidth;
    expect(await page.evaluate(wider)).toBe(0);
  }
  const shut = clerk.getByRole('list', { name: '现在不能办理的环节' });
  const lacking = shut.getByText('容缺受理的材料还没有补交');
  await lacking.waitFor();
  await take(clerk, '补交容缺材料', { supplied: '管理制度' });
  await lacking.waitFor({ state: 'detached' });
  expect(await take(clerk, '颁发送达', delivery)).toContain('本办件办结（准予许可）');
  for (const page of all) await page.setViewportSize(desk);
});

it('takes up on its day what was done on paper, and says when it was entered', async () => {
  const { clerk } = at;
  await receive(clerk, '劳务派遣经营许可', { missing: '申请书', on: '2026-10-12' });
  const shut = clerk.getByRole('list', { name: '现在不能办理的环节' });
  await shut.getByText('一次性告知补正', { exact: true }).waitFor();
  await onDay(clerk, '2026-10-13');
  await begin(clerk, '一次性告知补正', { correctionDays: '5' });
  await clerk.locator('[data-field=missing] textarea, [data-field=missing] input').nth(1).fill('补签名');
  await press(clerk);
  await clerk.getByText('2026年10月13日（2026年11月20日补录）').waitFor();
});

it('opens the flow chart at the stage in which the matter is', async () => {
  const { clerk } = at;
  await receive(clerk, '劳务派遣经营许可');
  await take(clerk, '受理');
  await clerk.getByRole('button', { name: '查看流程和现在的环节' }).click();
  await clerk.getByText('现在处于“审查中”，').waitFor();
  const chart = clerk.getByRole('region', { name: '流程图，可以滚动' });
  await expect
    .poll(() => chart.evaluate((frame) => frame.scrollTop + frame.scrollLeft), { timeout: 10_000 })
    .toBeGreaterThan(0);
});

it('can be received by the keyboard alone', async () => {
  const { clerk } = at;
  const { keyboard } = clerk;
  await clerk.goto('/console/registers/licence/new/receive');
  const item = clerk.getByRole('combobox', { name: '许可事项' });
  await item.focus();
  await keyboard.type('劳务派遣');
  await clerk.locator('.ant-select-item-option', { hasText: '劳务派遣' }).waitFor();
  await keyboard.press('Enter');
  const rest = clerk.getByRole('button', { name: /项都是“已提交”/ });
  await rest.waitFor();
  await tabTo(clerk, rest);
  await keyboard.press('Enter');
  await tabTo(clerk, clerk.locator('[data-field=applicantKind] input').first());
  await keyboard.press('ArrowRight');
  await tabTo(clerk, clerk.getByLabel('单位名称'));
  await keyboard.type('键盘测试有限公司');
  await tabTo(clerk, clerk.locator('.form-foot button[type=submit]'));
  await keyboard.press('Enter');
  await clerk.waitForURL(/\/matters\//);
  await clerk.locator('h1', { hasText: '键盘测试有限公司' }).waitFor();
});

/** Presses Tab until the focus is there: whoever has no mouse goes the same way. */
async function tabTo(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached by Tab');
}

it('made the browser complain about nothing', () => {
  expect(complaints).toEqual([]);
});
