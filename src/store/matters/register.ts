import type { LegalDate } from '../../kernel/dates.ts';
import type { JsonValue } from '../../kernel/ledger/json.ts';
import { queryTerms } from '../../kernel/search/terms.ts';
import type { Queries, Sql } from '../connection.ts';
import { holds } from './holds.ts';
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
  const where = condition(sql, query, await fewThatHold(sql, query));
  const [rows, [counted]] = await Promise.all([
    sql<RegisterRow[]>`
      select m.id, m.number, m.title, m.unit, m.stages, m.closed, m.outcome, m.started_on as "startedOn",
             m.closed_on as "closedOn", m.handler, d.due, coalesce(d.provisional, false) as provisional,
             coalesce(d.paused, false) as paused,
             coalesce((select jsonb_object_agg(f, m.state -> 'facts' -> f) from unnest(${query.fields as string[]}::text[]) f
                        where m.state -> 'facts' ? f), '{}') as fields
        from (${pageOfIds(sql, query, where)}) page
        join matter m on m.region = ${query.region} and m.id = page.id
        left join lateral (
          select c.due, c.provisional, c.paused from clock c
           where c.region = m.region and c.matter = m.id and c.stopped_on is null and not c.binds_applicant
           order by c.due limit 1) d on not m.closed
       order by page.place`,
    sql<{ total: number }[]>`
      select count(*) as total from (select 1 from matter m where ${where} limit ${COUNT_LIMIT + 1}) counted`,
  ]);
  return { rows, total: counted!.total };
}

/** Part of a statement. */
type Fragment = ReturnType<typeof condition>;

/** Ids of one page in their order, found without reading the documents of the rows that are passed over. */
function pageOfIds(sql: Queries, query: RegisterQuery, where: Fragment) {
  const { size } = query;
  const offset = (query.page - 1) * size;
  if (query.sort === 'due') return pageByDue(sql, query, where, { size, offset });
  const order = query.sort === 'oldest' ? sql`m.started_on, m.id` : sql`m.started_on desc, m.id desc`;
  return sql`
    select m.id, row_number() over (order by ${order}) as place from matter m
     where ${where} order by ${order} limit ${size} offset ${offset}`;
}

/**
 * What runs out first in front, then what has no running limit, newest first. Both parts are read only as far as
 * the page reaches: of a million matters most are closed, and only the running clocks are put in order.
 */
function pageByDue(
  sql: Queries,
  query: RegisterQuery,
  where: Fragment,
  { size, offset }: { size: number; offset: number },
) {
  const reach = offset + size;
  const running = sql`
    select c.matter, min(c.due) as due from clock c
     where c.region = ${query.region} and c.procedure = ${query.procedure} and c.stopped_on is null
       and not c.binds_applicant group by c.matter`;
  return sql`
    select id, row_number() over (order by due nulls last, started_on desc, id desc) as place from (
      (select m.id, m.started_on, r.due from (${running}) r
         join matter m on m.region = ${query.region} and m.id = r.matter
        where not m.closed and ${where} order by r.due, m.started_on desc, m.id desc limit ${reach})
      union all
      (select m.id, m.started_on, null from matter m
        where ${where} and (m.closed or not exists (
          select 1 from clock c where c.region = m.region and c.matter = m.id and c.stopped_on is null
             and not c.binds_applicant))
        order by m.started_on desc, m.id desc limit ${reach})) parts
     order by due nulls last, started_on desc, id desc limit ${size} offset ${offset}`;
}

/** All rows of a query in batches, for an export. */
export async function* registerRows(sql: Sql, query: RegisterQuery): AsyncGenerator<RegisterRow[]> {
  for (let page = 1; ; page++) {
    const { rows } = await registerPage(sql, { ...query, page, size: 1000 });
    if (rows.length > 0) yield rows;
    if (rows.length < 1000) return;
  }
}

/** What a register is asked, as a condition on `matter m`; `few` are the matters that hold its words, where they are known. */
export function condition(
  sql: Queries,
  query: Omit<RegisterQuery, 'page' | 'size' | 'sort'>,
  few?: readonly string[],
) {
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
  if (query.lateOn) {
    parts.push(sql`not m.closed and m.id in (select c.matter from clock c
      where c.region = ${query.region} and c.procedure = ${query.procedure} and c.due < ${query.lateOn}
        and c.stopped_on is null and not c.paused and not c.binds_applicant)`);
  }
  const terms = queryTerms(query.text ?? '');
  if (few) parts.push(sql`m.id = any (${few as string[]}::uuid[])`);
  else if (terms.length > 0) {
    const { region, procedure } = query;
    const where = holds(sql, { region, terms, personal: scope.personal });
    parts.push(
      sql`m.id in (select s.matter from matter_search s where s.procedure = ${procedure} and ${where})`,
    );
  }
  return parts.reduce((all, part) => sql`${all} and ${part}`);
}

/** Up to so many matters that hold the words are looked at one by one; of more, the page is walked to in its order. */
const FEW = 2000;

/**
 * The matters of the register that hold the words, if few do. Asked first: a word that is rare here may stand in most titles
 * of another register or unit, and the server's plan would go through all of those.
 */
export async function fewThatHold(
  sql: Queries,
  query: Pick<RegisterQuery, 'region' | 'procedure' | 'scope' | 'unit' | 'text'>,
): Promise<string[] | undefined> {
  const { region, procedure, scope, text = '' } = query;
  const terms = queryTerms(text);
  const unit = scope.reach === 'unit' ? scope.unit : query.unit;
  if (terms.length === 0) return undefined;
  const where = holds(sql, { region, terms, personal: scope.personal, procedure, unit });
  const found = await sql<{ matter: string }[]>`
    select s.matter from matter_search s where ${where} limit ${FEW + 1}`;
  return found.length <= FEW ? found.map(({ matter }) => matter) : undefined;
}
