import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { writeDemoYear } from '../../src/cli/demo-year.ts';
import { seedZone } from '../../src/demo/seed-zone.ts';
import { zone } from '../../src/demo/zone.ts';
import { createApp } from '../../src/server/app.ts';
import { createFileStore } from '../../src/server/files/store.ts';
import { createIdentity } from '../../src/server/identity/index.ts';
import { createLog } from '../../src/server/log.ts';
import { openWorld } from '../../src/server/open-world.ts';
import { sealAll } from '../../src/store/sealing/sealer.ts';
import { openBrowser } from '../support/browser.ts';
import { createTestDatabase } from '../support/database.ts';

/** The product as a browser meets it: a small demo zone, served, with everybody able to sign in. */
export interface Served {
  readonly base: string;
  /** A browser that stands before this person's one-time link. */
  atLink(person: string, viewport?: { width: number; height: number }): Promise<Page>;
  /** A browser in which this person is signed in. */
  signedIn(person: string, viewport?: { width: number; height: number }): Promise<BrowserContext>;
  /** A browser of somebody who is not signed in. */
  stranger(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Lets the calendar go on to an instant; whoever acts then signs in then. */
  goOnTo(now: string): Promise<void>;
  /** Seals what was done so far, as the running product does every few seconds. */
  seal(): Promise<void>;
  close(): Promise<void>;
}

/** The demo's day: what stands near and late in it does not move with the calendar on the wall. */
export const NOW = '2026-11-20T02:00:00.000Z';

/** Serves a demo of a few hundred matters on a free port; or, `empty`, its units and people without any work yet. */
export async function serveDemo({ empty = false }: { readonly empty?: boolean } = {}): Promise<Served> {
  const database = await createTestDatabase();
  const { sql } = database;
  const home = mkdtempSync(join(tmpdir(), 'fazhi-browser-'));
  await seedZone(sql);
  const world = await openWorld({ sql, region: zone.code });
  const files = createFileStore(sql, join(home, 'files'));
  let now = NOW;
  const clock = () => now;
  const log = createLog();
  const identity = createIdentity({ sql, region: zone.code, home, clock });
  if (!empty) await writeDemoYear(world, files, NOW, { size: { licences: 120, penalties: 24 } });
  const seal = async () => {
    await sealAll(sql, zone.code, () => now);
  };
  await seal();
  const app = createApp({
    world,
    identity,
    files,
    log,
    clock,
    secure: false,
    trustProxy: false,
    ready: () => true,
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  // Asked for no motion, the product shows none: what a test looks at is there at once or not at all.
  const stranger = (options?: BrowserContextOptions): Promise<BrowserContext> =>
    browser.newContext({
      baseURL: base,
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      ...options,
    });
  const atLink: Served['atLink'] = async (person, viewport) => {
    const [link] = await identity.issueLinks([person], now);
    const page = await (await stranger(viewport && { viewport })).newPage();
    await page.goto(link!.path);
    return page;
  };
  return {
    base,
    stranger,
    atLink,
    async signedIn(person, viewport) {
      const page = await atLink(person, viewport);
      await page.getByRole('button').click();
      await page.waitForURL('**/console/**');
      await page.close();
      return page.context();
    },
    async goOnTo(later) {
      now = later;
    },
    seal,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await world.appender.idle();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
