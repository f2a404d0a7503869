import type { Instant } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

/** What stands in the audit before the citations that were checked. */
export const CHECKED = '已核对引用：';

/** Somebody made a document of a matter and said that he had checked the citations nobody had read. */
export interface CheckedCitations {
  readonly at: Instant;
  readonly person: string;
  readonly post: string;
  /** Id of the document in its procedure. */
  readonly document: string;
  readonly citations: string;
}

/** Every such line of the audit about a matter, the oldest first; what one confirmation wrote in several lines as one. */
export async function checkedCitations(
  sql: Queries,
  region: string,
  matter: string,
): Promise<CheckedCitations[]> {
  return sql<CheckedCitations[]>`
    select at, person, post, split_part(detail, ' ', 2) as document,
           string_agg(split_part(detail, ${CHECKED}, 2), '、' order by id) as citations
      from audit
     where region = ${region} and kind = 'document' and split_part(detail, ' ', 3) = ${matter}
       and position(${CHECKED} in detail) > 0 and person is not null
     group by at, person, post, split_part(detail, ' ', 2)
     order by at`;
}
