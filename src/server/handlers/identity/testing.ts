import { Hono } from 'hono';
import { createCalendar } from '../../../kernel/calendar/calendar.ts';
import { bindRoutes } from '../../http/bind.ts';
import { type Office, REGION } from '../../identity/testing/office.ts';
import { identityHandlers } from './index.ts';

/** The routes of identity over an office, as the server binds them. */
export interface Api {
  readonly app: Hono;
  /** A call as our own pages make it. */
  call(method: string, path: string, cookie: string, body?: object): Promise<Response>;
}

/** @param faults takes what nobody expected */
export function openApi(office: Office, faults: unknown[]): Api {
  const world = {
    sql: office.database.sql,
    region: { code: REGION, name: '试验区' },
    calendar: () => createCalendar([]),
    refresh: async () => {},
  };
  const app = new Hono();
  office.identity.mount(app);
  bindRoutes(
    app,
    identityHandlers(world, office.identity, () => undefined),
    {
      sessions: office.identity,
      clock: office.now,
      fault: (route, error) => faults.push([route, error]),
    },
  );
  return {
    app,
    call: async (method, path, cookie, body) =>
      app.request(`http://localhost${path}`, {
        method,
        headers: { cookie, 'x-fazhi': '1', 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
  };
}

/** A session of somebody, with the second factor taken as given. */
export async function enterAs(office: Office, person: string): Promise<string> {
  const cookie = await office.enter(person);
  await office.database.sql`update session set second_factor = true where person = ${person}`;
  return cookie;
}
