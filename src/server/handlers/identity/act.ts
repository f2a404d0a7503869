import type { Act } from '../../../store/identity/actor.ts';
import type { Session } from '../../session.ts';

/** The administrative act a call stands for. */
export function actOf({ session, now }: { readonly session: Session; readonly now: string }): Act {
  return { region: session.region, by: { person: session.person.id, post: session.acting.id }, now };
}
