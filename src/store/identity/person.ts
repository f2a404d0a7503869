import { legalDateOf } from '../../kernel/dates.ts';
import { type Sql, sqlStateOf } from '../connection.ts';
import { uuidv7 } from '../entropy.ts';
import { insertAccounts, setDisabled } from './accounts.ts';
import { type Act, administered, concernsSelf } from './actor.ts';
import { writeAudit } from './audit.ts';
import { keepSecurityAdministrator } from './keepers.ts';
import { voidLinks } from './links.ts';
import { personPinyin } from './pinyin.ts';
import { refused } from './refused.ts';
import { requireUnit } from './require-unit.ts';
import { endSessionsOf } from './sessions.ts';

export interface PersonGiven {
  readonly name: string;
  readonly unit: string;
  /** In the normal spelling of logins. */
  readonly login: string;
}

const UNIQUE_VIOLATION = '23505';

/** Adds a person with an account that has no password yet. Returns the person's id. */
export async function createPerson(sql: Sql, act: Act, given: PersonGiven): Promise<string> {
  const { region } = act;
  const id = uuidv7();
  await orLoginTaken(
    sql.begin(async (transaction) => {
      await requireUnit(transaction, act, given.unit);
      await transaction`
        insert into person (region, id, name, pinyin, unit, active)
        values (${region}, ${id}, ${given.name}, ${personPinyin(given.name)}, ${given.unit}, true)`;
      await insertAccounts(transaction, [{ region, person: id, login: given.login, mustChange: true }]);
      await writeAudit(transaction, administered(act, `people.create person=${id} unit=${given.unit}`));
    }),
  );
  return id;
}

export async function updatePerson(sql: Sql, act: Act, person: string, given: PersonGiven): Promise<void> {
  const { region } = act;
  await orLoginTaken(
    sql.begin(async (transaction) => {
      await requireUnit(transaction, act, given.unit);
      const { count } = await transaction`
        update person set name = ${given.name}, pinyin = ${personPinyin(given.name)}, unit = ${given.unit}
         where region = ${region} and id = ${person}`;
      if (count === 0) throw unknownPerson();
      await transaction`update account set login = ${given.login} where region = ${region} and person = ${person}`;
      await writeAudit(transaction, administered(act, `people.update person=${person} unit=${given.unit}`));
    }),
  );
}

/** Stops a person from signing in and acting, from this moment, or lets him again. Nothing he did is touched. */
export async function setPersonActive(sql: Sql, act: Act, person: string, active: boolean): Promise<void> {
  const { region, now } = act;
  if (concernsSelf(act, person)) {
    throw refused('forbidden', 'identity.self', '不能停用或恢复自己的账户，请由另一位安全管理员办理。');
  }
  await sql.begin(async (transaction) => {
    if (!active) {
      await keepSecurityAdministrator(transaction, { region, on: legalDateOf(now), without: person });
    }
    const { count } = await transaction`
      update person set active = ${active} where region = ${region} and id = ${person}`;
    if (count === 0) throw unknownPerson();
    await setDisabled(transaction, { region, person, disabled: !active });
    if (!active) {
      await endSessionsOf(transaction, { region, person }, now);
      await voidLinks(transaction, { region, person }, now);
    }
    await writeAudit(
      transaction,
      administered(act, `people.${active ? 'enable' : 'disable'} person=${person}`),
    );
  });
}

async function orLoginTaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
    throw refused('invalid', 'identity.login-taken', '这个登录名已有人使用，请换一个。', 'login');
  }
}

function unknownPerson() {
  return refused('not-found', 'identity.person', '没有这个人。', 'person');
}
