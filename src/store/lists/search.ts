import type { LegalDate } from '../../kernel/dates.ts';
import { queryTerms } from '../../kernel/search/terms.ts';
import type { ItemStatus } from '../../lists/operations.ts';
import type { Queries } from '../connection.ts';

export interface ItemHit {
  readonly list: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly status: ItemStatus;
}

/**
 * Items that stand in any list on a day and hold all words of the query, a list's together. No list keeps the others
 * out: the first of each comes before the second of any.
 */
export async function searchItems(
  sql: Queries,
  query: { readonly region: string; readonly on: LegalDate; readonly search: string; readonly limit: number },
): Promise<ItemHit[]> {
  const terms = queryTerms(query.search);
  if (terms.length === 0) return [];
  return sql<ItemHit[]>`
    select list, code, name, unit, status from (
      select v.list, v.code, v.name, v.unit, v.status,
             row_number() over (partition by v.list order by v.code) as place
        from list_version v
       where v.region = ${query.region} and v.from_date <= ${query.on}
         and coalesce(v.to_date, 'infinity') > ${query.on} and v.status <> 'ended' and v.terms @> ${terms}
       order by place, v.list limit ${query.limit}) found
     order by list, code`;
}
