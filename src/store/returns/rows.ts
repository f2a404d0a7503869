import type { LegalDate } from '../../kernel/dates.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { TakenStep } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';

/** A value as it was returned: decimal text. */
export interface StoredValue {
  readonly code: string;
  readonly value: string;
  readonly comment?: string;
}

/** One unit's return as boards, tables and comparisons need it. */
export interface ReturnRow {
  readonly id: string;
  readonly round: string;
  readonly number: string;
  readonly unit: string;
  readonly seq: number;
  readonly stage: string;
  readonly closed: boolean;
  readonly form: string;
  readonly formName: string;
  readonly formVersion: number;
  readonly period: string;
  readonly periodName: string;
  readonly due: LegalDate;
  readonly submittedOn: LegalDate | null;
  readonly acceptedOn: LegalDate | null;
  readonly urged: number;
  readonly corrected: number;
  readonly returnReason: string | null;
  readonly redoBy: LegalDate | null;
  readonly values: readonly StoredValue[];
  readonly taken: readonly TakenStep[];
  readonly facts: JsonObject;
}

/** Stages whose values count as returned; what was given back is not compared with and not added up. */
export const COUNTED_STAGES: readonly string[] = ['submitted', 'accepted'];

function columns(sql: Queries) {
  return sql`
    m.id, m.parent as round, m.number, m.unit, m.seq, m.stages[1] as stage, m.closed,
    m.state #>> '{facts,form}' as form, m.state #>> '{facts,formName}' as "formName",
    (m.state #>> '{facts,formVersion}')::int as "formVersion", m.state #>> '{facts,period}' as period,
    m.state #>> '{facts,periodName}' as "periodName", m.state #>> '{facts,due}' as due,
    m.state #>> '{facts,submittedOn}' as "submittedOn", m.state #>> '{facts,acceptedOn}' as "acceptedOn",
    coalesce((m.state #>> '{facts,urged}')::int, 0) as urged,
    coalesce((m.state #>> '{facts,corrected}')::int, 0) as corrected,
    m.state #>> '{facts,returnReason}' as "returnReason", m.state #>> '{facts,redoBy}' as "redoBy",
    coalesce(m.state #> '{facts,values}', '[]') as values, m.state -> 'taken' as taken,
    (m.state -> 'facts') - 'items' - 'values' - 'proposedItems' as facts`;
}

/** All returns of a round, by unit. */
export async function returnsOfRound(
  sql: Queries,
  region: string,
  round: string,
  unit?: string,
): Promise<ReturnRow[]> {
  return sql<ReturnRow[]>`
    select ${columns(sql)} from matter m
    where m.region = ${region} and m.parent = ${round} and m.procedure = 'periodic-return'
      ${unit === undefined ? sql`` : sql`and m.unit = ${unit}`}
    order by m.unit, m.id`;
}

/** One return. */
export async function findReturn(sql: Queries, region: string, id: string): Promise<ReturnRow | undefined> {
  const [row] = await sql<ReturnRow[]>`
    select ${columns(sql)} from matter m
    where m.region = ${region} and m.id = ${id} and m.procedure = 'periodic-return'`;
  return row;
}

/** Values of other periods of a form, for comparison: by period, unit and item, whatever round they came in. */
export async function valuesOfPeriods(
  sql: Queries,
  region: string,
  { keys, unit }: { readonly keys: readonly string[]; readonly unit?: string },
): Promise<{ key: string; unit: string; values: readonly StoredValue[] }[]> {
  return sql`
    select c.key, m.unit, coalesce(m.state #> '{facts,values}', '[]') as values
    from claim c join matter m on m.region = c.region and m.parent = c.stream and m.procedure = 'periodic-return'
    where c.region = ${region} and c.kind = 'return-round' and c.key = any (${keys as string[]})
      and m.stages && ${COUNTED_STAGES as string[]}
      ${unit === undefined ? sql`` : sql`and m.unit = ${unit}`}`;
}

/** Every return whose period lies in a year, for the record of who is punctual. */
export async function returnsOfYear(
  sql: Queries,
  region: string,
  year: number,
  unit?: string,
): Promise<Pick<ReturnRow, 'unit' | 'stage' | 'due' | 'submittedOn' | 'corrected' | 'taken' | 'form'>[]> {
  return sql`
    select m.unit, m.stages[1] as stage, m.state #>> '{facts,due}' as due,
           m.state #>> '{facts,submittedOn}' as "submittedOn",
           coalesce((m.state #>> '{facts,corrected}')::int, 0) as corrected, m.state -> 'taken' as taken,
           m.state #>> '{facts,form}' as form
    from matter m
    where m.region = ${region} and m.procedure = 'periodic-return'
      and left(m.state #>> '{facts,period}', 4) = ${String(year)}
      ${unit === undefined ? sql`` : sql`and m.unit = ${unit}`}`;
}
