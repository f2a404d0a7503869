import { spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Account, runAs } from './account.ts';
import { EmbeddedDatabaseError } from './faults.ts';
import type { Place } from './place.ts';
import { commandLineOf, isRunning, poll, waitForExit } from './processes.ts';
import type { Runtime } from './runtime.ts';

/** What `postmaster.pid` says of a running server. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const PID_LINE = 0;
const PORT_LINE = 3;
const STATUS_LINE = 7;

const STARTING_MS = 10_000;
const RECOVERY_MS = 30 * 60_000;
const FAST_STOP_MS = 60_000;
const IMMEDIATE_STOP_MS = 10_000;

/** The server that runs on this data directory, or undefined. A pid file left by a dead one counts for nothing. */
export function findPostmaster(place: Place): Postmaster | undefined {
  const lines = readPidFile(place)?.split('\n');
  const pid = Number(lines?.[PID_LINE]);
  if (!lines || !pid || !isRunning(pid)) return undefined;
  const command = commandLineOf(pid);
  if (command !== undefined && !command.includes(place.data)) return undefined;
  return { pid, port: Number(lines[PORT_LINE]), ready: lines[STATUS_LINE]?.trim() === 'ready' };
}

/**
 * Removes a pid file whose number has since been given to another program (usual after a container restarts):
 * PostgreSQL itself would take that program for a running server and refuse to start.
 */
export function removeForeignPidFile(place: Place): void {
  const pid = Number.parseInt(readPidFile(place) ?? '', 10);
  if (pid && isRunning(pid) && !findPostmaster(place)) rmSync(join(place.data, 'postmaster.pid'));
}

function readPidFile(place: Place): string | undefined {
  try {
    return readFileSync(join(place.data, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
}

/** A port that is free on 127.0.0.1: the wanted one if it is. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** Outcome of one try: a ready server, or what the server said before it gave up. */
export type Launch = { readonly postmaster: Postmaster } | { readonly failure: string };

/**
 * Starts the server and waits until it takes connections. It runs in its own session: a Ctrl-C in the terminal
 * reaches us alone, and we stop it in order.
 */
export async function launch(
  place: Place,
  runtime: Runtime,
  account: Account | undefined,
  onProgress: (text: string) => void,
): Promise<Launch> {
  const startLog = join(place.server, 'start.log');
  rmSync(startLog, { force: true });
  const output = openSync(startLog, 'w', 0o600);
  if (account) chownSync(startLog, account.uid, account.gid);
  const child = spawn(runtime.postgres, ['-D', place.data], {
    ...runAs(account),
    cwd: place.server,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  let failure: (() => string) | undefined;
  child.once('error', ({ message }) => {
    failure = () => message;
  });
  child.once('exit', () => {
    failure ??= () => readFileSync(startLog, 'utf8').trim();
  });
  child.unref();

  const outcome = (): Launch | undefined => {
    if (failure) return { failure: failure() };
    const postmaster = findPostmaster(place);
    return postmaster?.ready && postmaster.pid === child.pid ? { postmaster } : undefined;
  };
  const quick = await poll(outcome, { timeoutMs: STARTING_MS, everyMs: 10 });
  if (quick) return quick;
  onProgress('上次未正常关闭，数据库正在从日志恢复，请勿中断');
  const late = await poll(outcome, { timeoutMs: RECOVERY_MS, everyMs: 250 });
  return late ?? { failure: `${RECOVERY_MS / 60_000} 分钟内未能就绪` };
}

/** Stops a server in order; sessions are ended, work not committed is rolled back. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  signal(postmaster.pid, 'SIGINT');
  if (await waitForExit(postmaster.pid, FAST_STOP_MS)) return;
  signal(postmaster.pid, 'SIGQUIT');
  if (await waitForExit(postmaster.pid, IMMEDIATE_STOP_MS)) return;
  throw new EmbeddedDatabaseError(`数据库进程 ${postmaster.pid} 无法停止，请检查磁盘是否正常。`);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
