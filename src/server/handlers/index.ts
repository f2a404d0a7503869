import type { AppOptions } from '../app.ts';
import type { Handlers } from '../http/bind.ts';
import { catalogueHandlers } from './catalogue.ts';
import { documentHandlers } from './documents.ts';
import { exportHandlers } from './exports.ts';
import { identityHandlers } from './identity/index.ts';
import { matterHandlers } from './matters.ts';

/** Every route's handler. */
export function handlers({ world, identity }: AppOptions): Partial<Handlers> {
  return {
    ...catalogueHandlers(world),
    ...matterHandlers(world),
    ...documentHandlers(world, identity),
    ...exportHandlers(world, identity),
    ...identityHandlers(world, identity),
  };
}
