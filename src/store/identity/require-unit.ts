import { chineseDate, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import type { Transaction } from '../connection.ts';
import type { Act } from './actor.ts';
import { refused } from './refused.ts';

/** Refuses a unit that is not there, or that has come to its end: nobody is put into it any more. */
export async function requireUnit(
  transaction: Transaction,
  { region, now }: Act,
  unit: string,
): Promise<void> {
  const [found] = await transaction<{ to: LegalDate | null }[]>`
    select to_date as "to" from unit where region = ${region} and code = ${unit}`;
  if (!found) throw refused('invalid', 'identity.unit', '没有这个单位。', 'unit');
  if (found.to !== null && found.to < legalDateOf(now)) {
    throw refused(
      'invalid',
      'identity.unit',
      `这个单位已于${chineseDate(found.to)}撤销，请选择现有单位。`,
      'unit',
    );
  }
}
