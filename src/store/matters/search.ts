import { queryTerms } from '../../kernel/search/terms.ts';
import type { Sql } from '../connection.ts';
import type { Scope } from './scope.ts';

export interface SearchHit {
  readonly id: string;
  readonly procedure: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly stages: readonly string[];
  readonly outcome: string | null;
}

/** The newest matters of any procedure that hold all words of the query, within what the reader may see. */
export async function searchMatters(
  sql: Sql,
  region: string,
  scope: Scope,
  query: string,
  limit: number,
): Promise<SearchHit[]> {
  const terms = queryTerms(query);
  if (terms.length === 0 || scope.reach === 'own') return [];
  const personal = scope.personal ? sql`or s.personal_terms @> ${terms}` : sql``;
  const unit = scope.reach === 'unit' ? sql`and m.unit = ${scope.unit}` : sql``;
  return sql<SearchHit[]>`
    select m.id, m.procedure, m.number, m.title, m.unit, m.stages, m.outcome
      from matter_search s join matter m on m.region = s.region and m.id = s.matter
     where s.region = ${region} and (s.terms @> ${terms} ${personal}) ${unit}
     order by s.started_on desc, m.id desc limit ${limit}`;
}
