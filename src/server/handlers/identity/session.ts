import { legalDateOf } from '../../../kernel/dates.ts';
import { type PostKind, postKinds } from '../../../kernel/identity/posts.ts';
import type { Handlers } from '../../http/bind.ts';
import { refuse } from '../../http/problem.ts';
import type { HeldPost, Sessions } from '../../session.ts';
import type { IdentityWorld } from './world.ts';

export function sessionHandlers(
  world: IdentityWorld,
  sessions: Sessions,
): Pick<Handlers, 'session.current' | 'session.switchPost'> {
  return {
    'session.current': async ({ session, now }) => ({
      person: { ...session.person },
      region: { ...world.region },
      posts: session.posts.map(shown),
      acting: shown(session.acting),
      today: legalDateOf(now),
      noticedThrough: Number(world.calendar().noticedThrough.slice(0, 4)),
      mustChangePassword: session.mustChangePassword,
    }),
    'session.switchPost': async ({ session, body, now }) => {
      const switched = await sessions.switchPost(session, body.post, now);
      if (!switched) {
        refuse('forbidden', 'identity.not-held', '您今天没有担任这个岗位，请刷新页面后重新选择。');
      }
      return { post: switched.acting.id };
    },
  };
}

function shown(post: HeldPost) {
  const { name, administrator }: PostKind = postKinds[post.kind];
  return { ...post, kindName: name, administrator: administrator ?? null };
}
