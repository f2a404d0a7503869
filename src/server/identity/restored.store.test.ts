import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { backup } from '../../store/backup/backup.ts';
import { restore } from '../../store/backup/restore.ts';
import { createIdentity } from './index.ts';
import { type Office, openOffice, REGION } from './testing/office.ts';

let office: Office;
let target: TestDatabase;
const dir = mkdtempSync(join(tmpdir(), 'fazhi-restored-'));

beforeAll(async () => {
  [office, target] = await Promise.all([openOffice(), createTestDatabase()]);
  await target.admin.unsafe('drop schema public cascade; create schema public');
});
afterAll(async () => {
  await Promise.all([office.close(), target.drop()]);
  rmSync(dir, { recursive: true, force: true });
});

/** Who answers to a cookie, on either database. */
const statusOf = async (app: Hono, cookie: string) =>
  (await app.request('http://localhost/whoami', { headers: { cookie } })).status;

test('sessions and links that come along with a backup are closed before anybody can use them', async () => {
  await office.employ('p1', ['window-clerk']);
  await office.employ('p2', ['window-clerk']);
  const cookie = await office.enter('p1');
  const [link] = await office.identity.issueLinks(['p2'], office.now());
  const from = join(dir, 'fazhi.tar');
  await backup({ adminUrl: office.database.adminUrl, files: join(dir, 'files'), to: from });
  const now = office.now();
  const done = await restore({ adminUrl: target.adminUrl, files: join(dir, 'restored'), from, now });
  expect(done.closed).toEqual({ sessions: 1, links: 1 });

  const clock = office.now;
  const identity = createIdentity({ sql: target.admin, region: REGION, home: dir, clock });
  const app = new Hono();
  identity.mount(app);
  const guarded = (of: Office['identity']) =>
    new Hono().get('/whoami', async (c) =>
      c.text('', (await of.resolve(c.req.raw, office.now())) ? 200 : 401),
    );
  expect(await statusOf(guarded(office.identity), cookie)).toBe(200);
  expect(await statusOf(guarded(identity), cookie)).toBe(401);
  const used = await app.request(`http://localhost${link!.path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(used.headers.get('set-cookie')).toBeNull();

  const audited = await target.admin`
    select kind, person, detail, at from audit where region = ${REGION} and kind = 'restored'`;
  expect(audited).toEqual([
    { kind: 'restored', person: null, detail: `${done.takenAt} sessions=1 links=1`, at: now },
  ]);
  expect(await target.admin`select 1 from session where ended_at is null`).toHaveLength(0);
});
