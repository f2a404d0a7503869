import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoutes, refusalOf, sessionOf } from './called.testing.ts';

let routes: Awaited<ReturnType<typeof openRoutes>>;
beforeAll(async () => {
  routes = await openRoutes();
});
afterAll(() => routes.close());

const call: typeof routes.call = (name, given) => routes.call(name, given);

describe('calendar, due days and the wall', () => {
  const notice = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日至3日放假，共3天。
二、春节：2月5日至11日放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：5月1日至5日放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日放假，共1天。
六、中秋节：9月15日放假，共1天。
七、国庆节：10月1日至7日放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;
  const office = sessionOf('legal-office');
  const due = { rule: 'XK-09', start: '2026-12-25' };

  test('a notice is shown before it is entered, and due days follow it afterwards', async () => {
    const before = (await call('due.compute', { body: due })) as { due: string; provisional: boolean };
    expect(before.provisional).toBe(true);
    const dry = await call('calendar.enter', { body: { text: notice, dryRun: true }, as: office });
    expect(dry).toMatchObject({ year: 2027, recomputed: 0 });
    expect(((await call('calendar.get', { as: office })) as { noticedThrough: number }).noticedThrough).toBe(
      2026,
    );
    const entered = await call('calendar.enter', { body: { text: notice, dryRun: false }, as: office });
    expect(entered).toMatchObject({ adjusted: expect.arrayContaining(['2027-01-31', '2027-10-09']) });
    const known = (await call('calendar.get', { as: office })) as {
      noticedThrough: number;
      years: { year: number; noticed: boolean; workdays: number }[];
    };
    expect(known.noticedThrough).toBe(2027);
    expect(known.years[0]).toMatchObject({ year: 2028, noticed: false });
    expect(known.years[1]).toMatchObject({ year: 2027, noticed: true });
    const after = (await call('due.compute', { body: due })) as { due: string; provisional: boolean };
    expect(after.provisional).toBe(false);
    expect(routes.audited.at(-1)).toMatchObject({ kind: 'calendar-entered', detail: '2027 0/0' });
  });

  test('a text that is no notice is refused', async () => {
    const body = { text: '明年放假另行通知', dryRun: true };
    expect(await refusalOf(call('calendar.enter', { body, as: office }))).toContain('没有找到标题');
  });

  test('provisions are found by words of their text', async () => {
    const found = (await call('law.provisions', { query: { q: '许可 20个工作日' } })) as {
      provisions: { id: string; limit: string }[];
    };
    expect(found.provisions.map(({ id }) => id)).toContain('XK-09');
  });

  test('the wall of a region without work is empty; administrators see none of the work, nor its figures', async () => {
    const empty = { overdue: 0, near: 0, open: 0, units: [], mostOverdue: [], latest: [] };
    expect(await call('supervision.wall', { as: office })).toMatchObject(empty);
    const as = sessionOf('system-administrator');
    expect(await call('supervision.wall', { as })).toMatchObject(empty);
    const query = { from: '2024-01', to: '2024-12' };
    const asked = call('figure.get', { params: { indicator: 'powers.items' }, query, as });
    expect(await refusalOf(asked)).toContain('不查看业务数据');
  });
});
