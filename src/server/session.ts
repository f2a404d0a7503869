import { type Acting, type PostKindId, postKinds } from '../kernel/identity/posts.ts';

/** A post a person holds on the day. */
export interface HeldPost {
  readonly id: string;
  readonly name: string;
  readonly kind: PostKindId;
  readonly unit: string;
  readonly unitName: string;
  readonly acting: boolean;
  readonly until: string | null;
}

/** Somebody who is signed in, with the post he acts from at present. */
export interface Session {
  readonly id: string;
  readonly region: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly posts: readonly HeldPost[];
  readonly acting: HeldPost;
  readonly mustChangePassword: boolean;
}

/** The session's person in his present post, as the kernel knows him. */
export function actingOf(session: Session): Acting {
  return {
    person: session.person.id,
    name: session.person.name,
    post: session.acting.id,
    kind: session.acting.kind,
    unit: session.acting.unit,
  };
}

/** What of a matter this post may open, beyond seeing it. */
export function openerOf({ acting }: Session): { readonly kind: PostKindId; readonly personal: boolean } {
  return { kind: acting.kind, personal: postKinds[acting.kind].personal };
}

/** Finds the session a request belongs to; implemented by src/server/identity. */
export interface Sessions {
  resolve(request: Request, now: string): Promise<Session | undefined>;
  switchPost(session: Session, post: string, now: string): Promise<Session | undefined>;
  /** Records a refusal or an act of administration; holds no personal data beyond the person's id. */
  audit(entry: AuditEntry): Promise<void>;
}

export interface AuditEntry {
  readonly region: string;
  readonly at: string;
  readonly person: string | null;
  readonly post: string | null;
  /** `refused`, `signed-in`, `sign-in-failed`, `exported`, `opened-personal` … */
  readonly kind: string;
  /** Route name and rule; never values of a form. */
  readonly detail: string;
}

/** Records an act of whoever is signed in, in his present post: what he took out, opened, made. */
export const auditAct = (
  sessions: Sessions,
  session: Session,
  at: string,
  kind: string,
  detail: string,
): Promise<void> =>
  sessions.audit({
    region: session.region,
    at,
    person: session.person.id,
    post: session.acting.id,
    kind,
    detail,
  });
