import type { Instant } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

export interface VersionHead {
  readonly version: number;
  readonly savedBy: string;
  readonly savedAt: Instant;
}

/** Every version of a paper, the newest first, without its content. */
export function versionsOf(
  sql: Queries,
  region: string,
  kind: string,
  paper: string,
): Promise<VersionHead[]> {
  return sql<VersionHead[]>`
    select version, saved_by as "savedBy", saved_at as "savedAt" from paper_version
    where region = ${region} and kind = ${kind} and paper = ${paper} order by version desc`;
}
