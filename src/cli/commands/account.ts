import { Command, Option } from 'commander';
import { legalDateOf } from '../../kernel/dates.ts';
import { type PostKindId, postKinds } from '../../kernel/identity/posts.ts';
import { issueLinks } from '../../server/identity/issue-links.ts';
import { normalLogin } from '../../server/identity/sign-in.ts';
import type { Sql } from '../../store/connection.ts';
import { resetPassword, resetSecondFactor, unlockAccount } from '../../store/identity/account-acts.ts';
import type { Act } from '../../store/identity/actor.ts';
import { grantHolding } from '../../store/identity/holdings.ts';
import { createPost, createUnit, listPosts } from '../../store/identity/organisation.ts';
import { createPerson } from '../../store/identity/person.ts';
import { servedAt } from '../served-at.ts';
import { addressed, personOf } from './links.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type OpenLedger, onLedger } from './on-ledger.ts';

/** `fazhi account …`: what must be possible before anybody can sign in, or when nobody can any more. */
export function accountCommand(open: OpenLedger): Command {
  return new Command('account')
    .description('账户：建立管理员、解锁、作废密码、解除动态口令（均记入审计）')
    .addCommand(createCommand(open))
    .addCommand(
      repairCommand(open, 'unlock', '解除因多次密码不正确的锁定', async ({ sql, act, person }) => {
        await unlockAccount(sql, act, person);
        return '已解除锁定。';
      }),
    )
    .addCommand(
      repairCommand(open, 'reset', '作废密码，发放一次性登录链接', async ({ sql, act, person, base }) => {
        await resetPassword(sql, act, person);
        return `原密码已作废，登录后先设置新密码：${await linkFor(sql, act, person, base)}`;
      }),
    )
    .addCommand(
      repairCommand(open, 'reset-second-factor', '解除动态口令的绑定', async ({ sql, act, person }) => {
        await resetSecondFactor(sql, act, person);
        return '已解除绑定，下次登录时重新绑定。';
      }),
    );
}

const administrators = {
  system: 'system-administrator',
  security: 'security-administrator',
  audit: 'audit-administrator',
} as const satisfies Record<string, PostKindId>;

interface CreateOptions extends DatabaseOptions {
  readonly kind: keyof typeof administrators;
  readonly name: string;
  readonly login: string;
  readonly unit: string;
  readonly unitName?: string;
  readonly base?: string;
}

function createCommand(open: OpenLedger): Command {
  return databaseCommand('create', '建立管理员账户，取得一次性登录链接')
    .addOption(
      new Option('--kind <类别>', 'system 系统、security 安全、audit 审计')
        .choices(Object.keys(administrators))
        .makeOptionMandatory(),
    )
    .requiredOption('--name <姓名>', '姓名')
    .requiredOption('--login <登录名>', '登录名')
    .requiredOption('--unit <代码>', '单位代码')
    .option('--unit-name <名称>', '单位尚未建立的，一并建立')
    .option('--base <地址>', '系统的访问地址（默认为本机服务的地址）')
    .action((options: CreateOptions) =>
      onLedger(
        open,
        options,
        async ({ sql, region }) => createAdministrator(sql, operator(region), options),
        ({ url }) => `已建立${postKinds[administrators[options.kind]].name}，请把登录链接交给本人：${url}`,
      ),
    );
}

async function createAdministrator(
  sql: Sql,
  act: Act,
  options: CreateOptions,
): Promise<{ person: string; url: string }> {
  const kind = administrators[options.kind];
  const { unit, unitName, name } = options;
  const today = legalDateOf(act.now);
  if (unitName !== undefined) {
    await createUnit(sql, act, {
      code: unit,
      name: unitName,
      shortName: unitName,
      class: '综合部门',
      from: today,
    });
  }
  const person = await createPerson(sql, act, { name, unit, login: normalLogin(options.login) });
  const posts = await listPosts(sql, { region: act.region, on: today, unit });
  const post =
    posts.find((existing) => existing.kind === kind)?.id ??
    (await createPost(sql, act, { unit, kind, name: postKinds[kind].name }));
  await grantHolding(sql, act, { person, post, from: today, acting: false });
  return { person, url: await linkFor(sql, act, person, servedAt(options)) };
}

interface Repair {
  readonly sql: Sql;
  readonly act: Act;
  readonly person: string;
  readonly base: string;
}

function repairCommand(
  open: OpenLedger,
  name: string,
  description: string,
  repair: (given: Repair) => Promise<string>,
): Command {
  return databaseCommand(name, description)
    .argument('<login>', '登录名')
    .option('--base <地址>', '系统的访问地址（默认为本机服务的地址）')
    .action((login: string, options: DatabaseOptions & { readonly base?: string }) =>
      onLedger(
        open,
        options,
        async ({ sql, region }) => {
          const person = await personOf(sql, region, login);
          return {
            person,
            message: await repair({ sql, act: operator(region), person, base: servedAt(options) }),
          };
        },
        ({ message }) => message,
      ),
    );
}

/** Whoever may run commands on the server's data. */
function operator(region: string): Act {
  return { region, by: 'operator', now: new Date().toISOString() };
}

async function linkFor(sql: Sql, { region, now }: Act, person: string, base: string): Promise<string> {
  const [link] = await issueLinks(sql, { region, people: [person] }, now);
  return addressed(link!, base).url;
}
