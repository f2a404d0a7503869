import { type PostKindId, postKinds } from '../../kernel/identity/posts.ts';
import type { Session } from '../../server/session.ts';
import { holders, postId, units, zone } from '../zone.ts';

/** The first holder of a post of the demo zone, signed in. */
export function signedIn(unit: string, kind: PostKindId): Session {
  const [{ id, name } = { id: '', name: '' }] = holders(unit, kind);
  const acting = {
    id: postId(unit, kind),
    name: postKinds[kind].name,
    kind,
    unit,
    unitName: units.find(({ code }) => code === unit)!.name,
    acting: false,
    until: null,
  };
  const session = { id: 's', region: zone.code, person: { id, name }, posts: [acting], acting };
  return { ...session, mustChangePassword: false };
}
