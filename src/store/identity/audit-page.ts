import { addDays, type Instant, type LegalDate } from '../../kernel/dates.ts';
import type { Sql } from '../connection.ts';
import { nameMatches } from './name-matches.ts';

export interface AuditQuery {
  readonly region: string;
  readonly person?: string;
  /** A name: the persons who are called so are found as who acted, and as whom an act of administration concerned. */
  readonly q?: string;
  readonly kind?: string;
  /** Legal days, both included. */
  readonly from?: LegalDate;
  readonly to?: LegalDate;
}

export interface AuditRow {
  readonly id: string;
  readonly at: Instant;
  readonly person: string | null;
  readonly personName: string | null;
  readonly postName: string | null;
  readonly kind: string;
  readonly detail: string;
}

/** Rows are counted up to here; a page need not say whether there are a million. */
const AUDIT_COUNT_LIMIT = 10_000;

/** The audit, newest first. */
export async function auditPage(
  sql: Sql,
  query: AuditQuery,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ rows: AuditRow[]; total: number; more: boolean }> {
  const [rows, [counted]] = await Promise.all([
    sql<AuditRow[]>`${selectRows(sql, query)} limit ${size} offset ${(page - 1) * size}`,
    sql<{ total: number }[]>`
      select count(*)::int as total from (
        select 1 from audit t where ${filter(sql, query)} limit ${AUDIT_COUNT_LIMIT + 1}) counted`,
  ]);
  const total = counted!.total;
  return { rows, total: Math.min(total, AUDIT_COUNT_LIMIT), more: total > AUDIT_COUNT_LIMIT };
}

/** The audit for a workbook, at most `most` rows. */
export async function auditRows(sql: Sql, query: AuditQuery, most: number): Promise<AuditRow[]> {
  return sql<AuditRow[]>`${selectRows(sql, query)} limit ${most}`;
}

function selectRows(sql: Sql, query: AuditQuery) {
  return sql`
    select t.id, t.at, t.person, p.name as "personName", o.name as "postName", t.kind, t.detail
      from audit t
      left join person p on p.region = t.region and p.id = t.person
      left join post o on o.region = t.region and o.id = t.post
     where ${filter(sql, query)} order by t.at desc, t.id desc`;
}

function filter(sql: Sql, query: AuditQuery) {
  return sql`
    t.region = ${query.region}
    ${query.q ? concerns(sql, query.region, query.q) : sql``}
    ${query.person === undefined ? sql`` : sql`and t.person = ${query.person}`}
    ${query.kind === undefined ? sql`` : sql`and t.kind = ${query.kind}`}
    ${query.from === undefined ? sql`` : sql`and t.at >= ${startOf(query.from)}`}
    ${query.to === undefined ? sql`` : sql`and t.at < ${startOf(addDays(query.to, 1))}`}`;
}

/** Acts of administration tell by `person=` whom they concern. */
function concerns(sql: Sql, region: string, q: string) {
  const persons = sql`select p.id from person p where p.region = ${region} and ${nameMatches(sql, q)}`;
  return sql`
    and (t.person in (${persons})
         or (t.kind in ('administered', 'link-issued')
             and substring(t.detail from 'person=([^ ]+)') in (${persons})))`;
}

/** First instant of a legal day. */
function startOf(day: LegalDate): Instant {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}
