import type { LegalDate } from '../../kernel/dates.ts';
import type { AlertLevel } from '../../kernel/supervision/declaration.ts';
import type { Queries } from '../connection.ts';

export interface WallAsk {
  readonly region: string;
  /** The procedure in which alerts are answered: alerts are told apart from the work they are about. */
  readonly alertProcedure: string;
  /** Only this unit. */
  readonly unit?: string;
}

/** What lies open at a unit. */
export interface UnitOpen {
  readonly unit: string;
  readonly open: number;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
}

/** Open matters and open alerts by unit. */
export function openByUnit(sql: Queries, { region, alertProcedure, unit }: WallAsk): Promise<UnitOpen[]> {
  const level = (name: AlertLevel) =>
    sql`count(*) filter (where procedure = ${alertProcedure} and state -> 'facts' ->> 'level' = ${name})`;
  return sql<UnitOpen[]>`
    select unit, count(*) filter (where procedure <> ${alertProcedure}) as open,
           ${level('green')} as green, ${level('yellow')} as yellow, ${level('red')} as red
      from matter
     where region = ${region} and not closed ${unit === undefined ? sql`` : sql`and unit = ${unit}`}
     group by unit`;
}

export interface WallAlert {
  readonly matter: string;
  readonly number: string;
  readonly level: AlertLevel;
  readonly name: string;
  readonly message: string;
  readonly unit: string;
  readonly on: LegalDate;
  readonly stages: readonly string[];
}

/** The alerts raised last, answered or not; revoked ones are left out, as everywhere. */
export function latestAlerts(
  sql: Queries,
  { region, alertProcedure, unit, limit }: WallAsk & { readonly limit: number },
): Promise<WallAlert[]> {
  return sql<WallAlert[]>`
    select id as matter, number, state -> 'facts' ->> 'level' as level, state -> 'facts' ->> 'ruleName' as name,
           state -> 'facts' ->> 'message' as message, unit, started_on as "on", stages
      from matter
     where region = ${region} and procedure = ${alertProcedure} and not stages @> array['revoked']
       ${unit === undefined ? sql`` : sql`and unit = ${unit}`}
     order by started_on desc, id desc limit ${limit}`;
}

/** Where matters stand now, by id. */
export async function standingsOf(
  sql: Queries,
  region: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly seq: number; readonly stages: readonly string[] }>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<{ id: string; seq: number; stages: string[] }[]>`
    select id, seq, stages from matter where region = ${region} and id = any (${ids as string[]})`;
  return new Map(rows.map((row) => [row.id, row]));
}
