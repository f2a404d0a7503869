import type { LegalDate } from '../../kernel/dates.ts';
import type { ItemVersion } from '../../lists/item.ts';
import type { Queries } from '../connection.ts';
import { type VersionRow, versionColumns, versionOf } from './as-of.ts';

/** One item as it stood on a day, ended ones included. */
export async function findListItem(
  sql: Queries,
  region: string,
  list: string,
  code: string,
  on: LegalDate,
): Promise<ItemVersion | undefined> {
  const [row] = await sql<VersionRow[]>`
    select ${versionColumns(sql)} from list_version v
    where v.region = ${region} and v.list = ${list} and v.code = ${code}
      and v.from_date <= ${on} and (v.to_date is null or v.to_date > ${on})`;
  return row && versionOf(row);
}
