import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocument } from '../../src/reports/reading/index.ts';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('[P19] makes a document without personal values for whoever may see the matter, and for nobody else', async () => {
  const clerk = await house.enter('legal-office', 'bureau');
  const [own, stranger] = [await house.enter('liaison', 'unit-1'), await house.enter('liaison', 'unit-2')];
  const opened = await house.call(clerk, 'POST', '/api/procedures/inspection-round/open', {
    request: 'impersonal-1',
    input: {
      name: '年中督察',
      year: 2024,
      way: 'on-site',
      scope: '要点落实情况',
      from: '2024-10-14',
      selfCheckBy: '2024-10-10',
      units: [{ unit: 'unit-1' }],
    },
  });
  const { matter: round } = (await opened.json()) as { matter: string };
  const view = (await (await house.call(clerk, 'GET', `/api/matters/${round}`)).json()) as {
    children: { matter: string }[];
  };
  const path = `/api/matters/${view.children[0]!.matter}/documents/notice.docx`;
  for (const cookie of [clerk, own]) {
    const answer = await house.call(cookie, 'GET', path);
    expect(answer.status, answer.status === 200 ? '' : await answer.text()).toBe(200);
    const { text } = await readDocument({
      name: 'notice.docx',
      bytes: new Uint8Array(await answer.arrayBuffer()),
    });
    expect(text).toContain('督察通知书');
    expect(text).toContain('2024年10月10日前报送自查报告');
  }
  expect((await house.call(stranger, 'GET', path)).status).toBe(404);
});
