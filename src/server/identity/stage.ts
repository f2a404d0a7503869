import { postKinds } from '../../kernel/identity/posts.ts';
import type { HeldPostRow, SessionRow } from '../../store/identity/sessions.ts';

/** Limits of sessions (GB/T 22239-2019 8.1.4.1: a connection left idle ends by itself). */
export const sessionLimits = {
  idleMinutes: 30,
  hours: 12,
  /** To enter the code of the second factor. */
  secondFactorMinutes: 10,
  passwordDays: 90,
} as const;

/**
 * Where a session stands: `open` may work; `enrol` and `code` wait for the second factor of an administrator;
 * `over` is of no more use.
 */
export type Stage = 'open' | 'enrol' | 'code' | 'over';

const MINUTE_MS = 60_000;

/** Where a session stands at an instant. Decided anew at each request, so that what is revoked is gone at once. */
export function stageOf(session: SessionRow, now: string): Stage {
  const age = Date.parse(now) - Date.parse(session.createdAt);
  const idle = Date.parse(now) - Date.parse(session.seenAt);
  if (idle >= sessionLimits.idleMinutes * MINUTE_MS || session.expiresAt <= now) return 'over';
  if (!session.posts.some((post) => post.id === session.post)) return 'over';
  if (session.secondFactor || !needsSecondFactor(session.posts)) return 'open';
  if (age >= sessionLimits.secondFactorMinutes * MINUTE_MS) return 'over';
  return session.totpEnrolled ? 'code' : 'enrol';
}

/** Administrators sign in with two factors (GB/T 22239-2019 8.1.4.1 d). */
function needsSecondFactor(posts: readonly HeldPostRow[]): boolean {
  return posts.some((post) => 'administrator' in postKinds[post.kind]);
}

/** A password was given out, or is too old to be kept. */
export function mustChangePassword(session: SessionRow, now: string): boolean {
  if (session.mustChange) return true;
  if (session.passwordSetAt === null) return false;
  const age = Date.parse(now) - Date.parse(session.passwordSetAt);
  return age > sessionLimits.passwordDays * 24 * 60 * MINUTE_MS;
}
