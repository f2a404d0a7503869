import { chineseDate, legalDateOf } from '../../../kernel/dates.ts';
import { type PostKindId, postKinds } from '../../../kernel/identity/posts.ts';
import { endHolding, grantHolding } from '../../../store/identity/holdings.ts';
import {
  createPost,
  createUnit,
  listPosts,
  listUnits,
  renamePost,
  updateUnit,
} from '../../../store/identity/organisation.ts';
import { mayBeHeld, powerOf } from '../../../store/identity/separation.ts';
import type { Handlers } from '../../http/bind.ts';
import { actOf } from './act.ts';
import type { IdentityWorld } from './world.ts';

type Names =
  | 'posts.list'
  | 'posts.create'
  | 'holdings.grant'
  | 'holdings.end'
  | 'posts.rename'
  | 'units.update'
  | 'units.list'
  | 'units.create';

const kinds = (Object.keys(postKinds) as PostKindId[])
  .filter(mayBeHeld)
  .map((id) => ({ id, name: postKinds[id].name, administrator: powerOf(id) !== 'business' }));

export function postHandlers(world: IdentityWorld): Pick<Handlers, Names> {
  const { sql } = world;
  const region = world.region.code;
  return {
    'posts.list': async ({ query, now }) => {
      const posts = await listPosts(sql, { region, on: legalDateOf(now), ...query });
      return {
        posts: posts.map((post) => ({
          ...post,
          kindName: postKinds[post.kind].name,
          holders: [...post.holders],
        })),
        kinds,
      };
    },
    'posts.create': async (call) => {
      const post = await createPost(sql, actOf(call), call.body);
      await world.refresh();
      return { post, message: `已设置岗位“${call.body.name}”，可以任职。` };
    },
    'posts.rename': async (call) => {
      await renamePost(sql, actOf(call), call.params.post, call.body.name);
      await world.refresh();
      return { message: `岗位已改称“${call.body.name}”，职责和现任不变。` };
    },
    'holdings.grant': async (call) => {
      const { to, ...grant } = call.body;
      await grantHolding(sql, actOf(call), { ...grant, ...(to === undefined ? {} : { to }) });
      const until = to === undefined ? '' : `，至${chineseDate(to)}止`;
      return { message: `自${chineseDate(grant.from)}起任职${until}。` };
    },
    'holdings.end': async (call) => {
      const { lastDay, ...ending } = call.body;
      await endHolding(sql, actOf(call), { ...ending, ...(lastDay === undefined ? {} : { lastDay }) });
      return {
        message:
          lastDay === undefined
            ? '任职已结束，用这个岗位的登录立即失效。'
            : `任职至${chineseDate(lastDay)}为止，次日起失效。`,
      };
    },
    'units.list': async () => ({ units: await listUnits(sql, region) }),
    'units.create': async (call) => {
      await createUnit(sql, actOf(call), call.body);
      await world.refresh();
      return { message: `已新增单位“${call.body.name}”，可以设置岗位。` };
    },
    'units.update': async (call) => {
      const { name, to } = call.body;
      await updateUnit(sql, actOf(call), call.params.unit, call.body);
      await world.refresh();
      return {
        message:
          to === null
            ? `已修改单位“${name}”的信息。`
            : `已登记“${name}”撤销，最后一日${chineseDate(to)}；以前的记录不变。`,
      };
    },
  };
}
