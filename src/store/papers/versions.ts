import type { Instant } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { type Queries, sqlStateOf } from '../connection.ts';

/**
 * A paper (文稿: a report, a plan, a scheme) as it was saved once, while it is written beside the ledger. `kind` is the
 * procedure whose matters carry it, by the fact `paper`. What the content holds is its writer's concern.
 */
export interface PaperVersion {
  readonly paper: string;
  readonly version: number;
  readonly kind: string;
  readonly year: number;
  /** What sort of it, where there are several (the skeleton of a report); else empty. */
  readonly form: string;
  /** The unit it speaks for; null for the whole region. */
  readonly unit: string | null;
  readonly title: string;
  readonly content: JsonObject;
  readonly savedBy: string;
  readonly savedAt: Instant;
}

export type PaperHead = Omit<PaperVersion, 'content'> & {
  /** The matter by which it is signed and published; null while it is only written. */
  readonly matter: MatterState | null;
};

/** Throws RefusedError `stale` where that version exists already: somebody else saved first. */
export async function keepVersion(sql: Queries, region: string, saved: PaperVersion): Promise<void> {
  try {
    await sql`
      insert into paper_version (region, paper, version, kind, year, form, unit, title, content, saved_by, saved_at)
      values (${region}, ${saved.paper}, ${saved.version}, ${saved.kind}, ${saved.year}, ${saved.form}, ${saved.unit},
              ${saved.title}, ${JSON.stringify(saved.content)}::text::jsonb, ${saved.savedBy}, ${saved.savedAt})`;
  } catch (error) {
    if (sqlStateOf(error) !== '23505') throw error;
    throw new RefusedError({
      kind: 'stale',
      rule: 'papers.version',
      message: '在您修改期间，他人已保存了新的版本。您写的内容仍在页面上，请刷新对照后再保存。',
    });
  }
}

/** One version, or the newest where none is named; undefined where there is none. */
export async function findVersion(
  sql: Queries,
  region: string,
  kind: string,
  paper: string,
  version?: number,
): Promise<PaperVersion | undefined> {
  const [row] = await sql<PaperVersion[]>`
    select paper, version, kind, year, form, unit, title, content, saved_by as "savedBy", saved_at as "savedAt"
    from paper_version
    where region = ${region} and paper = ${paper} and kind = ${kind}
      ${version === undefined ? sql`` : sql`and version = ${version}`}
    order by version desc limit 1`;
  return row;
}

/** The newest version of every paper of a kind, newest year first, each with its matter. */
export async function paperHeads(
  sql: Queries,
  region: string,
  kind: string,
  unit?: string,
): Promise<PaperHead[]> {
  return sql<PaperHead[]>`
    select v.paper, v.version, v.kind, v.year, v.form, v.unit, v.title, v.saved_by as "savedBy", v.saved_at as "savedAt",
           m.state as matter
    from (select distinct on (paper) paper, version, kind, year, form, unit, title, saved_by, saved_at
            from paper_version where region = ${region} and kind = ${kind} order by paper, version desc) v
    left join lateral (${matterOf(sql, region, kind, sql`v.paper::text`)}) m on true
    where ${unit === undefined ? sql`true` : sql`v.unit = ${unit}`}
    order by v.year desc, v.saved_at desc`;
}

/** The matter that carries a paper; undefined while it is only written. */
export async function findMatterOfPaper(
  sql: Queries,
  region: string,
  kind: string,
  paper: string,
): Promise<MatterState | undefined> {
  const [row] = await sql<{ state: MatterState }[]>`${matterOf(sql, region, kind, sql`${paper}`)}`;
  return row?.state;
}

function matterOf(sql: Queries, region: string, kind: string, paper: ReturnType<Queries>) {
  return sql`select state from matter
    where region = ${region} and procedure = ${kind} and state -> 'facts' ->> 'paper' = ${paper}
    order by started_on desc, id desc limit 1`;
}

/** Papers of a kind the public may see now, newest year first: their matters, in which what was signed is fixed. */
export async function publishedPapers(
  sql: Queries,
  region: string,
  kind: string,
  publication: string,
): Promise<MatterState[]> {
  const rows = await sql<{ state: MatterState }[]>`
    select state from matter
    where region = ${region} and procedure = ${kind}
      and state -> 'publications' -> ${publication} ->> 'status' in ('published', 'withdrawn')
    order by (state -> 'facts' ->> 'year')::int desc, started_on desc, id desc`;
  return rows.map(({ state }) => state);
}

/** Every version of a paper, the oldest first, without what it holds. */
export async function paperVersions(
  sql: Queries,
  region: string,
  kind: string,
  paper: string,
): Promise<Pick<PaperVersion, 'version' | 'savedBy' | 'savedAt'>[]> {
  return sql<Pick<PaperVersion, 'version' | 'savedBy' | 'savedAt'>[]>`
    select version, saved_by as "savedBy", saved_at as "savedAt" from paper_version
    where region = ${region} and paper = ${paper} and kind = ${kind} order by version`;
}
