import type { JsonObject } from '../../kernel/ledger/json.ts';
import { queryTerms } from '../../kernel/search/terms.ts';
import type { ItemVersion } from '../../lists/item.ts';
import type { ItemStatus, OperationId } from '../../lists/operations.ts';
import type { ListQuery } from '../../lists/port.ts';
import type { Queries } from '../connection.ts';

/** A row of list_version as it comes over the wire. */
export interface VersionRow {
  readonly list: string;
  readonly code: string;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly seq: number;
  readonly status: ItemStatus;
  readonly operation: OperationId;
  readonly name: string;
  readonly kind: string;
  readonly unit: string;
  readonly item: JsonObject;
  readonly event: string;
}

export function versionOf(row: VersionRow): ItemVersion {
  const { from_date, to_date, ...rest } = row;
  return { ...rest, from: from_date, ...(to_date === null ? {} : { to: to_date }) };
}

/** Columns of a version, under the alias `v`. */
export const versionColumns = (sql: Queries) =>
  sql`v.list, v.code, v.from_date, v.to_date, v.seq, v.status, v.operation, v.name, v.kind, v.unit, v.item, v.event`;

/** The conditions of a list page: the interval that holds the day, and what was asked for. */
export function matching(sql: Queries, query: ListQuery) {
  const terms = queryTerms(query.search ?? '');
  return sql`
    v.region = ${query.region} and v.list = ${query.list}
      and v.from_date <= ${query.on} and coalesce(v.to_date, 'infinity') > ${query.on}
      ${query.status === undefined ? sql`and v.status <> 'ended'` : sql`and v.status = ${query.status}`}
      ${query.kind === undefined ? sql`` : sql`and v.kind = ${query.kind}`}
      ${query.unit === undefined ? sql`` : sql`and v.unit = ${query.unit}`}
      ${query.exercisedBy === undefined ? sql`` : sql`and ${query.exercisedBy} in (v.unit, v.item #>> '{holder,unit}')`}
      ${query.refers === undefined ? sql`` : sql`and v.item ->> ${query.refers.by} = ${query.refers.to}`}
      ${terms.length === 0 ? sql`` : sql`and v.terms @> ${terms}`}`;
}
