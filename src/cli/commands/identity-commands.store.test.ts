import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Office, openOffice, REGION } from '../../server/identity/testing/office.ts';
import { accountCommand } from './account.ts';
import { linksCommand } from './links.ts';
import type { OpenLedger } from './on-ledger.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** Runs a command as the command line does; answers the exit code and the JSON it prints. */
async function run(...words: string[]) {
  const { sql, admin } = office.database;
  const open = (async () => ({ sql, admin, region: REGION, close: async () => {} })) as unknown as OpenLedger;
  const program = new Command().addCommand(linksCommand(open)).addCommand(accountCommand(open));
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  try {
    await program.parseAsync([...words, '--json'], { from: 'user' });
  } finally {
    write.mockRestore();
  }
  const code = process.exitCode ?? 0;
  process.exitCode = 0;
  return { code, answer: JSON.parse(printed.join('')) };
}

const create = (kind: string, login: string, ...more: string[]) =>
  run('account', 'create', '--kind', kind, '--name', '甲某', '--login', login, '--unit', 'hall', ...more);

/** Opens the page of a link that was printed. */
const open = (url: string) => office.app.request(new URL(url).pathname);

describe('fazhi account', () => {
  it('makes the first administrators of an empty region, each with a link of his own', async () => {
    const first = await create(
      'security',
      'First',
      '--unit-name',
      '综合处',
      '--base',
      'https://example.gov/',
    );
    expect(first.code).toBe(0);
    expect(first.answer.url).toMatch(/^https:\/\/example\.gov\/sign-in\/link\/[\w-]{43}$/);
    await create('security', 'second');
    await create('audit', 'third');
    const rows = await office.database.sql`
      select a.login, o.kind, o.id from holding h join post o on o.region = h.region and o.id = h.post
        join account a on a.region = h.region and a.person = h.person order by a.login`;
    expect(rows.map(({ login, kind }) => [login, kind])).toEqual([
      ['first', 'security-administrator'],
      ['second', 'security-administrator'],
      ['third', 'audit-administrator'],
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  it('says what is wrong and changes nothing', async () => {
    expect(await create('audit', 'first')).toMatchObject({
      code: 1,
      answer: { error: expect.stringContaining('登录名已有人使用') },
    });
    expect((await run('account', 'unlock', 'nobody')).answer.error).toContain('没有登录名为“nobody”的账户');
    const [{ people }] = await office.database.sql<[{ people: number }]>`
      select count(*)::int as people from person`;
    expect(people).toBe(3);
  });

  it('unlocks, voids a password, and forgets an authenticator; the audit says the operator did it', async () => {
    const { sql } = office.database;
    await sql`update account set failed = 5, locked_until = '2100-01-01', totp_secret = 'x', totp_enrolled = true,
                password_hash = 'x' where login = 'third'`;
    await run('account', 'unlock', 'THIRD');
    const reset = await run('account', 'reset', 'third');
    expect(reset.answer.message).toContain('/sign-in/link/');
    await run('account', 'reset-second-factor', 'third');
    const [account] = await sql`select * from account where login = 'third'`;
    expect(account).toMatchObject({
      failed: 0,
      locked_until: null,
      password_hash: null,
      totp_enrolled: false,
    });
    const details = await sql<{ detail: string }[]>`
      select detail from audit where kind = 'administered' and person is null`;
    expect(details.every(({ detail }) => detail.endsWith('by=operator'))).toBe(true);
    expect(details.length).toBeGreaterThanOrEqual(8);
  });
});

describe('fazhi links', () => {
  it('gives new links for logins, and voids those given before', async () => {
    const one = await run('links', 'first', 'second');
    expect(one.answer.links).toHaveLength(2);
    const again = await run('links', 'first');
    expect((await open(one.answer.links[0].url)).status).toBe(404);
    expect((await open(again.answer.links[0].url)).status).toBe(200);
  });

  it('needs logins where there is no demo', async () => {
    expect(await run('links')).toMatchObject({
      code: 1,
      answer: { error: expect.stringContaining('登录名') },
    });
  });
});
