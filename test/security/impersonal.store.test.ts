import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocument } from '../../src/reports/reading/index.ts';
import { type House, openHouse } from './house.ts';
import { announced } from './inspection.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('[P19] makes a document without personal values for whoever may see the matter, and for nobody else', async () => {
  const clerk = await house.enter('legal-office', 'bureau');
  const [own, stranger] = [await house.enter('liaison', 'unit-1'), await house.enter('liaison', 'unit-2')];
  const inspection = await announced(house, clerk, '要点落实情况');
  const path = `/api/matters/${inspection}/documents/notice.docx`;
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
