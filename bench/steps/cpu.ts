// Processor time, which does not depend on what else the machine does. Linux only (/proc).

import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of /proc a second (USER_HZ, 100 on every Linux in use). */
const TICKS = 100;

interface Times {
  readonly parent: number;
  /** Seconds used by the process itself, and by its children that have ended. */
  readonly own: number;
  readonly ended: number;
}

/** Seconds of processor time so far: this process, the programs it ran to their end, and the server with its backends. */
export function cpuSeconds(postmaster: number): number {
  const me = timesOf('self');
  let sum = (me?.own ?? 0) + (me?.ended ?? 0);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const times = timesOf(pid);
    if (times && (times.parent === postmaster || Number(pid) === postmaster)) sum += times.own + times.ended;
  }
  return sum;
}

function timesOf(pid: string): Times | undefined {
  try {
    // The name may contain blanks and brackets; what follows the last bracket does not.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const seconds = (field: number) => Number(fields[field]) / TICKS;
    return {
      parent: Number(fields[1]),
      own: seconds(11) + seconds(12),
      ended: seconds(13) + seconds(14),
    };
  } catch {
    return undefined; // It has ended since the folder was read.
  }
}
