import type { Instant } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';
import { writeAudit } from './audit.ts';

/** What stood open before it was closed. */
export interface ClosedEntrances {
  readonly sessions: number;
  readonly links: number;
}

/**
 * Ends every session and voids every sign-in link of all regions, and says so in the audit of each: after a restore
 * nobody goes on from where the backup was taken. `because` is what the audit keeps, e.g. when the backup was taken.
 */
export async function closeEntrances(
  sql: Queries,
  { now, because }: { readonly now: Instant; readonly because: string },
): Promise<ClosedEntrances> {
  const sessions = await counted(sql`
    update session set ended_at = ${now} where ended_at is null returning region, expires_at > ${now} as open`);
  const links = await counted(sql`
    update sign_in_link set used_at = ${now} where used_at is null returning region, expires_at > ${now} as open`);
  const regions = await sql<{ code: string }[]>`select code from region order by code`;
  const lines = regions.map(({ code }) => ({
    region: code,
    at: now,
    person: null,
    post: null,
    kind: 'restored',
    detail: `${because} sessions=${sessions.get(code) ?? 0} links=${links.get(code) ?? 0}`,
  }));
  if (lines.length > 0) await writeAudit(sql, ...lines);
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
  return { sessions: total(sessions), links: total(links) };
}

/** Rows that could still have been used, by region. */
async function counted(
  closing: PromiseLike<Iterable<{ region?: string; open?: boolean }>>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { region = '', open } of await closing) {
    if (open) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return counts;
}
