import type { Handlers } from '../../http/bind.ts';
import type { AuditNaming } from '../../identity/audit-text.ts';
import type { Identity } from '../../identity/index.ts';
import { accountHandlers } from './account.ts';
import { auditHandlers } from './audit.ts';
import { peopleHandlers } from './people.ts';
import { postHandlers } from './posts.ts';
import { sessionHandlers } from './session.ts';
import type { IdentityWorld } from './world.ts';

/** Handlers of everything about persons, posts, accounts, sessions and the audit. */
export function identityHandlers(
  world: IdentityWorld,
  identity: Identity,
  /** Names of procedures, lists and indicators, for the words of the audit. */
  thing: AuditNaming['thing'],
) {
  return {
    ...sessionHandlers(world, identity),
    ...accountHandlers(identity),
    ...peopleHandlers(world, identity),
    ...postHandlers(world),
    ...auditHandlers(world, identity, thing),
  } satisfies Partial<Handlers>;
}
