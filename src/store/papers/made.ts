import type { Queries } from '../connection.ts';
import type { PaperVersion } from './versions.ts';

/** Every version of a paper with all it holds, the newest first: papers of several forms about one matter. */
export function madePapers(
  sql: Queries,
  region: string,
  kind: string,
  paper: string,
): Promise<PaperVersion[]> {
  return sql<PaperVersion[]>`
    select paper, version, kind, year, form, unit, title, content, saved_by as "savedBy", saved_at as "savedAt"
    from paper_version
    where region = ${region} and paper = ${paper} and kind = ${kind} order by version desc`;
}
