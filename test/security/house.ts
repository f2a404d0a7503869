import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { type PostKindId, postKinds } from '../../src/kernel/identity/posts.ts';
import { createApp } from '../../src/server/app.ts';
import { createFileStore } from '../../src/server/files/store.ts';
import { createIdentity, type Identity } from '../../src/server/identity/index.ts';
import { createLog } from '../../src/server/log.ts';
import { openWorld } from '../../src/server/open-world.ts';
import type { Session, Sessions } from '../../src/server/session.ts';
import type { World } from '../../src/server/world.ts';
import { insertAccounts } from '../../src/store/identity/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

export const REGION = '990199';
export const UNITS = ['unit-1', 'unit-2', 'bureau'] as const;

/** Kinds of post that a person can hold. */
export const heldKinds = (Object.keys(postKinds) as PostKindId[]).filter(
  (kind) => kind !== 'system' && kind !== 'applicant',
);

/** The whole server over a database of its own, with a clock that is set by hand and a log that is kept. */
export interface House {
  readonly database: TestDatabase;
  readonly world: World;
  readonly identity: Identity;
  readonly app: Hono;
  /** Lines of the log. */
  readonly log: string[];
  now(): string;
  setClock(instant: string): void;
  call(as: string, method: string, path: string, body?: unknown, headers?: object): Promise<Response>;
  /** Cookie of the person `kind@unit` who holds that post and no other. */
  enter(kind: PostKindId, unit: string): Promise<string>;
  close(): Promise<void>;
}

export interface HouseOptions {
  /** Stands in for the look-up of sessions, where a test goes through years in a minute. */
  readonly resolve?: (house: Pick<House, 'world'>) => Sessions['resolve'];
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const database = await createTestDatabase();
  const { sql } = database;
  await sql`insert into region ${sql({ code: REGION, name: '试验区' })}`;
  await sql`insert into unit ${sql(
    UNITS.map((code, index) => ({
      region: REGION,
      code,
      name: `试验第${index + 1}局`,
      short_name: `试验${index + 1}局`,
      class: 'department',
      from_date: '2000-01-01',
    })),
  )}`;
  const home = mkdtempSync(join(tmpdir(), 'fazhi-house-'));
  let at = Date.parse('2024-09-27T01:00:00.000Z');
  const now = () => new Date(at++).toISOString();
  const world = await openWorld({ sql, region: REGION });
  const real = createIdentity({ sql, region: REGION, home, clock: now });
  const resolve = options.resolve?.({ world });
  const identity: Identity = resolve ? { ...real, resolve } : real;
  const log: string[] = [];
  const app = createApp({
    world,
    identity,
    files: createFileStore(sql, join(home, 'files')),
    log: createLog((line) => log.push(line)),
    clock: now,
    secure: false,
    trustProxy: false,
    ready: () => true,
  });
  return {
    database,
    world,
    identity,
    app,
    log,
    now,
    setClock: (instant) => {
      at = Date.parse(instant);
    },
    call: async (cookie, method, path, body, headers = {}) =>
      app.request(`http://localhost${path}`, {
        method,
        headers: { cookie, 'x-fazhi': '1', 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    enter: (kind, unit) => enter({ sql, app, identity: real, now }, kind, unit),
    close: async () => {
      await world.appender.idle();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

interface Desk {
  readonly sql: TestDatabase['sql'];
  readonly app: Hono;
  readonly identity: Identity;
  readonly now: () => string;
}

async function enter({ sql, app, identity, now }: Desk, kind: PostKindId, unit: string): Promise<string> {
  const person = `${kind}@${unit}`;
  await employ(sql, person, kind, unit, person);
  await insertAccounts(sql, [{ region: REGION, person, login: person.slice(0, 60), mustChange: false }]);
  const [link] = await identity.issueLinks([person], now());
  const answer = await app.request(`http://localhost${link!.path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  });
  // The second factor of administrators has its own tests.
  await sql`update session set second_factor = true where region = ${REGION} and person = ${person}`;
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}

/** A person in a post since 2000; what is there already stays. */
export async function employ(
  sql: TestDatabase['sql'],
  person: string,
  kind: PostKindId,
  unit: string,
  post: string,
): Promise<void> {
  await sql`insert into person ${sql({ region: REGION, id: person, name: person, pinyin: '', unit, active: true })}
    on conflict do nothing`;
  await sql`insert into post ${sql({ region: REGION, id: post, unit, kind, name: postKinds[kind].name })}
    on conflict do nothing`;
  await sql`insert into holding ${sql({ region: REGION, person, post, from_date: '2000-01-01', acting: false })}
    on conflict do nothing`;
}

/** Reads sessions from a cookie `walk=person|post`: the person stands in that post without having signed in. */
export const vouchedSessions: NonNullable<HouseOptions['resolve']> =
  ({ world }) =>
  async (request): Promise<Session | undefined> => {
    const value = decodeURIComponent(request.headers.get('cookie')?.split('walk=')[1] ?? '');
    const [person, post] = value.split('|');
    const [row] = await world.sql<{ name: string; kind: PostKindId; unit: string; post: string }[]>`
      select p.name, o.kind, o.unit, o.name as post from person p join post o on o.region = p.region and o.id = ${post ?? ''}
       where p.region = ${REGION} and p.id = ${person ?? ''}`;
    if (!row) return undefined;
    const acting = {
      id: post!,
      name: row.post,
      kind: row.kind,
      unit: row.unit,
      unitName: row.unit,
      acting: false,
      until: null,
    };
    return {
      id: value,
      region: REGION,
      person: { id: person!, name: row.name },
      posts: [acting],
      acting,
      mustChangePassword: false,
    };
  };

export const cookieOf = (person: string, post: string) => `walk=${encodeURIComponent(`${person}|${post}`)}`;

/** Rows of every table that a refused act must leave as they are; the audit of the refusal is the exception. */
export async function countRows({ admin }: TestDatabase): Promise<Record<string, number>> {
  const tables = await admin<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname not in ('audit', 'session', 'sign_in_link') order by 1`;
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*) as n from ${name}`);
  const rows = await admin.unsafe<{ name: string; n: number }[]>(counts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]));
}
