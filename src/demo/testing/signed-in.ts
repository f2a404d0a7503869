import { type PostKindId, postKinds } from '../../kernel/identity/posts.ts';
import type { Session } from '../../server/session.ts';
import { holders, postId, units, zone } from '../zone.ts';

/** The n-th holder of a post of the demo zone, signed in. */
export function signedIn(unit: string, kind: PostKindId, n = 0): Session {
  const { id, name } = holders(unit, kind)[n]!;
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
