import type { Instant } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';
import { uuidv7 } from '../entropy.ts';

/** One line of the audit. Ids, names of routes and rules only: no personal values, no tokens, nothing of a form. */
export interface AuditLine {
  readonly region: string;
  readonly at: Instant;
  readonly person: string | null;
  readonly post: string | null;
  readonly kind: string;
  readonly detail: string;
}

/** Longest detail that is kept: a caller's text must not fill the disk. */
const MOST_DETAIL = 300;

/** Writes lines that nobody can change or delete afterwards. In a transaction they stand or fall with its work. */
export async function writeAudit(sql: Queries, ...lines: AuditLine[]): Promise<void> {
  // Ids made in the same millisecond come in any order; the lines keep theirs.
  const ids = lines.map(uuidv7).sort();
  const rows = lines.map((line, index) => ({
    ...line,
    id: ids[index]!,
    detail: line.detail.slice(0, MOST_DETAIL),
  }));
  await sql`insert into audit ${sql(rows, 'region', 'id', 'at', 'person', 'post', 'kind', 'detail')}`;
}
