import { type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import type { Sql } from '../connection.ts';
import { escaped, nameMatches } from './name-matches.ts';

export interface HoldingRow {
  readonly post: string;
  readonly postName: string;
  readonly kind: PostKindId;
  readonly unitName: string;
  readonly from: LegalDate;
  readonly to: LegalDate | null;
  readonly acting: boolean;
}

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly unitName: string;
  readonly active: boolean;
  readonly login: string | null;
  readonly hasPassword: boolean;
  readonly secondFactor: boolean;
  readonly lockedUntil: Instant | null;
  readonly signedIn: boolean;
  readonly lastSignIn: Instant | null;
  /** Present, future and past holdings, newest first. */
  readonly holdings: readonly HoldingRow[];
}

export interface PeopleQuery {
  readonly region: string;
  readonly q?: string;
  readonly unit?: string;
  readonly kind?: PostKindId;
  readonly active?: boolean;
  readonly now: Instant;
  readonly page: number;
  readonly size: number;
  /** Minutes after which a session left idle counts no more. */
  readonly idleMinutes: number;
}

/** People with their accounts and posts, for those who administer them. */
export async function listPeople(
  sql: Sql,
  query: PeopleQuery,
): Promise<{ rows: PersonRow[]; total: number }> {
  const today = legalDateOf(query.now);
  const idleSince = new Date(Date.parse(query.now) - query.idleMinutes * 60_000).toISOString();
  const where = sql`
    p.region = ${query.region}
    ${query.q ? sql`and (${nameMatches(sql, query.q)} or a.login like ${`${escaped(query.q.toLowerCase())}%`})` : sql``}
    ${query.unit === undefined ? sql`` : sql`and p.unit = ${query.unit}`}
    ${query.active === undefined ? sql`` : sql`and p.active = ${query.active}`}
    ${
      query.kind === undefined
        ? sql``
        : sql`and exists (select 1 from holding h join post o on o.region = h.region and o.id = h.post
                where h.region = p.region and h.person = p.id and o.kind = ${query.kind}
                  and h.from_date <= ${today} and (h.to_date is null or h.to_date >= ${today}))`
    }`;
  const from = sql`from person p left join account a on a.region = p.region and a.person = p.id`;
  const [rows, [counted]] = await Promise.all([
    sql<PersonRow[]>`
      select p.id, p.name, p.unit, coalesce(u.name, p.unit) as "unitName", p.active, a.login,
             a.password_hash is not null as "hasPassword", coalesce(a.totp_enrolled, false) as "secondFactor",
             a.locked_until as "lockedUntil",
             exists (select 1 from session s where s.region = p.region and s.person = p.id and s.ended_at is null
                        and s.expires_at > ${query.now} and s.seen_at > ${idleSince}) as "signedIn",
             (select t.at from audit t where t.region = p.region and t.person = p.id and t.kind = 'signed-in'
               order by t.at desc limit 1) as "lastSignIn",
             (select coalesce(jsonb_agg(jsonb_build_object('post', o.id, 'postName', o.name, 'kind', o.kind,
                       'unitName', coalesce(n.name, o.unit), 'from', h.from_date, 'to', h.to_date,
                       'acting', h.acting) order by h.from_date desc, o.id), '[]')
                from holding h
                join post o on o.region = h.region and o.id = h.post
                left join unit n on n.region = o.region and n.code = o.unit
               where h.region = p.region and h.person = p.id) as holdings
        ${from} left join unit u on u.region = p.region and u.code = p.unit
       where ${where} order by p.unit, p.pinyin, p.id
       limit ${query.size} offset ${(query.page - 1) * query.size}`,
    sql<{ total: number }[]>`select count(*)::int as total ${from} where ${where}`,
  ]);
  return { rows, total: counted!.total };
}
