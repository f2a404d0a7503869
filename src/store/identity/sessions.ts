import type { Instant, LegalDate } from '../../kernel/dates.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import type { Queries } from '../connection.ts';

/** A post as held on a day. */
export interface HeldPostRow {
  readonly id: string;
  readonly name: string;
  readonly kind: PostKindId;
  readonly unit: string;
  readonly unitName: string;
  readonly acting: boolean;
  readonly until: LegalDate | null;
}

/** A session that has not ended, with what decides whether it still counts. */
export interface SessionRow {
  readonly person: string;
  readonly name: string;
  readonly post: string;
  readonly secondFactor: boolean;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
  readonly mustChange: boolean;
  readonly passwordSetAt: Instant | null;
  readonly hasPassword: boolean;
  readonly totpEnrolled: boolean;
  readonly posts: readonly HeldPostRow[];
}

/** The session of a token with the posts of the day, in one statement. Ended ones and disabled accounts are not found. */
export async function findSession(
  sql: Queries,
  where: { readonly region: string; readonly tokenHash: Uint8Array; readonly on: LegalDate },
): Promise<SessionRow | undefined> {
  const [row] = await sql<SessionRow[]>`
    select s.person, p.name, s.post, s.second_factor as "secondFactor", s.created_at as "createdAt",
           s.seen_at as "seenAt", s.expires_at as "expiresAt", a.must_change as "mustChange",
           a.password_set_at as "passwordSetAt", a.password_hash is not null as "hasPassword",
           a.totp_enrolled as "totpEnrolled", ${heldPosts(sql, where.on)} as posts
      from session s
      join account a on a.region = s.region and a.person = s.person and not a.disabled
      join person p on p.region = s.region and p.id = s.person and p.active
     where s.region = ${where.region} and s.token_hash = ${where.tokenHash} and s.ended_at is null`;
  return row;
}

/** The posts a person holds on a day: his own before those he acts in. */
export async function postsHeldOn(
  sql: Queries,
  where: { readonly region: string; readonly person: string; readonly on: LegalDate },
): Promise<readonly HeldPostRow[]> {
  const [row] = await sql<{ posts: HeldPostRow[] }[]>`
    select ${heldPosts(sql, where.on)} as posts
      from person p where p.region = ${where.region} and p.id = ${where.person}`;
  return row?.posts ?? [];
}

/** Sub-query over the person `p` of the query around it. */
function heldPosts(sql: Queries, on: LegalDate) {
  return sql`
    (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'unit', o.unit,
              'unitName', coalesce(u.name, o.unit), 'acting', h.acting, 'until', h.to_date)
              order by h.acting, o.name, o.id), '[]')
       from holding h
       join post o on o.region = h.region and o.id = h.post
       left join unit u on u.region = o.region and u.code = o.unit
      where h.region = p.region and h.person = p.id
        and h.from_date <= ${on} and (h.to_date is null or h.to_date >= ${on}))`;
}

export interface NewSession {
  readonly region: string;
  readonly tokenHash: Uint8Array;
  readonly person: string;
  readonly post: string;
  readonly secondFactor: boolean;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export async function insertSession(sql: Queries, session: NewSession): Promise<void> {
  await sql`
    insert into session (region, token_hash, person, post, second_factor, created_at, seen_at, expires_at)
    values (${session.region}, ${session.tokenHash}, ${session.person}, ${session.post},
            ${session.secondFactor}, ${session.createdAt}, ${session.createdAt}, ${session.expiresAt})`;
}

interface OneSession {
  readonly region: string;
  readonly tokenHash: Uint8Array;
}

export async function touchSession(
  sql: Queries,
  { region, tokenHash }: OneSession,
  at: Instant,
): Promise<void> {
  await sql`
    update session set seen_at = greatest(seen_at, ${at}::timestamptz)
     where region = ${region} and token_hash = ${tokenHash} and ended_at is null`;
}

export async function setSessionPost(
  sql: Queries,
  { region, tokenHash }: OneSession,
  post: string,
): Promise<boolean> {
  const { count } = await sql`
    update session set post = ${post}
     where region = ${region} and token_hash = ${tokenHash} and ended_at is null`;
  return count === 1;
}

/** Ends one session; false if it had ended before, so that nobody continues from the same session twice. */
export async function endSession(
  sql: Queries,
  { region, tokenHash }: OneSession,
  at: Instant,
): Promise<boolean> {
  const { count } = await sql`
    update session set ended_at = ${at}
     where region = ${region} and token_hash = ${tokenHash} and ended_at is null`;
  return count === 1;
}

/** Ends all sessions of a person, or those that stand in one post. Returns how many. */
export async function endSessionsOf(
  sql: Queries,
  where: { readonly region: string; readonly person: string; readonly post?: string },
  at: Instant,
): Promise<number> {
  const { count } = await sql`
    update session set ended_at = ${at}
     where region = ${where.region} and person = ${where.person} and ended_at is null
       ${where.post === undefined ? sql`` : sql`and post = ${where.post}`}`;
  return count;
}

/** Sessions that ended or ran out before `before` are of no use to anybody. */
export async function deleteOldSessions(sql: Queries, region: string, before: Instant): Promise<void> {
  await sql`
    delete from session where region = ${region} and least(coalesce(ended_at, expires_at), expires_at) < ${before}`;
}
