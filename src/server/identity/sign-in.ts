import { legalDateOf } from '../../kernel/dates.ts';
import type { Queries } from '../../store/connection.ts';
import {
  chargeAttempt,
  clearFailures,
  findAccount,
  type Lockout,
  refundAttempt,
} from '../../store/identity/accounts.ts';
import { writeAudit } from '../../store/identity/audit.ts';
import { consumeLink, findLink, type LinkOwner } from '../../store/identity/links.ts';
import { deleteOldSessions, findSession, insertSession, postsHeldOn } from '../../store/identity/sessions.ts';
import { refuse } from '../http/problem.ts';
import type { Desk } from './desk.ts';
import { passwordFits } from './passwords.ts';
import { mustChangePassword, sessionLimits, stageOf } from './stage.ts';
import { hashToken, isToken, newToken } from './tokens.ts';

/** GB/T 22239-2019 8.1.4.1 b asks for a lockout after repeated failures. */
export const lockout: Lockout = { after: 5, minutes: 15 };

/** What somebody who got past one door meets next. */
export type Next = 'open' | 'enrol' | 'code' | 'password';

/** A session was made; the token goes into the cookie and nowhere else. */
export interface Entered {
  readonly token: string;
  readonly next: Next;
}

/** One sentence for whatever was wrong, so that it tells nothing about which logins exist or are locked. */
const NOT_RIGHT = `登录名或密码不正确。连续${lockout.after}次不正确的，${lockout.minutes}分钟内不能再登录；忘记密码请联系安全管理员。`;

/** Logins are compared in one spelling. */
export function normalLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

/** Signs in with login and password. Throws a refusal that is the same for every reason. */
export async function signIn(
  desk: Desk,
  given: { readonly login: string; readonly password: string },
  address: string,
  now: string,
): Promise<Entered> {
  slowDown(desk, address, now);
  const { sql, region } = desk;
  const account = await findAccount(sql, { region, login: normalLogin(given.login) });
  const person = account?.person ?? null;
  const charge = await chargeAttempt(sql, { region, person: person ?? '' }, now, lockout);
  const open = account?.usable === true && charge.allowed;
  const fits = await passwordFits(given.password, open ? account.passwordHash : null);
  if (!account || !fits) {
    await recordFailure(desk, { person, detail: 'password', locks: charge.locks }, now);
    refuse('forbidden', 'identity.sign-in', NOT_RIGHT);
  }
  const entered = await enter(sql, region, { person: account.person, by: 'password' }, now);
  const settle = entered.next === 'code' ? refundAttempt : clearFailures;
  await settle(sql, { region, person: account.person });
  return entered;
}

/** Whose sign-in link this is; undefined for one that is unknown, used or too old. */
export async function ownerOfLink(desk: Desk, token: string, now: string): Promise<LinkOwner | undefined> {
  if (!isToken(token)) return undefined;
  return findLink(desk.sql, { region: desk.region, tokenHash: hashToken(token) }, now);
}

/** Signs in with a one-time link, which is used up by it. */
export async function useLink(desk: Desk, token: string, address: string, now: string): Promise<Entered> {
  slowDown(desk, address, now);
  const { sql, region } = desk;
  const tokenHash = hashToken(token);
  const entered = await sql.begin(async (transaction) => {
    const owner = isToken(token) ? await findLink(transaction, { region, tokenHash }, now) : undefined;
    if (!owner || !(await consumeLink(transaction, { region, tokenHash }, now))) return undefined;
    return enter(transaction, region, { person: owner.person, by: 'link' }, now);
  });
  if (entered) return entered;
  await recordFailure(desk, { person: null, detail: 'link', locks: false }, now);
  return refuse(
    'forbidden',
    'identity.link',
    '登录链接无效、已使用或已过期。每个链接只能使用一次，请联系安全管理员重新发放。',
  );
}

export async function recordFailure(
  { sql, region }: Desk,
  failure: { readonly person: string | null; readonly detail: string; readonly locks: boolean },
  now: string,
): Promise<void> {
  const line = { region, at: now, person: failure.person, post: null, detail: failure.detail };
  await writeAudit(
    sql,
    { ...line, kind: 'sign-in-failed' },
    ...(failure.locks ? [{ ...line, kind: 'locked' }] : []),
  );
}

function slowDown(desk: Desk, address: string, now: string): void {
  if (!desk.limit.take(address, now)) {
    refuse('not-allowed-now', 'identity.rate', '从这个网络地址登录过于频繁，请过几分钟再试。');
  }
}

/** Makes a session for somebody who has shown who he is. */
export async function enter(
  sql: Queries,
  region: string,
  who: {
    readonly person: string;
    readonly by: 'password' | 'link' | 'second-factor' | 'new-password';
    readonly secondFactor?: boolean;
    /** The post to go on in. */
    readonly post?: string;
  },
  now: string,
): Promise<Entered> {
  const { person } = who;
  const on = legalDateOf(now);
  const posts = await postsHeldOn(sql, { region, person, on });
  const post = posts.find(({ id }) => id === who.post) ?? posts[0];
  if (!post) refuse('forbidden', 'identity.no-post', '您目前没有担任任何岗位，请联系安全管理员。');
  const token = newToken();
  const tokenHash = hashToken(token);
  const expiresAt = new Date(Date.parse(now) + sessionLimits.hours * 3_600_000).toISOString();
  const secondFactor = who.secondFactor ?? false;
  await deleteOldSessions(sql, region, monthBefore(now));
  await insertSession(sql, {
    region,
    tokenHash,
    person,
    post: post.id,
    secondFactor,
    createdAt: now,
    expiresAt,
  });
  const row = (await findSession(sql, { region, tokenHash, on }))!;
  const stage = stageOf(row, now) as Exclude<ReturnType<typeof stageOf>, 'over'>;
  const kind = stage === 'open' ? 'signed-in' : 'first-factor';
  await writeAudit(sql, { region, at: now, person, post: post.id, kind, detail: who.by });
  return { token, next: stage === 'open' && mustChangePassword(row, now) ? 'password' : stage };
}

/** Ended sessions are kept for a month, to answer questions; the audit is kept for good. */
function monthBefore(now: string): string {
  return new Date(Date.parse(now) - 30 * 86_400_000).toISOString();
}
