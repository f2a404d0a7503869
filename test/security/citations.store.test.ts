import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterView } from '../../src/client/contract/matters.ts';
import { readDocument } from '../../src/reports/reading/index.ts';
import { type House, openHouse } from './house.ts';
import { announced } from './inspection.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('[P18] makes a document with a citation nobody has read only for whoever says he checked it, and records that', async () => {
  const clerk = await house.enter('legal-office', 'bureau');
  const inspection = await announced(house, clerk, '《试验区某规定》第三条的落实情况');
  const documents = `/api/matters/${inspection}/documents/notice`;
  const told = await house.call(clerk, 'GET', `${documents}/citations`);
  expect(await told.json()).toEqual({ unread: expect.arrayContaining(['《试验区某规定》第三条']) });

  const refused = await house.call(clerk, 'GET', `${documents}.docx`);
  const problem = (await refused.json()) as { rule: string; detail: string };
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(problem).toMatchObject({ rule: 'kernel.P18' });
  expect(problem.detail).toContain('《试验区某规定》第三条');

  const made = await house.call(clerk, 'GET', `${documents}.docx?checked=1`);
  expect(made.status).toBe(200);
  const bytes = new Uint8Array(await made.arrayBuffer());
  const { text } = await readDocument({ name: 'notice.docx', bytes });
  expect(text).toContain('《试验区某规定》第三条');
  expect(text).not.toContain('核实');
  const [audited] = await house.database.admin<{ detail: string }[]>`
    select detail from audit where kind = 'document' order by at desc limit 1`;
  expect(audited!.detail).toContain('已核对引用：');
  expect(audited!.detail).toContain('《试验区某规定》第三条');

  const view = (await (await house.call(clerk, 'GET', `/api/matters/${inspection}`)).json()) as MatterView;
  expect(view.checked).toEqual([
    {
      at: expect.any(String),
      document: '督察通知书',
      person: expect.any(String),
      postName: expect.any(String),
      citations: audited!.detail.split('已核对引用：')[1],
    },
  ]);

  const stranger = await house.enter('liaison', 'unit-2');
  expect((await house.call(stranger, 'GET', `${documents}/citations`)).status).toBe(404);
});
