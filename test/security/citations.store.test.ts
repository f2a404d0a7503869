import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocument } from '../../src/reports/reading/index.ts';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('[P18] makes a document with a citation nobody has read only for whoever says he checked it, and records that', async () => {
  const clerk = await house.enter('legal-office', 'bureau');
  const opened = await house.call(clerk, 'POST', '/api/procedures/inspection-round/open', {
    request: 'citations-1',
    input: {
      name: '年中督察',
      year: 2024,
      way: 'on-site',
      scope: '《试验区某规定》第三条的落实情况',
      from: '2024-10-14',
      selfCheckBy: '2024-10-10',
      units: [{ unit: 'unit-1' }],
    },
  });
  const { matter: round } = (await opened.json()) as { matter: string };
  const view = (await (await house.call(clerk, 'GET', `/api/matters/${round}`)).json()) as {
    children: { matter: string }[];
  };
  const documents = `/api/matters/${view.children[0]!.matter}/documents/notice`;
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

  const stranger = await house.enter('liaison', 'unit-2');
  expect((await house.call(stranger, 'GET', `${documents}/citations`)).status).toBe(404);
});
