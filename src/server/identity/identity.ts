import type { Hono } from 'hono';
import type { LinkOwner } from '../../store/identity/links.ts';
import type { Sessions } from '../session.ts';
import type { IssuedLink } from './issue-links.ts';
import type { Next } from './sign-in.ts';

/** Who is who: sign-in, sessions, second factor, passwords, and the audit of all of it. */
export interface Identity extends Sessions {
  /** Must be called before the routes of the contract are bound: their answers may set the cookie. */
  mount(app: Hono): void;
  /** Signs in and sets the cookie. Throws the same refusal for every reason. */
  signIn(request: Request, given: { login: string; password: string }, now: string): Promise<Next>;
  /** Whose one-time link this is, while it can be used. */
  ownerOfLink(token: string, now: string): Promise<LinkOwner | undefined>;
  /** Signs in with a one-time link, which is used up by it. */
  useLink(request: Request, token: string, now: string): Promise<Next>;
  /** What the request's session still has to do; undefined where there is none. */
  nextOf(request: Request, now: string): Promise<Next | undefined>;
  /** The secret for the authenticator of an administrator who has none yet. */
  startEnrolment(request: Request, now: string): Promise<{ uri: string; secret: string }>;
  confirmCode(request: Request, code: string, now: string): Promise<Next>;
  changePassword(request: Request, given: { current?: string; next: string }, now: string): Promise<Next>;
  /** Whether a change of password asks for the present one. */
  hasPassword(request: Request, now: string): Promise<boolean>;
  signOut(request: Request, now: string): Promise<void>;
  /** One-time links, for the operator of the server or a security administrator. */
  issueLinks(
    people: readonly string[],
    now: string,
    by?: { readonly person: string; readonly post: string },
  ): Promise<IssuedLink[]>;
}
