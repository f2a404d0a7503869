import type { LegalDate } from '../../kernel/dates.ts';
import { queryTerms } from '../../kernel/search/terms.ts';
import type { Queries } from '../connection.ts';

/** What a public column is asked for. */
export interface PublicationQuery {
  readonly region: string;
  readonly channel: string;
  /** What is no longer shown on this day is left out. */
  readonly today: LegalDate;
  readonly search?: string;
  readonly unit?: string;
  /** First and last day of publication. */
  readonly from?: LegalDate;
  readonly to?: LegalDate;
}

/** A publication as the public may see it in a list. */
export interface PublishedRow {
  readonly matter: string;
  readonly publication: string;
  readonly channel: string;
  readonly unit: string;
  readonly title: string;
  readonly published_on: string;
  readonly corrected_on: string | null;
  readonly content: readonly (readonly [title: string, value: unknown])[];
}

export const publishedColumns = (sql: Queries) =>
  sql`p.matter, p.publication, p.channel, p.unit, p.title, p.published_on, p.corrected_on, p.content`;

/** Published and still to be shown: what is withdrawn, withheld or past its time answers no query. */
export function shown(sql: Queries, region: string, today: LegalDate) {
  return sql`p.region = ${region} and p.status = 'published'
    and (p.expires_on is null or p.expires_on > ${today})`;
}

export function answering(sql: Queries, query: PublicationQuery) {
  const terms = queryTerms(query.search ?? '');
  return sql`${shown(sql, query.region, query.today)} and p.channel = ${query.channel}
    ${query.unit === undefined ? sql`` : sql`and p.unit = ${query.unit}`}
    ${query.from === undefined ? sql`` : sql`and p.published_on >= ${query.from}`}
    ${query.to === undefined ? sql`` : sql`and p.published_on <= ${query.to}`}
    ${terms.length === 0 ? sql`` : sql`and p.terms @> ${terms}`}`;
}
