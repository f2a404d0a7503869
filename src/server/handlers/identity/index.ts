import type { Handlers } from '../../http/bind.ts';
import type { Identity } from '../../identity/index.ts';
import type { World } from '../../world.ts';
import { accountHandlers } from './account.ts';
import { sessionHandlers } from './session.ts';

/** Handlers of everything about persons, posts, accounts, sessions and the audit. */
export function identityHandlers(world: World, identity: Identity) {
  return {
    ...sessionHandlers(world, identity),
    ...accountHandlers(identity),
  } satisfies Partial<Handlers>;
}
