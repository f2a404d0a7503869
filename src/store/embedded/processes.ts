import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A process as a line of text: `<pid> <start time>`. The start time tells a process from a later one that was
 * given the same id; it is empty where the system does not show it (anything but Linux).
 */
export type ProcessIdentity = string;

const STATE_FIELD = 0;
const START_TIME_FIELD = 19;

/** Fields of /proc/<pid>/stat after the command name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether the process runs. A zombie that nobody has reaped yet does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statFields(pid)?.[STATE_FIELD] !== 'Z';
}

export function identityOf(pid: number): ProcessIdentity {
  return `${pid} ${statFields(pid)?.[START_TIME_FIELD] ?? ''}`;
}

/** Whether the very process that wrote this identity still runs. */
export function isSameProcessRunning(identity: ProcessIdentity): boolean {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && isRunning(pid) && identityOf(pid) === identity.trimEnd().padEnd(`${pid} `.length);
}

/** Command line of a process, or undefined where it cannot be read. */
export function commandLineOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return undefined;
  }
}

/** Polls until `check` gives something other than undefined, or the time is over (then undefined). */
export async function poll<T>(
  check: () => T | undefined | Promise<T | undefined>,
  limit: { readonly timeoutMs: number; readonly everyMs: number },
): Promise<T | undefined> {
  const end = performance.now() + limit.timeoutMs;
  for (;;) {
    const found = await check();
    if (found !== undefined) return found;
    if (performance.now() >= end) return undefined;
    await delay(limit.everyMs);
  }
}

/** Waits for a process to end; false when it still runs after the limit. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const gone = await poll(() => (isRunning(pid) ? undefined : true), { timeoutMs, everyMs: 20 });
  return gone === true;
}
