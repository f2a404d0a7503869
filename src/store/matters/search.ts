import { queryTerms } from '../../kernel/search/terms.ts';
import type { Sql } from '../connection.ts';
import { holds } from './holds.ts';
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

/** Up to so many matters that hold the words are put in order; of more, the newest are walked to. */
const FEW = 2000;

/**
 * The newest matters of any procedure that hold all words of the query, within what the reader may see: of one
 * procedure alone, or of all but one. A rare word is looked up and what it finds is sorted; a word of most titles is
 * found soon by going back from the newest.
 */
export async function searchMatters(
  sql: Sql,
  region: string,
  scope: Scope,
  query: string,
  limit: number,
  { only, except }: { readonly only?: string; readonly except?: string } = {},
): Promise<SearchHit[]> {
  const terms = queryTerms(query);
  if (terms.length === 0 || scope.reach === 'own') return [];
  const sought = holds(sql, {
    region,
    terms,
    personal: scope.personal,
    procedure: only,
    ...(scope.reach === 'unit' ? { unit: scope.unit } : {}),
  });
  const where = except === undefined ? sought : sql`${sought} and s.procedure <> ${except}`;
  const found = await sql<{ matter: string }[]>`
    select s.matter from matter_search s where ${where} limit ${FEW + 1}`;
  if (found.length <= FEW) {
    return sql<SearchHit[]>`
      select m.id, m.procedure, m.number, m.title, m.unit, m.stages, m.outcome from matter m
       where m.region = ${region} and m.id = any (${found.map(({ matter }) => matter)})
       order by m.started_on desc, m.id desc limit ${limit}`;
  }
  return sql<SearchHit[]>`
    select m.id, m.procedure, m.number, m.title, m.unit, m.stages, m.outcome
      from matter_search s join matter m on m.region = s.region and m.id = s.matter
     where ${where}
     order by s.started_on desc, s.matter desc limit ${limit}`;
}
