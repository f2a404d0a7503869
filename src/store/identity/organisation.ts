import type { LegalDate } from '../../kernel/dates.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import { type Sql, sqlStateOf } from '../connection.ts';
import { uuidv7 } from '../entropy.ts';
import { type Act, administered } from './actor.ts';
import { writeAudit } from './audit.ts';
import { refused } from './refused.ts';
import { requireUnit } from './require-unit.ts';
import { mayBeHeld } from './separation.ts';

export interface UnitGiven {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly class: string;
  readonly from: LegalDate;
}

export async function createUnit(sql: Sql, act: Act, unit: UnitGiven): Promise<void> {
  const { region } = act;
  try {
    await sql.begin(async (transaction) => {
      await transaction`
        insert into unit (region, code, name, short_name, class, from_date, to_date)
        values (${region}, ${unit.code}, ${unit.name}, ${unit.shortName}, ${unit.class}, ${unit.from}, null)`;
      await writeAudit(transaction, administered(act, `units.create unit=${unit.code}`));
    });
  } catch (error) {
    if (sqlStateOf(error) !== '23505') throw error;
    throw refused('invalid', 'identity.unit-taken', '这个单位代码已经使用，请换一个。', 'code');
  }
}

export type UnitChange = Omit<UnitGiven, 'code' | 'from'> & {
  /** Last day of a unit that is abolished; null for one that stands. */
  readonly to: LegalDate | null;
};

/** Changes what a unit is called, or records its end. A unit in which people still work does not end. */
export async function updateUnit(sql: Sql, act: Act, code: string, unit: UnitChange): Promise<void> {
  const { region } = act;
  await sql.begin(async (transaction) => {
    const [known] = await transaction<{ from: LegalDate }[]>`
      select from_date as "from" from unit where region = ${region} and code = ${code} for update`;
    if (!known) throw refused('not-found', 'identity.unit', '没有这个单位。', 'unit');
    if (unit.to !== null && unit.to < known.from) {
      throw refused('invalid', 'identity.interval', '撤销日期不能早于设立日期。', 'to');
    }
    const [staff] = await transaction<{ n: number }[]>`
      select count(*)::int as n from person where region = ${region} and unit = ${code} and active`;
    if (unit.to !== null && staff!.n > 0) {
      const message = `这个单位还有${staff!.n}名在用人员。请安全管理员先把他们转到其他单位或停用，再登记撤销。`;
      throw refused('not-allowed-now', 'identity.unit-staffed', message, 'to');
    }
    await transaction`
      update unit set name = ${unit.name}, short_name = ${unit.shortName}, class = ${unit.class}, to_date = ${unit.to}
       where region = ${region} and code = ${code}`;
    await writeAudit(
      transaction,
      administered(act, `units.update unit=${code}${unit.to ? ` to=${unit.to}` : ''}`),
    );
  });
}

export interface UnitRow extends UnitGiven {
  readonly to: LegalDate | null;
  readonly people: number;
}

export async function listUnits(sql: Sql, region: string): Promise<UnitRow[]> {
  return sql<UnitRow[]>`
    select u.code, u.name, u.short_name as "shortName", u.class, u.from_date as "from", u.to_date as "to",
           (select count(*) from person p where p.region = u.region and p.unit = u.code and p.active)::int as people
      from unit u where u.region = ${region} order by u.code`;
}

export interface PostGiven {
  readonly unit: string;
  readonly kind: PostKindId;
  readonly name: string;
}

/** Adds a post to a unit. The kind of a post never changes: its holders were checked against it. */
export async function createPost(sql: Sql, act: Act, post: PostGiven): Promise<string> {
  const { region } = act;
  if (!mayBeHeld(post.kind)) {
    throw refused('invalid', 'identity.post-kind', '这类岗位由系统使用，不能设置。', 'kind');
  }
  const id = uuidv7();
  await sql.begin(async (transaction) => {
    await requireUnit(transaction, act, post.unit);
    await transaction`
      insert into post (region, id, unit, kind, name)
      values (${region}, ${id}, ${post.unit}, ${post.kind}, ${post.name})`;
    await writeAudit(transaction, administered(act, `posts.create post=${id} kind=${post.kind}`));
  });
  return id;
}

/** Calls a post by another name; what it is for stays as it is. */
export async function renamePost(sql: Sql, act: Act, post: string, name: string): Promise<void> {
  const { region } = act;
  await sql.begin(async (transaction) => {
    const { count } = await transaction`
      update post set name = ${name} where region = ${region} and id = ${post}`;
    if (count === 0) throw refused('not-found', 'identity.post', '没有这个岗位。', 'post');
    await writeAudit(transaction, administered(act, `posts.rename post=${post}`));
  });
}

export interface PostRow extends PostGiven {
  readonly id: string;
  readonly unitName: string;
  /** Names of those who hold it on the day. */
  readonly holders: readonly string[];
}

export async function listPosts(
  sql: Sql,
  where: { readonly region: string; readonly on: LegalDate; readonly unit?: string },
): Promise<PostRow[]> {
  return sql<PostRow[]>`
    select o.id, o.unit, o.kind, o.name, coalesce(u.name, o.unit) as "unitName",
           array(select p.name from holding h join person p on p.region = h.region and p.id = h.person
                  where h.region = o.region and h.post = o.id and p.active
                    and h.from_date <= ${where.on} and (h.to_date is null or h.to_date >= ${where.on})
                  order by h.acting, p.name) as holders
      from post o left join unit u on u.region = o.region and u.code = o.unit
     where o.region = ${where.region} ${where.unit === undefined ? sql`` : sql`and o.unit = ${where.unit}`}
     order by o.unit, o.name, o.id`;
}
