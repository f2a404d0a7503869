import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import type { PostKindId } from '../../../kernel/identity/posts.ts';
import { insertAccounts } from '../../../store/identity/accounts.ts';
import { createIdentity, type Identity } from '../index.ts';

export const REGION = '990199';

/** A region with one unit, a clock that is set by hand, and the sign-in pages of a server over it. */
export interface Office {
  readonly database: TestDatabase;
  readonly identity: Identity;
  readonly app: Hono;
  now(): string;
  /** Moves the clock. */
  pass(minutes: number): void;
  /** A person with an account and posts of these kinds from 2024 on; answers the ids of the posts. */
  employ(person: string, kinds: readonly PostKindId[], mustChange?: boolean): Promise<string[]>;
  /** Signs in with a one-time link and answers the cookie. */
  enter(person: string): Promise<string>;
  /** Sets a first password through a link. */
  givePassword(person: string, password: string): Promise<void>;
  /** Sends a form of a page of ours. */
  send(path: string, form: Record<string, string>, cookie?: string): Promise<Response>;
  auditKinds(person?: string | null): Promise<string[]>;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const database = await createTestDatabase();
  const { sql } = database;
  const home = mkdtempSync(join(tmpdir(), 'fazhi-identity-'));
  let at = Date.parse('2024-09-27T01:00:00.000Z');
  // No two readings are the same, so that what is recorded has an order.
  const now = (): string => new Date(at++).toISOString();
  const identity = createIdentity({ sql, region: REGION, home, clock: now });
  const app = new Hono();
  identity.mount(app);
  await sql`insert into region ${sql({ code: REGION, name: '试验区' })}`;
  await sql`insert into unit ${sql({ region: REGION, code: 'u1', name: '试验单位', short_name: '试验', class: 'department', from_date: '2020-01-01' })}`;

  const send: Office['send'] = async (path, form, cookie) =>
    app.request(`http://localhost${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...(cookie ? { cookie } : {}),
      },
    });
  const enter: Office['enter'] = async (person) => {
    const [link] = await identity.issueLinks([person], now());
    return cookieOf(await send(link!.path, {}));
  };
  return {
    database,
    identity,
    app,
    now,
    pass: (minutes) => {
      at += minutes * 60_000;
    },
    async employ(person, kinds, mustChange = false) {
      await sql`insert into person ${sql({ region: REGION, id: person, name: `人员${person}`, pinyin: '', unit: 'u1', active: true })}`;
      const posts = kinds.map((kind) => `${person}-${kind}`);
      for (const [index, kind] of kinds.entries()) {
        const id = posts[index]!;
        await sql`insert into post ${sql({ region: REGION, id, unit: 'u1', kind, name: `岗位${index}` })}`;
        await sql`insert into holding ${sql({ region: REGION, person, post: id, from_date: '2024-01-01', to_date: null, acting: false })}`;
      }
      await insertAccounts(sql, [{ region: REGION, person, login: person, mustChange }]);
      return posts;
    },
    enter,
    async givePassword(person, password) {
      const cookie = await enter(person);
      const answer = await send('/sign-in/password', { next: password, again: password }, cookie);
      if (answer.status !== 303) throw new Error(await answer.text());
    },
    send,
    async auditKinds(person) {
      const rows = await sql<{ kind: string }[]>`
        select kind from audit where region = ${REGION} and person is not distinct from ${person ?? null} order by at, id`;
      return rows.map(({ kind }) => kind);
    },
    async close() {
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The session cookie an answer sets, as a request carries it; empty when it sets none. */
export function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** A request with a cookie, for what reads the session. */
export function requestWith(cookie: string): Request {
  return new Request('http://localhost/api/session', { headers: { cookie } });
}
