import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { lawBook } from '../../law/index.ts';
import { applied, decided, REGION, tinyWorld } from '../../store/sealing/test-support.ts';
import { systems } from '../../systems/index.ts';
import { forgetCommand } from './forget.ts';
import type { OpenLedger } from './on-ledger.ts';

let database: TestDatabase;
let open: OpenLedger;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql, admin } = database;
  const steps = tinyWorld(sql);
  const matter = await applied(steps, { on: '2010-01-05' });
  await decided(steps, matter, { on: '2010-01-20' });
  open = async () => ({ sql, admin, region: REGION, steps, close: async () => {} });
});
afterAll(() => database.drop());

async function run(...args: string[]): Promise<{ out: string; code: number }> {
  const written: string[] = [];
  const keep = (text: unknown) => written.push(String(text)) > 0;
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
  ];
  try {
    process.exitCode = 0;
    await forgetCommand(open).parseAsync(args, { from: 'user' });
    return { out: written.join(''), code: Number(process.exitCode) };
  } finally {
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
}

describe('fazhi forget', () => {
  it('says what would go, does it, and then has nothing left to do', async () => {
    const planned = await run('--before', '2015-01-01', '--dry-run');
    expect(planned).toMatchObject({ code: 0, out: expect.stringContaining('将销毁1个办件的个人信息2项') });
    expect(planned.out).toContain('保存10年');
    expect((await run('--before', '2010-01-20')).out).toContain('没有保存期满');
    expect((await run('--before', '2015-01-01', '--procedure', 'permit')).out).toContain('已销毁1个办件');
    expect((await run('--before', '2015-01-01')).out).toContain('没有保存期满');
  });

  it.each([
    [['--before', '2015-02-30'], '日期“2015-02-30”不对'],
    [['--before', '2015-01-01', '--procedure', 'nothing'], '没有办件类别nothing'],
    [['--before', '2015-01-01', '--procedure', 'alert'], '没有规定个人信息的保存期限'],
  ])('refuses %j', async (args, said) => {
    expect(await run(...args)).toMatchObject({ code: 1, out: expect.stringContaining(said) });
  });

  it('periods that the product declares stand on provisions of its law', () => {
    const declared = systems.registry.procedures.flatMap(({ declaration: { id, retention } }) =>
      retention ? [{ id, retention }] : [],
    );
    expect(declared.map(({ id }) => id).sort()).toEqual(['licence', 'penalty']);
    for (const { retention } of declared) {
      expect(retention.years).toBeGreaterThanOrEqual(10);
      expect(lawBook.get(retention.basis.provision!).law).toBe(retention.basis.law);
    }
  });
});
