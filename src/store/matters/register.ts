import type { LegalDate } from '../../kernel/dates.ts';
import type { JsonValue } from '../../kernel/ledger/json.ts';
import { queryTerms } from '../../kernel/search/terms.ts';
import type { Queries, Sql } from '../connection.ts';
import type { Scope } from './scope.ts';

/** What a register is asked for. Pages count from 1. */
export interface RegisterQuery {
  readonly region: string;
  readonly procedure: string;
  readonly scope: Scope;
  readonly text?: string;
  readonly unit?: string;
  readonly stage?: string;
  readonly state?: 'open' | 'closed';
  /** First and last day of registration. */
  readonly from?: LegalDate;
  readonly to?: LegalDate;
  /** Only matters with a limit that ran out before this day. */
  readonly lateOn?: LegalDate;
  readonly sort?: 'newest' | 'oldest' | 'due';
  readonly page: number;
  readonly size: number;
  /** Fields to bring along as columns. */
  readonly fields: readonly string[];
}

export interface RegisterRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly stages: readonly string[];
  readonly closed: boolean;
  readonly outcome: string | null;
  readonly startedOn: LegalDate;
  readonly closedOn: LegalDate | null;
  readonly handler: string;
  readonly due: LegalDate | null;
  readonly provisional: boolean;
  readonly paused: boolean;
  readonly fields: { readonly [field: string]: JsonValue };
}

/** Totals above this are told as "more than": nobody pages that far, and counting a million costs a second. */
export const COUNT_LIMIT = 10_000;

/** One page of a register, with the total up to COUNT_LIMIT + 1. */
export async function registerPage(
  sql: Sql,
  query: RegisterQuery,
): Promise<{ rows: RegisterRow[]; total: number }> {
  const where = condition(sql, query);
  const order =
    query.sort === 'oldest'
      ? sql`m.started_on, m.id`
      : query.sort === 'due'
        ? sql`d.due nulls last, m.started_on desc, m.id desc`
        : sql`m.started_on desc, m.id desc`;
  const offset = (query.page - 1) * query.size;
  const due = dueJoin(sql);
  const [rows, [counted]] = await Promise.all([
    sql<RegisterRow[]>`
      select m.id, m.number, m.title, m.unit, m.stages, m.closed, m.outcome, m.started_on as "startedOn",
             m.closed_on as "closedOn", m.handler, d.due, coalesce(d.provisional, false) as provisional,
             coalesce(d.paused, false) as paused,
             coalesce((select jsonb_object_agg(f, m.state -> 'facts' -> f) from unnest(${query.fields as string[]}::text[]) f
                        where m.state -> 'facts' ? f), '{}') as fields
        from matter m ${due}
       where ${where}
       order by ${order} limit ${query.size} offset ${offset}`,
    sql<{ total: number }[]>`
      select count(*) as total from (select 1 from matter m ${query.lateOn ? due : sql``} where ${where} limit ${COUNT_LIMIT + 1}) counted`,
  ]);
  return { rows, total: counted!.total };
}

/** All rows of a query in batches, for an export. */
export async function* registerRows(sql: Sql, query: RegisterQuery): AsyncGenerator<RegisterRow[]> {
  for (let page = 1; ; page++) {
    const { rows } = await registerPage(sql, { ...query, page, size: 1000 });
    if (rows.length > 0) yield rows;
    if (rows.length < 1000) return;
  }
}

/** The open clock that runs out first. */
function dueJoin(sql: Queries) {
  return sql`
    left join lateral (
      select c.due, c.provisional, c.paused from clock c
       where c.region = m.region and c.matter = m.id and c.stopped_on is null and not c.binds_applicant
       order by c.due limit 1) d on not m.closed`;
}

function condition(sql: Queries, query: RegisterQuery) {
  const { scope } = query;
  const parts = [sql`m.region = ${query.region} and m.procedure = ${query.procedure}`];
  if (scope.reach === 'unit') parts.push(sql`m.unit = ${scope.unit}`);
  if (scope.reach === 'own') parts.push(sql`m.handler = ${scope.person}`);
  if (query.unit) parts.push(sql`m.unit = ${query.unit}`);
  if (query.stage) parts.push(sql`m.stages @> array[${query.stage}]`);
  if (query.state === 'open') parts.push(sql`not m.closed`);
  if (query.state === 'closed') parts.push(sql`m.closed`);
  if (query.from) parts.push(sql`m.started_on >= ${query.from}`);
  if (query.to) parts.push(sql`m.started_on <= ${query.to}`);
  if (query.lateOn) parts.push(sql`d.due < ${query.lateOn}`);
  const terms = queryTerms(query.text ?? '');
  if (terms.length > 0) {
    const personal = scope.personal ? sql`or s.personal_terms @> ${terms}` : sql``;
    parts.push(sql`m.id in (select s.matter from matter_search s
      where s.region = ${query.region} and s.procedure = ${query.procedure} and (s.terms @> ${terms} ${personal}))`);
  }
  return parts.reduce((all, part) => sql`${all} and ${part}`);
}
