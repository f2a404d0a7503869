import { legalDateOf } from '../../kernel/dates.ts';
import { fromHex, toHex } from '../../kernel/ledger/sm3.ts';
import type { Sql } from '../../store/connection.ts';
import { writeAudit } from '../../store/identity/audit.ts';
import {
  endSession,
  findSession,
  postsHeldOn,
  type SessionRow,
  setSessionPost,
  touchSession,
} from '../../store/identity/sessions.ts';
import type { Session } from '../session.ts';
import { tokenOf } from './cookie.ts';
import { mustChangePassword, type Stage, stageOf } from './stage.ts';
import { hashToken } from './tokens.ts';

/** A session as stored, with where it stands now. */
export interface Present {
  readonly tokenHash: Uint8Array;
  readonly row: SessionRow;
  readonly stage: Exclude<Stage, 'over'>;
}

/** The time a session was last used is written at most this often. */
const TOUCH_SECONDS = 60;

/** The session a request belongs to, whether or not its second factor is in. One that ran out is ended. */
export async function presentSession(
  sql: Sql,
  region: string,
  request: Request,
  now: string,
): Promise<Present | undefined> {
  const token = tokenOf(request);
  if (token === undefined) return undefined;
  const tokenHash = hashToken(token);
  const row = await findSession(sql, { region, tokenHash, on: legalDateOf(now) });
  if (!row) return undefined;
  const stage = stageOf(row, now);
  if (stage === 'over') {
    if (await endSession(sql, { region, tokenHash }, now)) {
      await writeAudit(sql, {
        region,
        at: now,
        person: row.person,
        post: row.post,
        kind: 'session-ended',
        detail: 'time or post ran out',
      });
    }
    return undefined;
  }
  if (Date.parse(now) - Date.parse(row.seenAt) >= TOUCH_SECONDS * 1000) {
    await touchSession(sql, { region, tokenHash }, now);
  }
  return { tokenHash, row, stage };
}

/** The session as the rest of the server knows it. */
export function sessionOf(region: string, { tokenHash, row }: Present, now: string): Session {
  return {
    id: toHex(tokenHash),
    region,
    person: { id: row.person, name: row.name },
    posts: row.posts,
    acting: row.posts.find((post) => post.id === row.post)!,
    mustChangePassword: mustChangePassword(row, now),
  };
}

/** Stands a session in another post. The holdings are read again: one may have ended since the session was read. */
export async function switchPost(
  sql: Sql,
  session: Session,
  post: string,
  now: string,
): Promise<Session | undefined> {
  const { region, person } = session;
  const posts = await postsHeldOn(sql, { region, person: person.id, on: legalDateOf(now) });
  const acting = posts.find((held) => held.id === post);
  if (!acting) return undefined;
  const switched = await sql.begin(async (transaction) => {
    const done = await setSessionPost(transaction, { region, tokenHash: fromHex(session.id) }, post);
    if (done) {
      await writeAudit(transaction, {
        region,
        at: now,
        person: person.id,
        post,
        kind: 'post-switched',
        detail: `from ${session.acting.id}`,
      });
    }
    return done;
  });
  return switched ? { ...session, posts, acting } : undefined;
}
