import type { Instant } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

export interface NewLink {
  readonly region: string;
  readonly tokenHash: Uint8Array;
  readonly person: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** Issues a link. Those the person had before and did not use are void from now on. */
export async function insertLink(sql: Queries, link: NewLink): Promise<void> {
  await voidLinks(sql, link, link.createdAt);
  await sql`
    insert into sign_in_link (region, token_hash, person, created_at, expires_at)
    values (${link.region}, ${link.tokenHash}, ${link.person}, ${link.createdAt}, ${link.expiresAt})`;
}

/** Makes void whatever links a person has and did not use. */
export async function voidLinks(
  sql: Queries,
  { region, person }: { readonly region: string; readonly person: string },
  at: Instant,
): Promise<void> {
  await sql`
    update sign_in_link set used_at = ${at}
     where region = ${region} and person = ${person} and used_at is null`;
}

export interface LinkOwner {
  readonly person: string;
  readonly name: string;
}

interface Asked {
  readonly region: string;
  readonly tokenHash: Uint8Array;
}

/** Whose link this is, while it can be used. */
export async function findLink(
  sql: Queries,
  { region, tokenHash }: Asked,
  now: Instant,
): Promise<LinkOwner | undefined> {
  const [row] = await sql<LinkOwner[]>`
    select l.person, p.name
      from sign_in_link l
      join account a on a.region = l.region and a.person = l.person and not a.disabled
      join person p on p.region = l.region and p.id = l.person and p.active
     where l.region = ${region} and l.token_hash = ${tokenHash} and l.used_at is null and l.expires_at > ${now}`;
  return row;
}

/** Uses a link up. Of two who try at the same moment one succeeds. */
export async function consumeLink(
  sql: Queries,
  { region, tokenHash }: Asked,
  now: Instant,
): Promise<boolean> {
  const { count } = await sql`
    update sign_in_link set used_at = ${now}
     where region = ${region} and token_hash = ${tokenHash} and used_at is null and expires_at > ${now}`;
  return count === 1;
}
