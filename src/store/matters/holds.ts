import type { Queries } from '../connection.ts';

/** What a matter must hold to be found. */
export interface Sought {
  readonly region: string;
  readonly terms: readonly string[];
  /** Whether personal words count as well. */
  readonly personal: boolean;
  readonly procedure?: string | undefined;
  readonly unit?: string | undefined;
}

/**
 * The condition on a row `s` of matter_search. Procedure and unit are looked up in the index together with the words:
 * of a word that stands in most titles of a region, only the matters asked for are read.
 */
export function holds(sql: Queries, { region, terms, personal, procedure, unit }: Sought) {
  const kept = [procedure, unit].filter((key) => key !== undefined);
  const within = kept.length > 0 ? sql`and array[s.procedure, s.unit] @> ${kept}::text[]` : sql``;
  const words = sql`s.terms @> ${terms as string[]} ${within}`;
  return sql`s.region = ${region}
    ${procedure === undefined ? sql`` : sql`and s.procedure = ${procedure}`}
    ${unit === undefined ? sql`` : sql`and s.unit = ${unit}`}
    and (${personal ? sql`(${words}) or (s.personal_terms @> ${terms as string[]} ${within})` : words})`;
}
