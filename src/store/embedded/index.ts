import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../connection.ts';
import { APP_ROLE, ensureAppRole, roleUrl } from '../roles.ts';
import { type Account, serverAccount } from './account.ts';
import { type ClusterFile, OWNER_ROLE, prepareCluster, writeClusterFile, writeSettings } from './cluster.ts';
import { codeOf, EmbeddedDatabaseError } from './faults.ts';
import { Users, withLock } from './lock.ts';
import { type Place, preparePlace } from './place.ts';
import {
  findPostmaster,
  freePort,
  launch,
  type Postmaster,
  removeForeignPidFile,
  stopPostmaster,
} from './postmaster.ts';
import { poll } from './processes.ts';
import { prepareRuntime, type Runtime } from './runtime.ts';

export interface EmbeddedOptions {
  /** The directory that holds everything; made when missing. */
  readonly home: string;
  /** One Chinese sentence for each thing that takes time or is out of the ordinary. */
  readonly onProgress?: (text: string) => void;
  /** Server settings that differ from the default; for tests and trials. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedDatabase {
  /** Connection of the application role, which owns nothing. */
  readonly url: string;
  /** Connection of the owner, for migrations, backup and restore. */
  readonly adminUrl: string;
  readonly port: number;
  readonly dataDir: string;
  /** Leaves the server; stops it when no other process uses it. */
  stop(): Promise<void>;
}

export { EmbeddedDatabaseError } from './faults.ts';

const DATABASE = 'fazhi';
const LAUNCH_TRIES = 12;
const RETRY_PAUSE_MS = 500;
const ANSWER_MS = 10_000;
const WATCH_MS = 500;

interface Engine {
  readonly place: Place;
  readonly account: Account | undefined;
  readonly runtime: Runtime;
  readonly settings: Readonly<Record<string, string>>;
  readonly onProgress: (text: string) => void;
}

/**
 * Starts the PostgreSQL of a home, or joins the one that already runs there (another process of ours, or an
 * orphan whose host was killed). While we use it, a server that dies is started again on the same port.
 * Throws {@link EmbeddedDatabaseError}.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const onProgress = options.onProgress ?? (() => {});
  const account = serverAccount(options.home);
  const place = preparePlace(options.home, account, onProgress);
  const users = new Users(place.users);
  const ticket = randomUUID();

  const { engine, cluster, postmaster } = await withLock(place.control, async () => {
    const runtime = prepareRuntime(place, account, onProgress);
    const engine: Engine = { place, account, runtime, settings: options.settings ?? {}, onProgress };
    const remembered = prepareCluster(place, runtime, account, onProgress);
    const postmaster = await adoptOrStart(engine, remembered);
    await ensureDatabase(remembered, postmaster.port);
    users.enter(ticket);
    return { engine, cluster: remembered, postmaster };
  });

  const watch = watchOver(engine, cluster, postmaster.port);
  return {
    url: urlOf(APP_ROLE, cluster.appPassword, postmaster.port, DATABASE),
    adminUrl: urlOf(OWNER_ROLE, cluster.ownerPassword, postmaster.port, DATABASE),
    port: postmaster.port,
    dataDir: place.data,
    stop: async () => {
      await watch.end();
      await withLock(place.control, async () => {
        users.leave(ticket);
        const running = findPostmaster(place);
        if (running && !users.any()) await stopPostmaster(running);
      });
    },
  };
}

function urlOf(role: string, password: string, port: number, database: string): string {
  return roleUrl(`postgres://127.0.0.1:${port}/${database}`, role, password);
}

/** A running server that answers is ours to use; one that does not answer is stopped and started again. */
async function adoptOrStart(engine: Engine, cluster: ClusterFile): Promise<Postmaster> {
  const running = findPostmaster(engine.place);
  if (running) {
    if (await answers(cluster, running.port)) {
      engine.onProgress('数据库已在运行，直接使用');
      return running;
    }
    engine.onProgress(`数据库进程 ${running.pid} 没有应答，正在重新启动`);
    await stopPostmaster(running);
  }
  return start(engine, cluster);
}

async function answers(cluster: ClusterFile, port: number): Promise<boolean> {
  const answered = await poll(() => ping(cluster, port), { timeoutMs: ANSWER_MS, everyMs: 100 });
  return answered === true;
}

async function ping(cluster: ClusterFile, port: number): Promise<true | undefined> {
  const sql = connect(urlOf(OWNER_ROLE, cluster.ownerPassword, port, 'postgres'), { max: 1 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return undefined;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Tries several times: after a hard kill the last backends may hold the shared memory for a moment, and a free
 * port may be taken by another program between our look and the server's.
 */
async function start(engine: Engine, cluster: ClusterFile): Promise<Postmaster> {
  let failure = '';
  for (let attempt = 1; attempt <= LAUNCH_TRIES; attempt++) {
    removeForeignPidFile(engine.place);
    const port = await freePort(cluster.port);
    writeSettings(engine.place, engine.account, port, engine.settings);
    const launched = await launch(engine.place, engine.runtime, engine.account, engine.onProgress);
    if ('postmaster' in launched) {
      if (port !== cluster.port) writeClusterFile(engine.place, { ...cluster, port });
      return launched.postmaster;
    }
    failure = launched.failure;
    await delay(RETRY_PAUSE_MS);
  }
  throw new EmbeddedDatabaseError(`数据库未能启动：${failure}（日志在 ${engine.place.log}）`);
}

/** The application's role and database; made once, and again if the first start was cut short. */
async function ensureDatabase(cluster: ClusterFile, port: number): Promise<void> {
  const admin = connect(urlOf(OWNER_ROLE, cluster.ownerPassword, port, 'postgres'), { max: 1 });
  try {
    await ensureAppRole(admin, cluster.appPassword);
    const [found] = await admin`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await admin`create database ${admin(DATABASE)}`;
  } finally {
    await admin.end();
  }
}

/** Starts the server again when it dies under us (kill -9, out of memory). Clients reconnect by themselves. */
function watchOver(engine: Engine, cluster: ClusterFile, port: number): { end(): Promise<void> } {
  let ended = false;
  let reviving: Promise<void> | undefined;
  const revive = async (): Promise<void> => {
    try {
      await withLock(engine.place.control, async () => {
        if (ended || findPostmaster(engine.place)) return;
        engine.onProgress('数据库进程意外退出，正在重新启动');
        await start(engine, { ...cluster, port });
      });
    } catch (error) {
      engine.onProgress(error instanceof Error ? error.message : codeOf(error));
    } finally {
      reviving = undefined;
    }
  };
  const timer = setInterval(() => {
    if (!ended && !reviving && !findPostmaster(engine.place)) reviving = revive();
  }, WATCH_MS);
  timer.unref();
  return {
    end: async () => {
      ended = true;
      clearInterval(timer);
      await reviving;
    },
  };
}
