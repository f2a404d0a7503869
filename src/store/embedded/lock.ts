import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, EmbeddedDatabaseError } from './faults.ts';
import { identityOf, isSameProcessRunning, poll } from './processes.ts';

const LOCK_WAIT_MS = 120_000;

/**
 * Runs `work` while no other process of this home starts or stops the server. The lock of a process that was
 * killed is taken over. The file appears with its content (hard link), so a reader never meets it half written.
 */
export async function withLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const lock = join(directory, 'lock');
  const own = join(directory, `lock.${process.pid}`);
  writeFileSync(own, identityOf(process.pid));
  try {
    const taken = await poll(() => tryLock(lock, own), { timeoutMs: LOCK_WAIT_MS, everyMs: 25 });
    if (!taken) {
      throw new EmbeddedDatabaseError(
        `另一个进程（${readIfPresent(lock) ?? '未知'}）正在启动或停止本目录的数据库，等待超过 ${LOCK_WAIT_MS / 1000} 秒。请确认该进程状态后重试。`,
      );
    }
    try {
      return await work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

function tryLock(lock: string, own: string): true | undefined {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const holder = readIfPresent(lock);
  if (holder !== undefined && !isSameProcessRunning(holder)) takeAway(lock, holder);
  return undefined;
}

/** Removes a dead holder's lock. Renaming lets one of several waiters win; a lock taken meanwhile is put back. */
function takeAway(lock: string, deadHolder: string): void {
  const aside = `${lock}.dead.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== deadHolder) linkSync(aside, lock);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Processes that use the server of a home; the last one to leave stops it. */
export class Users {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Adds this process; `ticket` tells several uses by one process apart. */
  enter(ticket: string): void {
    writeFileSync(this.#file(ticket), identityOf(process.pid));
  }

  leave(ticket: string): void {
    rmSync(this.#file(ticket), { force: true });
  }

  /** Whether any living process still uses the server; forgets those that died. */
  any(): boolean {
    const files = readdirSync(this.#directory, { withFileTypes: true }).filter((entry) => entry.isFile());
    const living = files.filter(({ name }) => {
      const file = join(this.#directory, name);
      if (isSameProcessRunning(readFileSync(file, 'utf8'))) return true;
      rmSync(file, { force: true });
      return false;
    });
    return living.length > 0;
  }

  #file(ticket: string): string {
    return join(this.#directory, `${process.pid}-${ticket}`);
  }
}
