import { chineseDate, legalDateOf } from '../../../kernel/dates.ts';
import {
  endSessionsNow,
  resetPassword,
  resetSecondFactor,
  unlockAccount,
} from '../../../store/identity/account-acts.ts';
import { findPeople } from '../../../store/identity/find-people.ts';
import { listPeople } from '../../../store/identity/people.ts';
import { createPerson, setPersonActive, updatePerson } from '../../../store/identity/person.ts';
import { FileAnswer, type Handlers } from '../../http/bind.ts';
import type { Identity } from '../../identity/index.ts';
import { sessionLimits } from '../../identity/stage.ts';
import { auditAct } from '../../session.ts';
import { actOf } from './act.ts';
import { peopleWorkbook } from './people-workbook.ts';
import { shown } from './shown-person.ts';
import type { IdentityWorld } from './world.ts';

type Names =
  | 'people.find'
  | 'people.list'
  | 'people.export'
  | 'people.create'
  | 'people.update'
  | 'people.disable'
  | 'people.enable'
  | 'accounts.unlock'
  | 'accounts.resetPassword'
  | 'accounts.endSessions'
  | 'accounts.resetSecondFactor';

/** Choices offered where people are picked; whoever is not among them is found by typing more. */
const MOST_CHOICES = 50;
/** A region has fewer people; the limit keeps a slip from filling the memory. */
const MOST_EXPORTED = 50_000;
const { idleMinutes } = sessionLimits;

export function peopleHandlers(world: IdentityWorld, identity: Identity): Pick<Handlers, Names> {
  const { sql } = world;
  const region = world.region.code;
  return {
    'people.find': async ({ query, now }) => {
      const { ids, on = legalDateOf(now), ...rest } = query;
      return {
        people: await findPeople(sql, {
          region,
          on,
          limit: MOST_CHOICES,
          ...rest,
          ...(ids === undefined ? {} : { ids: ids.split(',').slice(0, MOST_CHOICES) }),
        }),
      };
    },
    'people.list': async ({ query, now }) => {
      const { rows, total } = await listPeople(sql, { region, now, idleMinutes, ...query });
      return { rows: rows.map((row) => shown(row, now)), total };
    },
    'people.export': async ({ session, query, now }) => {
      const { rows } = await listPeople(sql, {
        region,
        now,
        idleMinutes,
        page: 1,
        size: MOST_EXPORTED,
        ...query,
      });
      await auditAct(identity, session, now, 'exported', `people ${rows.length}`);
      const bytes = await peopleWorkbook(rows.map((row) => shown(row, now)));
      return new FileAnswer(bytes, `人员和账户-${chineseDate(legalDateOf(now))}.xlsx`);
    },
    'people.create': async (call) => {
      const person = await createPerson(sql, actOf(call), call.body);
      await world.refresh();
      const link = await linkFor(identity, person, call);
      const message = `已建立${call.body.name}的账户。请把登录链接交给本人，${untilText(link.expiresAt)}有效，只能使用一次。`;
      return { person, link, message };
    },
    'people.update': async (call) => {
      await updatePerson(sql, actOf(call), call.params.person, call.body);
      await world.refresh();
      return { message: `已修改${call.body.name}的信息。` };
    },
    'people.disable': async (call) => {
      await setPersonActive(sql, actOf(call), call.params.person, false);
      return { message: '已停用，此人的登录立即失效；以前办理的记录不变。' };
    },
    'people.enable': async (call) => {
      await setPersonActive(sql, actOf(call), call.params.person, true);
      return { message: '已恢复，此人可以登录并使用在任的岗位。' };
    },
    'accounts.unlock': async (call) => {
      await unlockAccount(sql, actOf(call), call.params.person);
      return { message: '已解除锁定，此人现在可以登录。' };
    },
    'accounts.resetPassword': async (call) => {
      const { person } = call.params;
      await resetPassword(sql, actOf(call), person);
      const link = await linkFor(identity, person, call);
      const message = `原密码已作废。请把登录链接交给本人，${untilText(link.expiresAt)}有效，登录后先设置新密码。`;
      return { link, message };
    },
    'accounts.endSessions': async (call) => {
      await endSessionsNow(sql, actOf(call), call.params.person);
      return { message: '此人现有的登录已全部结束，可以重新登录。' };
    },
    'accounts.resetSecondFactor': async (call) => {
      await resetSecondFactor(sql, actOf(call), call.params.person);
      return { message: '已解除绑定，此人下次登录时重新绑定动态口令。' };
    },
  };
}

async function linkFor(identity: Identity, person: string, call: Parameters<typeof actOf>[0]) {
  const by = { person: call.session.person.id, post: call.session.acting.id };
  const [link] = await identity.issueLinks([person], call.now, by);
  return { path: link!.path, expiresAt: link!.expiresAt };
}

/** `9月28日9时30分前`, in Shanghai. */
function untilText(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${chineseDate(legalDateOf(instant)).slice(5)}${Number(local.slice(11, 13))}时${local.slice(14, 16)}分前`;
}
