// What work costs: time on the clock, and processor time of this process and of a PostgreSQL server on this machine.
// Linux alone tells of another process; elsewhere the server counts as nothing.

import { readdirSync, readFileSync } from 'node:fs';
import type { Sql } from '../../src/store/connection.ts';

export interface Cost {
  readonly ms: number;
  /** Seconds of this process, all its threads. */
  readonly own: number;
  /** Seconds of the server, all its processes. */
  readonly server: number;
}

/** Ticks a second in which Linux counts processor time. */
const TICKS = 100;

/** Process number of the server's first process. */
export async function serverOf(sql: Sql): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return statOf(row!.pid)?.parent ?? 0;
}

/** Runs `work` and says what it took. */
export async function spent<T>(
  server: number,
  work: () => Promise<T>,
): Promise<Cost & { readonly result: T }> {
  const before = { at: performance.now(), cpu: process.cpuUsage(), server: serverSeconds(server) };
  const result = await work();
  const { user, system } = process.cpuUsage(before.cpu);
  return {
    result,
    ms: performance.now() - before.at,
    own: (user + system) / 1e6,
    server: serverSeconds(server) - before.server,
  };
}

/** Of the server itself, the processes it has now, and those that are gone. */
function serverSeconds(server: number): number {
  const first = statOf(server);
  if (!first) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === server);
  return children.reduce((sum, stat) => sum + stat!.own, first.own + first.gone);
}

/** Undefined for a process that is no more. */
function statOf(pid: number): { parent: number; own: number; gone: number } | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name, in brackets, may hold blanks; what follows it does not.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent] = fields;
  const [user, system, goneUser, goneSystem] = fields.slice(11);
  return { parent: parent!, own: (user! + system!) / TICKS, gone: (goneUser! + goneSystem!) / TICKS };
}
