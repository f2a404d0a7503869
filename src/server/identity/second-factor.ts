import { chargeAttempt, clearFailures, findAccount } from '../../store/identity/accounts.ts';
import { writeAudit } from '../../store/identity/audit.ts';
import { endSession } from '../../store/identity/sessions.ts';
import { acceptTotpStep, offerTotpSecret } from '../../store/identity/totp.ts';
import { refuse } from '../http/problem.ts';
import type { Desk } from './desk.ts';
import type { SecretBox } from './secret-box.ts';
import type { Present } from './sessions.ts';
import { type Entered, enter, lockout, recordFailure } from './sign-in.ts';
import { newTotpSecret, totpEnrolment, totpStep } from './totp.ts';

/**
 * The secret an administrator puts into his authenticator at the first sign-in. The same one is shown until it is
 * confirmed by a code, so that loading the page again does not spoil what was scanned.
 */
export async function startEnrolment(
  { sql, region, box }: Desk,
  present: Present,
): Promise<{ uri: string; secret: string }> {
  if (present.stage !== 'enrol') {
    refuse('not-allowed-now', 'identity.enrolled', '动态口令已经绑定；更换设备请联系安全管理员重置。');
  }
  const { person } = present.row;
  const account = (await findAccount(sql, { region, person }))!;
  const offered = account.totpSecret && opened(box, account.totpSecret, owner(region, person));
  // One that another key sealed was confirmed by nobody: another is offered in its place.
  if (offered) return totpEnrolment(offered, account.login);
  const secret = newTotpSecret();
  await offerTotpSecret(sql, { region, person }, box.seal(secret, owner(region, person)));
  return totpEnrolment(secret, account.login);
}

/** Takes the code of the second factor. The session goes on under a new token; the code never counts again. */
export async function confirmCode(desk: Desk, present: Present, code: string, now: string): Promise<Entered> {
  const { sql, region, box } = desk;
  if (present.stage === 'open') {
    refuse('not-allowed-now', 'identity.second-factor', '您已经登录，不需要再输入动态口令。');
  }
  const { person, post } = present.row;
  const account = (await findAccount(sql, { region, person }))!;
  const secret = account.totpSecret && opened(box, account.totpSecret, owner(region, person));
  if (account.totpSecret && !secret) refuse('not-allowed-now', 'identity.key', KEY_GONE);
  const charge = await chargeAttempt(sql, { region, person }, now, lockout);
  const step = secret && charge.allowed ? totpStep(secret, code.replace(/\s/g, ''), now) : undefined;
  const entered =
    step !== undefined &&
    (await sql.begin(async (transaction) => {
      if (!(await acceptTotpStep(transaction, { region, person }, step))) return undefined;
      if (!(await endSession(transaction, { region, tokenHash: present.tokenHash }, now))) return undefined;
      await clearFailures(transaction, { region, person });
      if (present.stage === 'enrol') {
        await writeAudit(transaction, { region, at: now, person, post, kind: 'totp-enrolled', detail: '' });
      }
      return enter(transaction, region, { person, post, by: 'second-factor', secondFactor: true }, now);
    }));
  if (entered) return entered;
  await recordFailure(desk, { person, detail: 'code', locks: charge.locks }, now);
  const message = `动态口令不正确或已经用过，请等下一个口令再试。连续${lockout.after}次不正确的，${lockout.minutes}分钟内不能再登录。`;
  return refuse('forbidden', 'identity.code', message, [{ path: 'code', message }]);
}

/** Said where a restored database meets the key of another installation. */
const KEY_GONE =
  '动态口令现在不能核对：本系统的密钥文件（identity-key）不是绑定时的那一个。请服务器操作员放回原密钥文件并重新启动，或者用 fazhi account reset-second-factor 解除绑定后重新绑定。';

/** The secret, or undefined where it was sealed with another key or for somebody else. */
function opened(box: SecretBox, sealed: Uint8Array, whose: string): Uint8Array | undefined {
  try {
    return box.open(sealed, whose);
  } catch {
    return undefined;
  }
}

/** A sealed secret belongs to one person in one region. */
function owner(region: string, person: string): string {
  return `totp ${region} ${person}`;
}
