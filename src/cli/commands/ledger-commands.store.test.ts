import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { tamper } from '../../../test/support/tamper.ts';
import type { CompiledList } from '../../lists/compile.ts';
import { applied, REGION, tinyWorld } from '../../store/sealing/test-support.ts';
import type { Ledger, OpenLedger } from './on-ledger.ts';
import { rebuildCommand } from './rebuild.ts';
import { sealCommand } from './seal.ts';
import { verifyCommand } from './verify.ts';

let database: TestDatabase;
let open: OpenLedger<Ledger & { world: { systems: { lists: readonly CompiledList[] } } }>;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql, admin } = database;
  const steps = tinyWorld(sql);
  for (let i = 0; i < 3; i++) await applied(steps, { on: '2024-01-05' });
  const world = { systems: { lists: [] } };
  open = async () => ({ sql, admin, region: REGION, steps, world, close: async () => {} });
});
afterAll(() => database.drop());

/** Runs a command as from the shell: what it prints and how it exits. */
async function run(
  command: (ledger: typeof open) => Command,
  ...args: string[]
): Promise<{ out: string; code: number }> {
  const written: string[] = [];
  const write = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => written.push(String(text)) > 0);
  const silent = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    process.exitCode = 0;
    await command(open).parseAsync(args, { from: 'user' });
    return { out: written.join(''), code: Number(process.exitCode) };
  } finally {
    process.exitCode = 0;
    write.mockRestore();
    silent.mockRestore();
  }
}

describe('commands on the ledger', () => {
  it('seal, then verify and rebuild --compare, find all in order', async () => {
    expect(await run(sealCommand)).toMatchObject({ code: 0, out: expect.stringContaining('已封存3条留痕') });
    expect((await run(sealCommand)).out).toBe('没有待封存的留痕。\n');
    expect(await run(verifyCommand)).toMatchObject({
      code: 0,
      out: expect.stringContaining('台账完整：3条留痕'),
    });
    expect(await run(rebuildCommand, '--compare')).toMatchObject({
      code: 0,
      out: expect.stringContaining('完全一致'),
    });
  });

  it('say what differs and exit with 1; rebuild sets it right', async () => {
    await database.admin`update matter set title = '改'`;
    const compared = await run(rebuildCommand, '--compare');
    expect(compared).toMatchObject({ code: 1, out: expect.stringContaining('不一致（title）') });
    expect(await run(rebuildCommand)).toMatchObject({ code: 0, out: expect.stringContaining('重建3个办件') });
    expect((await run(rebuildCommand, '--compare')).code).toBe(0);
  });

  it('verify --json gives the report as one line, and exits with 1 for a changed ledger', async () => {
    await tamper(database.admin, `update event set person = 'p9' where region = '${REGION}'`);
    const { out, code } = await run(verifyCommand, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      defectCount: 3,
      defects: [{ kind: 'leaf-content' }, {}, {}],
    });
    expect((await run(verifyCommand)).out).toMatch(/台账有3处缺陷/);
    expect((await run(verifyCommand, '--anchors', '/nonexistent', '--json')).out).toContain('error');
  });
});
