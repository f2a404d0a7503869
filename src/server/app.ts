import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { AppOptions } from './app-options.ts';
import { fileRoutes } from './files/routes.ts';
import { handlers } from './handlers/index.ts';
import { bindRoutes } from './http/bind.ts';
import { securityHeaders } from './http/headers.ts';
import { createMetrics } from './http/metrics.ts';
import { staticApp } from './http/static.ts';
import { openApi } from './openapi/document.ts';
import { mountPortal, progressPace } from './portal.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** The whole of what is served: API, sign-in, console, portal, health. */
export function createApp(options: AppOptions): Hono {
  const { world, identity, log, clock } = options;
  const app = new Hono();
  const metrics = createMetrics();
  app.use(securityHeaders(options.secure));
  app.get('/health', (context) => context.json({ status: 'alive' }));
  app.get('/ready', async (context) => {
    const database = await world.sql`select 1`.then(
      () => true,
      () => false,
    );
    const ready = database && options.ready();
    return context.json({ status: ready ? 'ready' : 'not ready', database }, ready ? 200 : 503);
  });
  app.get('/metrics', (context) => context.text(metrics.text()));
  const document = JSON.stringify(openApi(world.systems.registry.procedures));
  app.get('/api/openapi.json', (context) =>
    context.body(document, 200, { 'content-type': 'application/json; charset=utf-8' }),
  );
  identity.mount(app);
  app.use('/api/public/progress', progressPace(clock));
  bindRoutes(app, handlers(options), {
    sessions: identity,
    clock,
    observe: (route, status, ms) => metrics.observe(route, status, ms),
    fault: (route, error) => log.error('fault', error, { route }),
  });
  fileRoutes(app, options);
  app.use('/console/*', staticApp('/console', join(DIST, 'console')));
  app.get('/console', (context) => context.redirect('/console/'));
  mountPortal(app, options, options.trustProxy);
  return app;
}
