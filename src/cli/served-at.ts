import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeOf } from '../store/database.ts';

// Where the server of a home listens is known to it alone: the port may be any that was free. It is kept in the home as
// long as the server runs, so that the links other commands give out lead to it.

/** Where a server started with the same settings listens first. */
const USUAL = `http://127.0.0.1:${process.env.FAZHI_PORT ?? 8080}`;

const fileIn = (home: string): string => join(home, 'served-at');

export function keepServedAt(home: string, address: string): void {
  // Left behind by a run that was killed, perhaps another user's: the owner of the home may remove it, not write it.
  forgetServedAt(home);
  writeFileSync(fileIn(home), `${address}\n`, { mode: 0o600 });
}

export function forgetServedAt(home: string): void {
  rmSync(fileIn(home), { force: true });
}

/** Address to put before the path of a link: the one asked for, else where the home is served or was served last. */
export function servedAt({ base, home }: { readonly base?: string; readonly home?: string }): string {
  if (base !== undefined) return base;
  try {
    return readFileSync(fileIn(homeOf(home)), 'utf8').trim() || USUAL;
  } catch {
    return USUAL;
  }
}
