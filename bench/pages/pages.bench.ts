// What the pages of the console ask of the server, at the size of the demo and at a million matters.
// node bench/pages/pages.bench.ts [--matters 1000000] [--home DIR]
//
// Bars: 200 ms at the size of the demo, one second at a million matters, held by the slowest of all rounds. A home that is given is kept.

import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Hono } from 'hono';
import { type OpenStore, openStore } from '../../src/cli/open-store.ts';
import { holders } from '../../src/demo/zone.ts';
import type { PostKindId } from '../../src/kernel/identity/posts.ts';
import { createApp } from '../../src/server/app.ts';
import { createFileStore } from '../../src/server/files/store.ts';
import { createIdentity } from '../../src/server/identity/index.ts';
import { createLog } from '../../src/server/log.ts';
import { countMatters, loadYear, multiply } from './load.ts';
import { type Page, pages } from './pages.ts';

const ROUNDS = 7;
/** Above this the size of the demo is over. */
const SMALL = 50_000;
const BAR = { small: 200, large: 1000 } as const;

const { values } = parseArgs({
  options: { matters: { type: 'string' }, home: { type: 'string' } },
});
const home = values.home ?? mkdtempSync(join(tmpdir(), 'fazhi-bench-'));
const store = await openStore({ home });
const say = (text: string) => console.log(`  ${text}`);
try {
  await loadYear(store, say);
  if ((await countMatters(store)) < SMALL) await measure(store, BAR.small);
  await multiply(store, Number(values.matters ?? 1_000_000), say);
  await measure(store, BAR.large);
} finally {
  await store.close();
  if (!values.home) rmSync(home, { recursive: true, force: true });
}

async function measure(opened: OpenStore, bar: number): Promise<void> {
  const clock = () => new Date().toISOString();
  const { sql, world, region } = opened;
  const identity = createIdentity({ sql, region, home, clock });
  const files = createFileStore(sql, opened.database.files);
  const app = createApp({
    world,
    identity,
    files,
    log: createLog(),
    clock,
    secure: false,
    trustProxy: false,
    ready: () => true,
  });
  const cookies = new Map<string, string>();
  const sign = async ({ unit, kind }: Page['as']): Promise<string> => {
    const key = `${unit}-${kind}`;
    const known = cookies.get(key);
    if (known) return known;
    const [link] = await identity.issueLinks([holders(unit, kind as PostKindId)[0]!.id], clock());
    const answer = await app.request(`http://localhost${link!.path}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    });
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    cookies.set(key, cookie);
    return cookie;
  };
  const trip = median(await times(() => sql`select 1`));
  console.log(
    `${(await countMatters(opened)).toLocaleString('en')} matters; bar ${bar} ms; select 1 ${trip.toFixed(2)} ms; load ${loadavg()[0]!.toFixed(1)}`,
  );
  const missed: string[] = [];
  for (const page of await pages(opened)) {
    const cookie = await sign(page.as);
    const spent = await times(() => ask(app, page, cookie));
    const middle = median(spent);
    const worst = Math.max(...spent);
    if (worst > bar) missed.push(page.name);
    console.log(
      `  ${page.name.padEnd(58)}${middle.toFixed(1).padStart(9)} ms  worst ${worst.toFixed(0).padStart(6)} ms  ${(middle / trip).toFixed(0).padStart(6)}x  ${worst > bar ? 'MISSED' : ''}`,
    );
  }
  if (missed.length > 0) process.exitCode = 1;
}

async function ask(app: Hono, page: Page, cookie: string): Promise<void> {
  const answer = await app.request(`http://localhost${page.path}`, { headers: { cookie } });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${page.name}: ${answer.status} ${body}`);
}

/** Milliseconds of each round; the first, which warms the caches, is left out. */
async function times(work: () => PromiseLike<unknown>): Promise<number[]> {
  await work();
  const spent: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    spent.push(performance.now() - start);
    if (spent.reduce((sum, ms) => sum + ms, 0) > 15_000) break;
  }
  return spent;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
