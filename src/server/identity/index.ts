import type { Sql } from '../../store/connection.ts';
import { writeAudit } from '../../store/identity/audit.ts';
import { endSession } from '../../store/identity/sessions.ts';
import { refuse } from '../http/problem.ts';
import type { Sessions } from '../session.ts';
import { changePassword } from './change-password.ts';
import { endedCookie, sessionCookie } from './cookie.ts';
import type { Desk } from './desk.ts';
import { createDoor, type Door, openDoor } from './door.ts';
import type { Identity } from './identity.ts';
import { type IssuedLink, issueLinks } from './issue-links.ts';
import { signInPages } from './pages.ts';
import { createRateLimit } from './rate-limit.ts';
import { confirmCode, startEnrolment } from './second-factor.ts';
import { createSecretBox, keptKey } from './secret-box.ts';
import { type Present, presentSession, sessionOf, switchPost } from './sessions.ts';
import { type Entered, type Next, ownerOfLink, signIn, useLink } from './sign-in.ts';
import { mustChangePassword } from './stage.ts';

export type { Identity, IssuedLink, Next };

export interface IdentityOptions {
  readonly sql: Sql;
  readonly region: string;
  /** Directory with the key that seals secrets; made at first use. */
  readonly home: string;
  readonly clock: () => string;
  /** There is a proxy of ours in front, whose X-Forwarded-For names the visitor. */
  readonly trustProxy?: boolean;
}

/** Attempts to sign in from one network address: an office behind one address is many people. */
const RATE = { attempts: 60, minutes: 5 } as const;

export function createIdentity({ sql, region, home, clock, trustProxy }: IdentityOptions): Identity {
  const desk: Desk = {
    sql,
    region,
    box: createSecretBox(keptKey(home)),
    limit: createRateLimit(RATE.attempts, RATE.minutes),
  };
  const door = createDoor(trustProxy ?? false);
  const present = (request: Request, now: string) => presentSession(sql, region, request, now);
  const identity: Identity = {
    ...sessionsOf(desk, present),
    ...entrances(desk, door, present),
    mount(app) {
      openDoor(app, door);
      app.route('/', signInPages(identity, clock));
    },
    issueLinks: (people, now, by) => issueLinks(sql, { region, people, ...(by ? { by } : {}) }, now),
  };
  return identity;
}

type Presence = (request: Request, now: string) => Promise<Present | undefined>;

function sessionsOf({ sql, region }: Desk, present: Presence): Sessions {
  return {
    async resolve(request, now) {
      const found = await present(request, now);
      return found?.stage === 'open' ? sessionOf(region, found, now) : undefined;
    },
    switchPost: (session, post, now) => switchPost(sql, session, post, now),
    audit: (entry) => writeAudit(sql, { ...entry, region: entry.region || region }),
  };
}

type Entrances = Omit<Identity, keyof Sessions | 'mount' | 'issueLinks'>;

function entrances(desk: Desk, door: Door, present: Presence): Entrances {
  const letIn = (request: Request, { token, next }: Entered): Next => {
    door.setCookie(sessionCookie(token, request));
    return next;
  };
  const required = async (request: Request, now: string): Promise<Present> =>
    (await present(request, now)) ?? refuse('forbidden', 'identity.session', '登录已超时，请重新登录。');
  return {
    signIn: async (request, given, now) => letIn(request, await signIn(desk, given, door.address(), now)),
    ownerOfLink: (token, now) => ownerOfLink(desk, token, now),
    useLink: async (request, token, now) => letIn(request, await useLink(desk, token, door.address(), now)),
    async nextOf(request, now) {
      const found = await present(request, now);
      if (found?.stage === 'open' && mustChangePassword(found.row, now)) return 'password';
      return found?.stage;
    },
    startEnrolment: async (request, now) => startEnrolment(desk, await required(request, now)),
    confirmCode: async (request, code, now) =>
      letIn(request, await confirmCode(desk, await required(request, now), code, now)),
    changePassword: async (request, given, now) =>
      letIn(request, await changePassword(desk, await required(request, now), given, now)),
    hasPassword: async (request, now) => (await present(request, now))?.row.hasPassword ?? false,
    async signOut(request, now) {
      const found = await present(request, now);
      if (found) await endPresent(desk, found, now);
      door.setCookie(endedCookie(request));
    },
  };
}

async function endPresent({ sql, region }: Desk, { tokenHash, row }: Present, now: string): Promise<void> {
  await sql.begin(async (transaction) => {
    await endSession(transaction, { region, tokenHash }, now);
    const { person, post } = row;
    await writeAudit(transaction, { region, at: now, person, post, kind: 'signed-out', detail: '' });
  });
}
