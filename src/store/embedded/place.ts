import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, canWrite } from './account.ts';
import { codeOf, EmbeddedDatabaseError } from './faults.ts';

/** Where root keeps the data when the server's account cannot reach the home. */
const SYSTEM_DIRECTORY = '/var/lib/fazhi';

/** The directories of one home. Everything lies under `home` unless the server's account cannot reach it. */
export interface Place {
  readonly home: string;
  /** Settings, passwords and lock of the cluster: ours alone. */
  readonly control: string;
  /** One file for each process that uses the server. */
  readonly users: string;
  /** Parent of `data` and `log`; owned by the server's account. */
  readonly server: string;
  readonly data: string;
  readonly log: string;
  /** Where the runtime is copied when it cannot be used from node_modules. */
  readonly runtimes: string;
}

/**
 * Makes the directories of a home and decides where the server's data lies. For root with a home the server's
 * account cannot reach (a clone under /root): /var/lib/fazhi/<hash of home>, with a pointer left in the home.
 */
export function preparePlace(
  homePath: string,
  account: Account | undefined,
  onProgress: (text: string) => void,
): Place {
  const home = resolve(homePath);
  const control = join(home, 'pg');
  makeDirectory(home, 0o711);
  makeDirectory(control, 0o711, keeperOf(home));
  makeDirectory(join(control, 'users'), 0o700, keeperOf(home));

  const beside = join(control, 'server');
  makeDirectory(beside, 0o700, account);
  if (canWrite(account, beside)) return layout(home, control, beside, join(control, 'runtime'));

  if (!account) {
    throw new EmbeddedDatabaseError(
      `没有写入 ${beside} 的权限。请检查目录的属主，或用 FAZHI_HOME 另指定数据目录。`,
    );
  }
  const elsewhere = join(SYSTEM_DIRECTORY, createHash('sha256').update(home).digest('hex').slice(0, 16));
  makeDirectory(SYSTEM_DIRECTORY, 0o711);
  makeDirectory(elsewhere, 0o711);
  const server = join(elsewhere, 'server');
  makeDirectory(server, 0o700, account);
  if (!canWrite(account, server)) {
    throw new EmbeddedDatabaseError(
      `账户 ${account.name} 无法写入 ${server}。请检查目录权限，或用 FAZHI_HOME 另指定数据目录。`,
    );
  }
  const pointer = join(home, '数据位置.txt');
  if (!existsSync(pointer))
    onProgress(`账户 ${account.name} 无法进入 ${home}，数据库文件改放在 ${elsewhere}`);
  writeFileSync(pointer, `数据库文件不在本目录，在：${elsewhere}\n`);
  return layout(home, control, server, join(SYSTEM_DIRECTORY, 'runtime'));
}

function layout(home: string, control: string, server: string, runtimes: string): Place {
  const [users, data, log] = [join(control, 'users'), join(server, 'data'), join(server, 'log')];
  return { home, control, users, server, data, log, runtimes };
}

/** For root: the owner of the home, to whom all we write there is given. Others own what they write. */
export function keeperOf(home: string): Pick<Account, 'uid' | 'gid'> | undefined {
  return process.getuid?.() === 0 ? statSync(home) : undefined;
}

/** Makes a directory with this mode; the mode and owner of one that exists and is ours are put right. */
export function makeDirectory(directory: string, mode: number, owner?: Pick<Account, 'uid' | 'gid'>): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `无法建立目录 ${directory}（${codeOf(error)}）。请检查上级目录的权限，或用 FAZHI_HOME 另指定数据目录。`,
      { cause: error },
    );
  }
  try {
    if (owner) chownSync(directory, owner.uid, owner.gid);
    chmodSync(directory, mode);
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `目录 ${directory} 属于其他账户，不能使用（${codeOf(error)}）。请以建立它的账户运行，或用 FAZHI_HOME 另指定数据目录。`,
      { cause: error },
    );
  }
}
