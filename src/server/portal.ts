import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import type { Hono, MiddlewareHandler } from 'hono';
import { portalPages } from '../../portal/index.ts';
import { createClient } from '../client/client.ts';
import { legalDateOf } from '../kernel/dates.ts';
import { countView } from '../store/publications/views.ts';
import { problemResponse } from './http/problem.ts';
import { addressIn } from './identity/door.ts';
import { createRateLimit } from './identity/rate-limit.ts';
import type { Log } from './log.ts';
import type { World } from './world.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

interface Visitor {
  /** Address of the reader for whom the portal asks. A request from outside cannot bring one. */
  readonly visitor?: string;
}

/** Questions about progress from one network address: enough for a service window, too slow to try numbers. */
const PROGRESS = { most: 60, minutes: 5 } as const;

/** Slows down whoever tries receipt numbers, on the pages and on the API alike. */
export function progressPace(clock: () => string, trustProxy = false): MiddlewareHandler {
  const limit = createRateLimit(PROGRESS.most, PROGRESS.minutes);
  return async (context, next) => {
    const address = (context.env as Visitor | undefined)?.visitor ?? addressIn(context, trustProxy);
    if (limit.take(address, clock())) return next();
    return problemResponse(
      { kind: 'not-allowed-now', rule: 'public.pace', message: '查询太频繁，请过几分钟再试。' },
      429,
    );
  };
}

interface Server {
  readonly world: World;
  readonly log: Log;
  readonly clock: () => string;
}

/** Puts the portal on every address that is left. It asks the public routes of this same server. */
export function mountPortal(app: Hono, { world, log, clock }: Server, trustProxy = false): void {
  const visits = new AsyncLocalStorage<Visitor>();
  const client = createClient('', async (input, init) =>
    app.request(String(input), init, visits.getStore() ?? {}),
  );
  app.use((context, next) =>
    context.req.path.startsWith('/api/')
      ? next()
      : visits.run({ visitor: addressIn(context, trustProxy) }, next),
  );
  const portal = portalPages(client, {
    region: () => world.region.name,
    version,
    countView: (page) => countView(world.sql, world.region.code, page, legalDateOf(clock())),
    fault: (path, error) => log.error('fault', error, { route: `portal ${path}` }),
  });
  app.route('/', portal);
}
