import type { Command } from 'commander';
import { guides } from '../../demo/zone.ts';
import { type IssuedLink, issueLinks, LINK_HOURS } from '../../server/identity/issue-links.ts';
import { normalLogin } from '../../server/identity/sign-in.ts';
import type { Sql } from '../../store/connection.ts';
import { findAccount } from '../../store/identity/accounts.ts';
import { servedAt } from '../served-at.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type OpenLedger, onLedger } from './on-ledger.ts';

interface LinksOptions extends DatabaseOptions {
  readonly base?: string;
}

/** `fazhi links [LOGIN…]`: new one-time sign-in links; those given out before and not used become void. */
export function linksCommand(open: OpenLedger): Command {
  return databaseCommand('links', `发放一次性登录链接（${LINK_HOURS}小时内有效，各用一次）`)
    .argument('[logins...]', '登录名；不写的为各演示账户')
    .option('--base <地址>', '系统的访问地址（默认为本机服务的地址）')
    .action((logins: string[], options: LinksOptions) =>
      onLedger(
        open,
        options,
        async ({ sql, region }) => {
          const people =
            logins.length > 0
              ? await Promise.all(logins.map((login) => personOf(sql, region, login)))
              : await demoPeople(sql, region);
          const issued = await issueLinks(sql, { region, people }, new Date().toISOString());
          return { links: issued.map((link) => addressed(link, servedAt(options))) };
        },
        ({ links }) => links.map(describeLink).join('\n'),
      ),
    );
}

/** The person whose login this is. */
export async function personOf(sql: Sql, region: string, login: string): Promise<string> {
  const account = await findAccount(sql, { region, login: normalLogin(login) });
  if (!account) throw new Error(`没有登录名为“${login}”的账户。`);
  if (!account.usable) throw new Error(`登录名为“${login}”的账户已停用。`);
  return account.person;
}

async function demoPeople(sql: Sql, region: string): Promise<string[]> {
  const wanted = guides.map(({ person }) => person);
  const found = await sql<{ person: string }[]>`
    select person from account where region = ${region} and person = any (${wanted})`;
  if (found.length === 0) throw new Error('本区域没有演示账户，请写明登录名：fazhi links 登录名');
  return wanted.filter((person) => found.some((row) => row.person === person));
}

export interface AddressedLink {
  readonly person: string;
  readonly role?: string;
  readonly url: string;
  readonly expiresAt: string;
}

export function addressed({ person, path, expiresAt }: IssuedLink, base: string): AddressedLink {
  const role = guides.find((guide) => guide.person === person)?.role;
  return { person, ...(role ? { role } : {}), url: `${base.replace(/\/$/, '')}${path}`, expiresAt };
}

function describeLink({ person, role, url }: AddressedLink): string {
  return `${role ?? person}：${url}`;
}
