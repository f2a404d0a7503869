import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createTestDatabase } from '../../../test/support/database.ts';
import type { RouteName } from '../../client/contract/index.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import { createFileStore } from '../files/store.ts';
import type { Call, Handler } from '../http/bind.ts';
import { createJobs } from '../jobs/jobs.ts';
import { openWorld } from '../open-world.ts';
import type { AuditEntry, Session, Sessions } from '../session.ts';
import { figureHandlers } from './figures.ts';
import { ledgerHandlers } from './ledger.ts';
import { listHandlers } from './lists.ts';
import { oversightHandlers } from './oversight.ts';

// Routes of lists, figures and oversight called as the server calls them, in a region of two units without work.

export const region = '999901';
export const now = '2024-09-27T02:00:00.000Z';

export function sessionOf(kind: PostKindId, unit = 'u1'): Session {
  const acting = {
    id: `${kind}@${unit}`,
    name: kind,
    kind,
    unit,
    unitName: unit,
    acting: false,
    until: null,
  };
  const person = { id: `p-${kind}`, name: kind };
  return { id: 's', region, person, posts: [acting], acting, mustChangePassword: false };
}

export interface Given {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  readonly as?: Session;
  readonly at?: string;
}

export async function openRoutes() {
  const database = await createTestDatabase();
  const { sql } = database;
  await sql`insert into region (code, name) values (${region}, '试验区')`;
  await sql`insert into unit (region, code, name, short_name, class, from_date) values
    (${region}, 'u1', '城市管理局', '城管局', 'department', '2015-01-01'),
    (${region}, 'u2', '市场监督管理局', '市监局', 'department', '2015-01-01')`;
  const world = await openWorld({ sql, region });
  const audited: AuditEntry[] = [];
  const sessions = { audit: async (entry: AuditEntry) => void audited.push(entry) } as unknown as Sessions;
  const home = mkdtempSync(join(tmpdir(), 'fazhi-routes-'));
  const files = createFileStore(sql, join(home, 'files'));
  const jobs = createJobs((_, error) => {
    throw error;
  });
  const routes = {
    ...listHandlers(world, sessions, files, jobs),
    ...figureHandlers(world, sessions),
    ...ledgerHandlers(world),
    ...oversightHandlers(world, sessions),
  };
  return {
    world,
    files,
    audited,
    async call<N extends keyof typeof routes & RouteName>(name: N, given: Given = {}) {
      const { as = sessionOf('list-keeper'), params = {}, query = {}, body, at = now } = given;
      const handler = routes[name] as unknown as Handler<N>;
      const request = new Request('http://localhost/');
      return handler({ session: as, params, query, body, now: at, request } as unknown as Call<N>);
    },
    async close() {
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** What a refused call tells its caller. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RefusedError);
  return (error as RefusedError).message;
}
