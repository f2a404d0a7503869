import { addDays, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import { type PostKindId, postKinds } from '../../kernel/identity/posts.ts';
import type { Sql, Transaction } from '../connection.ts';
import { type Act, administered, concernsSelf } from './actor.ts';
import { writeAudit } from './audit.ts';
import { keepSecurityAdministrator } from './keepers.ts';
import { refused } from './refused.ts';
import { mayBeHeld, separationBreach } from './separation.ts';
import { endSessionsOf } from './sessions.ts';

export interface Grant {
  readonly person: string;
  readonly post: string;
  readonly from: LegalDate;
  /** Last day; absent for a post held until further notice. */
  readonly to?: LegalDate;
  readonly acting: boolean;
}

/** Puts a person into a post. Throws a refusal; what is refused leaves no trace but the audit of the caller. */
export async function grantHolding(sql: Sql, act: Act, grant: Grant): Promise<void> {
  const { region } = act;
  if (concernsSelf(act, grant.person)) {
    throw refused('forbidden', 'identity.self', '安全管理员不能给自己授予岗位，请由另一位安全管理员办理。');
  }
  if (grant.to !== undefined && grant.to < grant.from) {
    throw refused('invalid', 'identity.interval', '结束日期不能早于开始日期。', 'to');
  }
  if (grant.acting && grant.to === undefined) {
    throw refused('invalid', 'identity.acting', '代理岗位应当写明结束日期。', 'to');
  }
  await sql.begin(async (transaction) => {
    await lockPerson(transaction, region, grant.person);
    const kind = await kindOfPost(transaction, region, grant.post);
    const others = await overlapping(transaction, region, grant);
    if (others.some(({ post }) => post === grant.post)) {
      throw refused('not-allowed-now', 'identity.held', '此人在这段时间已经担任这个岗位。', 'post');
    }
    const breach = separationBreach(
      others.map((other) => other.kind),
      kind,
    );
    if (breach) throw refused('forbidden', 'identity.separation', breach, 'post');
    await transaction`
      insert into holding (region, person, post, from_date, to_date, acting)
      values (${region}, ${grant.person}, ${grant.post}, ${grant.from}, ${grant.to ?? null}, ${grant.acting})`;
    const span = `${grant.from}..${grant.to ?? ''}${grant.acting ? ' acting' : ''}`;
    await writeAudit(
      transaction,
      administered(act, `holdings.grant person=${grant.person} post=${grant.post} ${span}`),
    );
  });
}

/** Grants to one person are decided one after the other: two at once could each miss the other. */
async function lockPerson(transaction: Transaction, region: string, person: string): Promise<void> {
  const [found] = await transaction<{ active: boolean }[]>`
    select active from person where region = ${region} and id = ${person} for update`;
  if (!found) throw refused('not-found', 'identity.person', '没有这个人。', 'person');
  if (!found.active) throw refused('not-allowed-now', 'identity.person', '此人已停用，请先恢复。', 'person');
}

async function kindOfPost(transaction: Transaction, region: string, post: string): Promise<PostKindId> {
  const [found] = await transaction<{ kind: PostKindId }[]>`
    select kind from post where region = ${region} and id = ${post}`;
  if (!found || !mayBeHeld(found.kind)) {
    throw refused('not-found', 'identity.post', '没有这个岗位。', 'post');
  }
  return found.kind;
}

async function overlapping(
  transaction: Transaction,
  region: string,
  grant: Grant,
): Promise<{ post: string; kind: PostKindId }[]> {
  return transaction<{ post: string; kind: PostKindId }[]>`
    select h.post, o.kind from holding h join post o on o.region = h.region and o.id = h.post
     where h.region = ${region} and h.person = ${grant.person}
       and (h.to_date is null or (h.to_date >= ${grant.from} and h.to_date >= h.from_date))
       ${grant.to === undefined ? transaction`` : transaction`and h.from_date <= ${grant.to}`}`;
}

export interface Ending {
  readonly person: string;
  readonly post: string;
  readonly from: LegalDate;
  /** Last day in the post; absent when it ends at once. */
  readonly lastDay?: LegalDate;
}

/** Ends a holding. One that ends at once ends the sessions that stand in it. */
export async function endHolding(sql: Sql, act: Act, ending: Ending): Promise<void> {
  const { region, now } = act;
  if (concernsSelf(act, ending.person)) {
    throw refused('forbidden', 'identity.self', '不能结束自己的岗位，请由另一位安全管理员办理。');
  }
  const today = legalDateOf(now);
  const lastDay = ending.lastDay ?? addDays(today, -1);
  if (ending.lastDay !== undefined && ending.lastDay < today) {
    throw refused(
      'invalid',
      'identity.interval',
      '结束日期不能早于今天：以前办理的事项以当时的岗位为准。',
      'lastDay',
    );
  }
  await sql.begin(async (transaction) => {
    const kind = await kindOfPost(transaction, region, ending.post);
    if (kind === 'security-administrator') {
      await keepSecurityAdministrator(transaction, {
        region,
        on: addDays(lastDay, 1),
        without: ending.person,
      });
    }
    const { count } = await transaction`
      update holding set to_date = ${lastDay}
       where region = ${region} and person = ${ending.person} and post = ${ending.post}
         and from_date = ${ending.from} and (to_date is null or to_date > ${lastDay})`;
    if (count === 0) {
      throw refused(
        'not-found',
        'identity.holding',
        `此人没有在任的这个岗位（${postKinds[kind].name}），或已更早结束。`,
      );
    }
    if (lastDay < today) {
      await endSessionsOf(transaction, { region, person: ending.person, post: ending.post }, now);
    }
    await writeAudit(
      transaction,
      administered(act, `holdings.end person=${ending.person} post=${ending.post} last=${lastDay}`),
    );
  });
}
