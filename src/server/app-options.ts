import type { FileStore } from './files/store.ts';
import type { Identity } from './identity/identity.ts';
import type { Log } from './log.ts';
import type { World } from './world.ts';

/** What the served product is made of. */
export interface AppOptions {
  readonly world: World;
  readonly identity: Identity;
  readonly files: FileStore;
  readonly log: Log;
  readonly clock: () => string;
  /** Served over https: cookies and headers say so. */
  readonly secure: boolean;
  /** A proxy of ours stands in front and names the visitor in X-Forwarded-For. */
  readonly trustProxy: boolean;
  /** Turns false while the process is ending, so that no new work is sent here. */
  readonly ready: () => boolean;
}
