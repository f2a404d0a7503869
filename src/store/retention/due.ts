import { addMonths, chineseDate, type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { Retention } from '../../kernel/procedure/declaration.ts';
import type { StepWorld } from '../steps/run.ts';

/** Matters of one procedure whose personal values may go. */
export interface Due {
  readonly procedure: string;
  readonly version: number;
  readonly name: string;
  readonly retention: Retention;
  /** Matters closed before this day; the period of all of them is over. */
  readonly closedBefore: LegalDate;
}

/** What may go of the matters closed before a day, by procedure; those without a declared period are left out. */
export async function dueBefore(
  world: Pick<StepWorld, 'sql' | 'procedure'>,
  ask: { region: string; closedBefore: LegalDate; procedure?: string; now: Instant },
): Promise<Due[]> {
  const found = await world.sql<{ procedure: string; version: number }[]>`
    select distinct procedure, version from matter
    where region = ${ask.region} and closed and closed_on < ${ask.closedBefore}
      and procedure = coalesce(${ask.procedure ?? null}::text, procedure)
    order by procedure, version`;
  return found.flatMap(({ procedure, version }) => {
    const { retention, name } = world.procedure(procedure, version).declaration;
    if (!retention) return [];
    const over = addMonths(legalDateOf(ask.now), -12 * retention.years);
    const closedBefore = ask.closedBefore < over ? ask.closedBefore : over;
    return [{ procedure, version, name, retention, closedBefore }];
  });
}

/** The same for one matter. Throws RefusedError where its values have to stay, and says why. */
export async function dueOfMatter(
  world: Pick<StepWorld, 'sql' | 'procedure'>,
  ask: { region: string; matter: string; now: Instant },
): Promise<Due> {
  const [found] = await world.sql<
    { procedure: string; version: number; number: string; closed_on: LegalDate | null }[]
  >`select procedure, version, number, closed_on from matter where region = ${ask.region} and id = ${ask.matter}`;
  if (!found) throw refused('not-found', '没有这个办件，请核对编号。');
  const { procedure, version, number, closed_on } = found;
  const { retention, name } = world.procedure(procedure, version).declaration;
  if (closed_on === null) throw refused('not-allowed-now', `${number}尚未办结，个人信息不能销毁。`);
  if (!retention) {
    throw refused('gate', `“${name}”没有规定个人信息的保存期限，不销毁。`);
  }
  const over = addMonths(closed_on, 12 * retention.years);
  const closedBefore = addMonths(legalDateOf(ask.now), -12 * retention.years);
  if (closed_on >= closedBefore) {
    throw new RefusedError({
      kind: 'gate',
      rule: 'retention.period',
      message: `${number}于${chineseDate(closed_on)}办结，个人信息应当保存${retention.years}年，${chineseDate(over)}之后才能销毁。`,
      basis: retention.basis,
    });
  }
  return { procedure, version, name, retention, closedBefore };
}

function refused(kind: 'not-found' | 'not-allowed-now' | 'gate', message: string): RefusedError {
  return new RefusedError({ kind, rule: 'retention.matter', message });
}
