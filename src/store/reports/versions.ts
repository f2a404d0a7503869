import type { Instant } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { type Queries, sqlStateOf } from '../connection.ts';

/** A report as it was saved once. What a draft holds is the compiler's concern. */
export interface ReportVersion {
  readonly report: string;
  readonly version: number;
  readonly year: number;
  readonly skeleton: string;
  /** The unit that reports; null for the whole region. */
  readonly unit: string | null;
  readonly title: string;
  readonly draft: JsonObject;
  readonly savedBy: string;
  readonly savedAt: Instant;
}

export type ReportHead = Omit<ReportVersion, 'draft'> & {
  /** The matter by which it is signed and published; null while it is only written. */
  readonly matter: MatterState | null;
};

/** Procedure whose matters carry a report, by the fact `report`. */
const PROCEDURE = 'annual-report';

/**
 * Keeps a version. Throws RefusedError `stale` where that version exists already: somebody else saved first.
 */
export async function keepVersion(sql: Queries, region: string, saved: ReportVersion): Promise<void> {
  try {
    await sql`
      insert into report_version (region, report, version, year, skeleton, unit, title, draft, saved_by, saved_at)
      values (${region}, ${saved.report}, ${saved.version}, ${saved.year}, ${saved.skeleton}, ${saved.unit},
              ${saved.title}, ${JSON.stringify(saved.draft)}::text::jsonb, ${saved.savedBy}, ${saved.savedAt})`;
  } catch (error) {
    if (sqlStateOf(error) !== '23505') throw error;
    throw new RefusedError({
      kind: 'stale',
      rule: 'reports.version',
      message: '在您修改期间，他人已保存了新的版本。您写的内容仍在页面上，请刷新对照后再保存。',
    });
  }
}

/** One version, or the newest where none is named; undefined where there is none. */
export async function findVersion(
  sql: Queries,
  region: string,
  report: string,
  version?: number,
): Promise<ReportVersion | undefined> {
  const [row] = await sql<ReportVersion[]>`
    select report, version, year, skeleton, unit, title, draft, saved_by as "savedBy", saved_at as "savedAt"
    from report_version
    where region = ${region} and report = ${report} ${version === undefined ? sql`` : sql`and version = ${version}`}
    order by version desc limit 1`;
  return row;
}

/** The newest version of every report, newest year first, each with its matter. */
export async function reportHeads(sql: Queries, region: string, unit?: string): Promise<ReportHead[]> {
  return sql<ReportHead[]>`
    select v.report, v.version, v.year, v.skeleton, v.unit, v.title, v.saved_by as "savedBy", v.saved_at as "savedAt",
           m.state as matter
    from (select distinct on (report) report, version, year, skeleton, unit, title, saved_by, saved_at
            from report_version where region = ${region} order by report, version desc) v
    left join lateral (${matterOf(sql, region, sql`v.report::text`)}) m on true
    where ${unit === undefined ? sql`true` : sql`v.unit = ${unit}`}
    order by v.year desc, v.saved_at desc`;
}

/** The matter of one report; undefined while it is only written. */
export async function findReportMatter(
  sql: Queries,
  region: string,
  report: string,
): Promise<MatterState | undefined> {
  const [row] = await sql<{ state: MatterState }[]>`${matterOf(sql, region, sql`${report}`)}`;
  return row?.state;
}

function matterOf(sql: Queries, region: string, report: ReturnType<Queries>) {
  return sql`select state from matter
    where region = ${region} and procedure = ${PROCEDURE} and state -> 'facts' ->> 'report' = ${report}
    order by started_on desc, id desc limit 1`;
}

/** Reports the public may see now, newest year first: their matters, in which figures and version are fixed. */
export async function publishedReports(sql: Queries, region: string): Promise<MatterState[]> {
  const rows = await sql<{ state: MatterState }[]>`
    select state from matter
    where region = ${region} and procedure = ${PROCEDURE}
      and state -> 'publications' -> 'report' ->> 'status' in ('published', 'withdrawn')
    order by (state -> 'facts' ->> 'year')::int desc, started_on desc, id desc`;
  return rows.map(({ state }) => state);
}
