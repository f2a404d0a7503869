import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedZone } from '../../src/demo/seed-zone.ts';
import { holders, zone } from '../../src/demo/zone.ts';
import { createIdentity } from '../../src/server/identity/index.ts';
import { connect, type Sql } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/index.ts';
import { migrate } from '../../src/store/migrate.ts';
import { sealAll } from '../../src/store/sealing/sealer.ts';
import { verify } from '../../src/store/sealing/verify.ts';

// The process that serves is killed while acts are under way. What was acknowledged is stored; what was not is done
// once when it is asked for again; the ledger verifies.

const ROOT = join(import.meta.dirname, '../..');
const ROUNDS = 3;
const CALLERS = 8;

let home: string;
let database: Awaited<ReturnType<typeof startEmbedded>>;
let sql: Sql;
let server: ChildProcess | undefined;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'fazhi-kill-'));
  database = await startEmbedded({ home });
  const admin = connect(database.adminUrl, { max: 1 });
  await migrate(admin);
  await admin.end();
  sql = connect(database.url);
  await seedZone(sql);
}, 300_000);
afterAll(async () => {
  server?.kill('SIGKILL');
  await sql.end();
  await database.stop();
  rmSync(home, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the product as an operator does and waits until it is ready. */
async function serve(port: number): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env;
  const base = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, ['src/cli/main.ts', 'start', '--no-demo', '--port', String(port)], {
    cwd: ROOT,
    env: { ...env, FAZHI_HOME: home },
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const ready = await fetch(`${base}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return base;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not become ready');
}

async function kill(): Promise<void> {
  const ended = new Promise((resolve) => server!.once('exit', resolve));
  server!.kill('SIGKILL');
  await ended;
}

async function signIn(base: string): Promise<string> {
  const now = new Date().toISOString();
  const identity = createIdentity({ sql, region: zone.code, home, clock: () => now });
  const [link] = await identity.issueLinks([holders('U04', 'case-officer')[0]!.id], now);
  const answer = await fetch(`${base}${link!.path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  });
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}

interface Answer {
  readonly matter: string;
  readonly seq: number;
  readonly again: boolean;
}

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
/** A clue as an officer keys it in. */
const CLUE = {
  procedureRules: 'general',
  source: 'inspection',
  partyKind: 'natural',
  personName: '试验当事人',
  violation: '试验案由',
  clue: '检查中发现的线索',
  actEndedOn: YESTERDAY,
  discoveredOn: YESTERDAY,
};

async function act(base: string, cookie: string, request: string): Promise<Answer | undefined> {
  const answer = await fetch(`${base}/api/procedures/penalty/register-clue`, {
    method: 'POST',
    headers: { cookie, 'x-fazhi': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ request, input: CLUE }),
  }).catch(() => undefined);
  if (!answer) return undefined;
  const text = await answer.text().catch(() => undefined);
  if (text === undefined) return undefined;
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text) as Answer;
}

test('a server killed in the middle of acts loses none that it acknowledged and doubles none that is repeated', async () => {
  const asked = new Set<string>();
  const acknowledged = new Map<string, string>();
  let base = '';
  for (let round = 0; round < ROUNDS; round++) {
    base = await serve(await freePort());
    const cookie = await signIn(base);
    const until = new AbortController();
    const caller = async (name: number) => {
      for (let n = 0; !until.signal.aborted; n++) {
        const request = `kill-${round}-${name}-${n}`;
        asked.add(request);
        const answer = await act(base, cookie, request);
        if (!answer) return;
        acknowledged.set(request, answer.matter);
      }
    };
    const callers = Array.from({ length: CALLERS }, (_, name) => caller(name));
    await new Promise((resolve) => setTimeout(resolve, 700));
    await kill();
    until.abort();
    await Promise.all(callers);
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * CALLERS);
  expect(asked.size).toBeGreaterThan(acknowledged.size);

  const stored = await sql<{ id: string; matter: string }[]>`
    select id, outcome ->> 'matter' as matter from request where region = ${zone.code}`;
  const byRequest = new Map(stored.map(({ id, matter }) => [id, matter]));
  for (const [request, matter] of acknowledged) expect(byRequest.get(request), request).toBe(matter);

  base = await serve(await freePort());
  const cookie = await signIn(base);
  for (const request of asked) {
    const answer = await act(base, cookie, request);
    const known = byRequest.get(request);
    expect(answer?.again, request).toBe(known !== undefined);
    if (known) expect(answer?.matter).toBe(known);
  }
  await kill();
  const [counted] = await sql<{ matters: number; events: number }[]>`
    select (select count(*) from matter where region = ${zone.code} and procedure = 'penalty') as matters,
           (select count(*) from event where region = ${zone.code} and type = 'penalty/register-clue') as events`;
  expect(counted).toEqual({ matters: asked.size, events: asked.size });

  await sealAll(sql, zone.code, () => new Date().toISOString());
  const report = await verify(sql, zone.code);
  expect(report.ok, report.summary).toBe(true);
  expect(report.events).toBe(asked.size);
}, 300_000);
