import { postKinds } from '../kernel/identity/posts.ts';
import type { Sql } from '../store/connection.ts';
import { insertAccounts } from '../store/identity/accounts.ts';
import { personPinyin } from '../store/identity/pinyin.ts';
import { seedReturnForms } from './return-forms.ts';
import { people, postId, units, zone } from './zone.ts';

/** Day from which everybody of the demo holds his post: before its first record. */
const SINCE = '2015-01-01';

/** Units, posts, people and who holds what. Does nothing where the zone is there already. */
export async function seedZone(sql: Sql): Promise<boolean> {
  const [known] = await sql`select 1 from region where code = ${zone.code}`;
  if (known) return false;
  const region = zone.code;
  const posts = new Map<string, { region: string; id: string; unit: string; kind: string; name: string }>();
  for (const person of people) {
    for (const kind of person.posts) {
      const id = postId(person.unit, kind);
      posts.set(id, { region, id, unit: person.unit, kind, name: postKinds[kind].name });
    }
  }
  await sql.begin(async (tx) => {
    await tx`insert into region ${tx([{ code: region, name: zone.name, parent: null }], 'code', 'name', 'parent')}`;
    await tx`insert into unit ${tx(
      units.map((unit) => ({
        region,
        code: unit.code,
        name: unit.name,
        short_name: unit.shortName,
        class: unit.class,
        from_date: SINCE,
      })),
    )}`;
    await tx`insert into person ${tx(
      people.map(({ id, name, unit }) => ({
        region,
        id,
        name,
        unit,
        active: true,
        pinyin: personPinyin(name),
      })),
    )}`;
    await tx`insert into post ${tx([...posts.values()])}`;
    await tx`insert into holding ${tx(
      people.flatMap((person) =>
        person.posts.map((kind) => ({
          region,
          person: person.id,
          post: postId(person.unit, kind),
          from_date: SINCE,
          acting: false,
        })),
      ),
    )}`;
    await insertAccounts(
      tx,
      people.map((person) => ({ region, person: person.id, login: person.id, mustChange: false })),
    );
  });
  await seedReturnForms(sql);
  return true;
}
