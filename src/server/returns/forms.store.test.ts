import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form, type Offices, openOffices } from './collected.testing.ts';
import { item } from './offices.testing.ts';

let offices: Offices;
let keepForm: Offices['keepForm'];
let open: Offices['open'];

beforeAll(async () => {
  offices = await openOffices();
  ({ keepForm, open } = offices);
});
afterAll(() => offices?.close());

describe('a form', () => {
  it('cannot take a code of another form, name unknown items, or be saved over somebody', async () => {
    const of = { ...form, code: 'X', name: '另一表', items: [item('M001'), item('X1', { sum: 'X9+M001' })] };
    await expect(keepForm(of)).rejects.toMatchObject({
      refusal: { fields: [{ path: 'items.0.code' }, { path: 'items.1.sum' }] },
    });
    await expect(keepForm(form)).rejects.toMatchObject({ refusal: { kind: 'stale' } });
  });
  it('[P12] of two forms that take one code at once, one is saved; a code stays with its form after the item is gone', async () => {
    const of = (code: string, ...codes: string[]) => ({
      ...form,
      code,
      name: `报表${code}`,
      items: codes.map((each) => item(each)),
    });
    const both = await Promise.allSettled([
      keepForm(of('P', 'P1', 'SAME', 'P2')),
      keepForm(of('Q', 'Q1', 'SAME', 'Q2')),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ refusal: { fields: [{ path: 'items.1.code' }] } });
    const [winner, other] = both[0]!.status === 'fulfilled' ? ['P', 'Q'] : ['Q', 'P'];
    // What was refused claimed nothing of its own either.
    await keepForm(of(other!, `${other}1`, `${other}2`));
    await keepForm(of(winner!, `${winner}1`), 1);
    await expect(keepForm(of('R', 'SAME'))).rejects.toMatchObject({
      refusal: { fields: [{ path: 'items.0.code', message: '编码SAME已用于其他报表，请更换' }] },
    });
    await keepForm(of(winner!, `${winner}1`, 'SAME'), 2);
  });
  it('a period is asked for once', async () => {
    await open('2025-05');
    await expect(open('2025-05')).rejects.toMatchObject({ refusal: { rule: 'kernel.P12' } });
  });
});
