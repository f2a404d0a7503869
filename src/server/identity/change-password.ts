import { chargeAttempt, findAccount, setPassword } from '../../store/identity/accounts.ts';
import { writeAudit } from '../../store/identity/audit.ts';
import { voidLinks } from '../../store/identity/links.ts';
import { endSessionsOf } from '../../store/identity/sessions.ts';
import { refuse } from '../http/problem.ts';
import type { Desk } from './desk.ts';
import { hashPassword, PASSWORD_HISTORY, passwordFits, passwordProblem, usedBefore } from './passwords.ts';
import type { Present } from './sessions.ts';
import { type Entered, enter, lockout, recordFailure } from './sign-in.ts';

/**
 * Sets a new password. The present one is asked for wherever there is one. All sessions of the person end and his
 * unused links are void: whoever changes it because somebody else got in shuts every door. The session that asked goes on
 * under a new token.
 */
export async function changePassword(
  desk: Desk,
  present: Present,
  given: { readonly current?: string; readonly next: string },
  now: string,
): Promise<Entered> {
  const { sql, region } = desk;
  const { person, post, secondFactor } = present.row;
  if (present.stage !== 'open') refuse('forbidden', 'identity.second-factor', '请先输入动态口令。');
  const account = (await findAccount(sql, { region, person }))!;
  if (account.passwordHash !== null) {
    const charge = await chargeAttempt(sql, { region, person }, now, lockout);
    if (!(await passwordFits(given.current ?? '', charge.allowed ? account.passwordHash : null))) {
      await recordFailure(desk, { person, detail: 'change-password', locks: charge.locks }, now);
      wrong('current', '现在的密码不正确。');
    }
  }
  const problem = passwordProblem(given.next, account.login);
  if (problem) wrong('next', problem);
  const known = [...(account.passwordHash ? [account.passwordHash] : []), ...account.passwordHistory];
  if (await usedBefore(given.next, known)) wrong('next', `不能使用最近${PASSWORD_HISTORY}次用过的密码。`);
  const hash = await hashPassword(given.next);
  return sql.begin(async (transaction) => {
    const history = known.slice(0, PASSWORD_HISTORY);
    await setPassword(transaction, { region, person, hash, history, at: now });
    await endSessionsOf(transaction, { region, person }, now);
    await voidLinks(transaction, { region, person }, now);
    await writeAudit(transaction, { region, at: now, person, post, kind: 'password-changed', detail: '' });
    return enter(transaction, region, { person, post, secondFactor, by: 'new-password' }, now);
  });
}

function wrong(path: 'current' | 'next', message: string): never {
  return refuse('invalid', 'identity.password', message, [{ path, message }]);
}
