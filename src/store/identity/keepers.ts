import type { LegalDate } from '../../kernel/dates.ts';
import type { Transaction } from '../connection.ts';
import { refused } from './refused.ts';

/**
 * Refuses to leave a region without a security administrator: nobody could appoint the next one. The rows are
 * locked, so that of two who remove each other the second is refused.
 */
export async function keepSecurityAdministrator(
  transaction: Transaction,
  given: { readonly region: string; readonly on: LegalDate; readonly without: string },
): Promise<void> {
  const rows = await transaction<{ person: string }[]>`
    select h.person
      from holding h
      join post o on o.region = h.region and o.id = h.post and o.kind = 'security-administrator'
      join person p on p.region = h.region and p.id = h.person and p.active
     where h.region = ${given.region} and (h.to_date is null or h.to_date >= ${given.on})
       and h.from_date <= ${given.on}
     order by h.person, h.post, h.from_date
       for update of h, p`;
  if (
    rows.some(({ person }) => person === given.without) &&
    rows.every(({ person }) => person === given.without)
  ) {
    throw refused(
      'not-allowed-now',
      'identity.last-security-administrator',
      '这是最后一位安全管理员。请先由他人担任安全管理员，再结束或停用。',
    );
  }
}
