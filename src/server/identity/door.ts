import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Hono, MiddlewareHandler } from 'hono';

/**
 * What a sign-in needs of a request beyond its JSON: where it came from, and a cookie for the answer. Handlers of
 * the contract see neither, so that both are kept here for as long as the request is worked on.
 */
export interface Door {
  readonly middleware: MiddlewareHandler;
  /** Address the present request came from, shortened to the network for IPv6. */
  address(): string;
  /** Sets a cookie with the answer to the present request. */
  setCookie(cookie: string): void;
}

interface Visit {
  readonly address: string;
  cookie?: string;
}

/** @param trustProxy the last address of X-Forwarded-For is the visitor: there is a proxy of ours in front */
export function createDoor(trustProxy: boolean): Door {
  const visits = new AsyncLocalStorage<Visit>();
  const present = (): Visit => {
    const visit = visits.getStore();
    if (!visit) throw new Error('identity.mount(app) must come before the routes of the contract');
    return visit;
  };
  return {
    middleware: async (context, next) => {
      const visit: Visit = { address: addressIn(context, trustProxy) };
      await visits.run(visit, next);
      if (visit.cookie) context.header('set-cookie', visit.cookie, { append: true });
    },
    address: () => present().address,
    setCookie: (cookie) => {
      present().cookie = cookie;
    },
  };
}

/** Paths whose answers may carry the session cookie. */
const DOORS = ['/api/account/*', '/sign-in', '/sign-in/*'];

export function openDoor(app: Hono, door: Door): void {
  for (const path of DOORS) app.use(path, door.middleware);
}

interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** Address a request came from, shortened to the network for IPv6; empty for a request of our own. */
export function addressIn(context: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const direct = (context.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress;
  return network(forwarded ?? direct ?? '');
}

/** One household or office has a /64 of IPv6, and could use another address for each attempt. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
