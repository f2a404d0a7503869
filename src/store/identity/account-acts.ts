import type { Sql, Transaction } from '../connection.ts';
import { clearFailures, findAccount, removePassword } from './accounts.ts';
import { type Act, administered, concernsSelf } from './actor.ts';
import { writeAudit } from './audit.ts';
import { refused } from './refused.ts';
import { endSessionsOf } from './sessions.ts';
import { removeTotp } from './totp.ts';

/** Lets an account that was locked after failures sign in again at once. */
export async function unlockAccount(sql: Sql, act: Act, person: string): Promise<void> {
  await onAccount(sql, act, person, 'accounts.unlock', (transaction, key) => clearFailures(transaction, key));
}

/** Takes the password away and ends all sessions; the person comes back by a link and sets a new one. */
export async function resetPassword(sql: Sql, act: Act, person: string): Promise<void> {
  await onAccount(sql, act, person, 'accounts.resetPassword', async (transaction, key) => {
    await removePassword(transaction, key);
    await endSessionsOf(transaction, key, act.now);
  });
}

/** Ends whatever sessions the person has; he may sign in again. */
export async function endSessionsNow(sql: Sql, act: Act, person: string): Promise<void> {
  await onAccount(sql, act, person, 'accounts.endSessions', async (transaction, key) => {
    await endSessionsOf(transaction, key, act.now);
  });
}

/** Forgets an administrator's authenticator and ends all sessions; the next sign-in sets up another. */
export async function resetSecondFactor(sql: Sql, act: Act, person: string): Promise<void> {
  await onAccount(sql, act, person, 'accounts.resetSecondFactor', async (transaction, key) => {
    await removeTotp(transaction, key);
    await endSessionsOf(transaction, key, act.now);
  });
}

async function onAccount(
  sql: Sql,
  act: Act,
  person: string,
  name: string,
  work: (transaction: Transaction, key: { region: string; person: string }) => Promise<void>,
): Promise<void> {
  const key = { region: act.region, person };
  if (concernsSelf(act, person)) {
    throw refused('forbidden', 'identity.self', '不能办理自己账户的事项，请由另一位安全管理员办理。');
  }
  await sql.begin(async (transaction) => {
    if (!(await findAccount(transaction, key))) {
      throw refused('not-found', 'identity.account', '此人没有账户。', 'person');
    }
    await work(transaction, key);
    await writeAudit(transaction, administered(act, `${name} person=${person}`));
  });
}
