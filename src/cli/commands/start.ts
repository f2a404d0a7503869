import { createServer } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Command } from 'commander';
import { seedZone } from '../../demo/seed-zone.ts';
import { guides, zone } from '../../demo/zone.ts';
import { legalDateOf } from '../../kernel/dates.ts';
import { createApp } from '../../server/app.ts';
import { createFileStore, type FileStore } from '../../server/files/store.ts';
import { createIdentity, type Identity } from '../../server/identity/index.ts';
import { createLog } from '../../server/log.ts';
import { assertAppendOnly } from '../../store/guards.ts';
import { sealAll, startSealer } from '../../store/sealing/sealer.ts';
import { startSweeper } from '../../store/supervision/sweeper.ts';
import { assessDemo } from '../demo-assessment.ts';
import { draftDemoReport } from '../demo-reports.ts';
import { reportAtCutOff, writeDemoYear } from '../demo-year.ts';
import { type OpenStore, openStore } from '../open-store.ts';
import { forgetServedAt, keepServedAt } from '../served-at.ts';

interface StartOptions {
  readonly port?: string;
  readonly host: string;
  readonly home?: string;
  readonly demo: boolean;
}

/** Port tried first where none is named. */
const PORT = 8080;

/** `fazhi start`: database, schema, demo on the first start, then the server until it is told to stop. */
export function startCommand(): Command {
  return new Command('start')
    .description('启动系统；首次启动会建立数据库并载入演示区域')
    .option('--port <端口>', `服务端口（默认取 FAZHI_PORT，其次为 ${PORT} 起的空闲端口）`)
    .option('--host <地址>', '监听地址', process.env.FAZHI_HOST ?? '127.0.0.1')
    .option('--home <目录>', '数据目录')
    .option('--no-demo', '不载入演示数据')
    .action((options: StartOptions) => start(options));
}

async function start(options: StartOptions): Promise<void> {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const store = await openStore({ ...(options.home ? { home: options.home } : {}), onProgress: say });
  await assertAppendOnly(store.sql);
  const clock = (): string => new Date().toISOString();
  const files = createFileStore(store.sql, store.database.files);
  const first = options.demo && store.region === zone.code && (await seedZone(store.sql));
  if (first) await fillDemo(store, files, clock(), say);
  const log = createLog();
  const trustProxy = process.env.FAZHI_TRUST_PROXY === '1';
  const identity = createIdentity({
    sql: store.sql,
    region: store.region,
    home: store.database.home,
    clock,
    trustProxy,
  });
  let ready = true;
  const secure = process.env.FAZHI_HTTPS === '1';
  const app = createApp({
    world: store.world,
    identity,
    files,
    log,
    clock,
    secure,
    trustProxy,
    ready: () => ready,
  });
  const port = await portFor(options);
  const server = serve({ fetch: app.fetch, hostname: options.host, port });
  const sealer = startSealer(store.sql, {
    regions: [store.region],
    onError: (region, error) => log.error('seal', error, { region }),
  });
  const sweeper = startSweeper(store.steps, {
    regions: [store.region],
    before: () => store.world.refresh(),
    onError: (region, error) => log.error('sweep', error, { region }),
  });
  const address = `http://${options.host}:${port}`;
  keepServedAt(store.database.home, address);
  say(`法治台账已启动：${address}/`);
  if (first) await printLinks(identity, address, say);
  else say('需要新的一次性登录链接时运行：npm run -s fazhi -- links');
  await untilStopped();
  ready = false;
  say('正在停止：不再接受新的请求，等待办理中的请求完成…');
  await closeServer(server);
  forgetServedAt(store.database.home);
  await sweeper.stop();
  await sealer.stop();
  await store.close();
}

/** Requests under way are finished; one that takes longer than this (an upload that stalls) is cut off. */
const GRACE_SECONDS = 20;

async function closeServer(server: ServerType): Promise<void> {
  const cut = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, GRACE_SECONDS * 1000);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
}

/** The demo's year: decided by the kernel, stored as any step is, sealed before the first page is served. */
async function fillDemo(
  store: OpenStore,
  files: FileStore,
  now: string,
  say: (text: string) => void,
): Promise<void> {
  await store.world.refresh();
  let analysed: Promise<void> = Promise.resolve();
  await writeDemoYear(store.world, files, now, {
    onCutOff: async (day) => {
      say('演示数据：上年的年度报告');
      await reportAtCutOff(store.world, day, now);
    },
    onProgress: (text) => {
      say(text);
      // The planner knows nothing yet of tables that were empty a minute ago.
      analysed = analysed.then(() => store.admin`analyze`).then(() => {});
    },
  });
  await analysed;
  say('演示数据：封存');
  const seal = () => sealAll(store.sql, store.region, () => now);
  await seal();
  say('演示数据：年度考核');
  await assessDemo(store.world, legalDateOf(now));
  await seal();
  await draftDemoReport(store.world, now);
}

/** No default password exists: the first sign-in of each demo account is by a link that works once. */
async function printLinks(identity: Identity, base: string, say: (text: string) => void): Promise<void> {
  const issued = await identity.issueLinks(
    guides.map((guide) => guide.person),
    new Date().toISOString(),
  );
  say('演示账户的一次性登录链接（24小时内有效，各用一次）：');
  for (const { person, path } of issued) {
    const guide = guides.find((entry) => entry.person === person);
    say(`  ${guide?.role ?? person}：${base}${path}`);
  }
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

async function portFor({ port, host }: StartOptions): Promise<number> {
  const named = port ?? process.env.FAZHI_PORT;
  if (named !== undefined) return Number(named);
  for (let candidate = PORT; candidate < PORT + 50; candidate++) {
    if (await isFree(candidate, host)) return candidate;
  }
  throw new Error(`从 ${PORT} 起的50个端口都被占用，请用 --port 指定一个空闲端口。`);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
