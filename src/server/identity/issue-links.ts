import type { Sql } from '../../store/connection.ts';
import { writeAudit } from '../../store/identity/audit.ts';
import { insertLink } from '../../store/identity/links.ts';
import { hashToken, newToken } from './tokens.ts';

/** Hours a sign-in link may be used. */
export const LINK_HOURS = 24;

export interface IssuedLink {
  readonly person: string;
  /** To be put behind the address of the server. The token in it is stored nowhere. */
  readonly path: string;
  readonly expiresAt: string;
}

/** Makes one-time links for persons who have an account. Links they had before and did not use become void. */
export async function issueLinks(
  sql: Sql,
  given: {
    readonly region: string;
    readonly people: readonly string[];
    /** Who has them made; absent for the operator of the server. */
    readonly by?: { readonly person: string; readonly post: string };
  },
  now: string,
): Promise<IssuedLink[]> {
  const { region, by } = given;
  const expiresAt = new Date(Date.parse(now) + LINK_HOURS * 3_600_000).toISOString();
  return sql.begin(async (transaction) => {
    const links: IssuedLink[] = [];
    for (const person of given.people) {
      const token = newToken();
      await insertLink(transaction, {
        region,
        tokenHash: hashToken(token),
        person,
        createdAt: now,
        expiresAt,
      });
      await writeAudit(transaction, {
        region,
        at: now,
        person: by?.person ?? null,
        post: by?.post ?? null,
        kind: 'link-issued',
        detail: `person=${person}`,
      });
      links.push({ person, path: `/sign-in/link/${token}`, expiresAt });
    }
    return links;
  });
}
