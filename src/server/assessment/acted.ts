import type { Instant } from '../../kernel/dates.ts';
import type { Session } from '../session.ts';

/** Who acts, from which post, and when. */
export interface Acted {
  readonly region: string;
  readonly actor: { readonly person: string; readonly post: string };
  readonly now: Instant;
}

export const actedBy = (session: Session, now: Instant): Acted => ({
  region: session.region,
  actor: { person: session.person.id, post: session.acting.id },
  now,
});
