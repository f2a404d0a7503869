import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { EmbeddedDatabaseError } from './faults.ts';

/** The account of the operating system under which PostgreSQL runs. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const PREFERRED = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root. For root: the account to drop to, which is the owner of the home where an
 * ordinary account made it. Otherwise undefined (run as ourselves).
 */
export function serverAccount(home: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const made = statSync(home, { throwIfNoEntry: false });
  if (made && made.uid !== 0) return { name: String(made.uid), uid: made.uid, gid: made.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map(parseAccount);
  const found = PREFERRED.map((name) => accounts.find((account) => account?.name === name)).find(Boolean);
  if (!found) {
    throw new EmbeddedDatabaseError(
      '以 root 运行时，数据库须以 postgres 或 nobody 账户启动，但系统中没有这两个账户。请新建 postgres 账户（useradd -r postgres），或改用普通账户运行。',
    );
  }
  return found;
}

/** One line of /etc/passwd: name:password:uid:gid:… */
function parseAccount(line: string): Account | undefined {
  const [name, , uid, gid] = line.split(':');
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Spawn options that run a program as `account`; nothing of our environment but the path reaches it. */
export function runAs(account: Account | undefined): {
  readonly uid?: number;
  readonly gid?: number;
  readonly env: NodeJS.ProcessEnv;
} {
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  return account ? { uid: account.uid, gid: account.gid, env } : { env };
}

/** Tries, as the account itself, whether a directory can be entered and written: modes, ACLs and mounts all count. */
export function canWrite(account: Account | undefined, directory: string): boolean {
  const script = 'cd "$1" 2>/dev/null && test -w .';
  return (
    spawnSync('/bin/sh', ['-c', script, 'sh', directory], { ...runAs(account), cwd: '/', stdio: 'ignore' })
      .status === 0
  );
}
