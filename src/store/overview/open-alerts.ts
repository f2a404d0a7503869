import type { AlertLevel } from '../../kernel/supervision/declaration.ts';
import type { Queries } from '../connection.ts';
import type { WallAlert, WallAsk } from '../supervision/wall.ts';

/** Open alerts of a level, the newest first: what a red or yellow number of the overview opens into. */
export async function openAlerts(
  sql: Queries,
  ask: WallAsk & { readonly level: AlertLevel; readonly offset: number; readonly limit: number },
): Promise<{ rows: WallAlert[]; total: number }> {
  const { region, alertProcedure, unit, level, offset, limit } = ask;
  const where = sql`region = ${region} and procedure = ${alertProcedure} and not closed
    and state -> 'facts' ->> 'level' = ${level} ${unit === undefined ? sql`` : sql`and unit = ${unit}`}`;
  const [rows, [counted]] = await Promise.all([
    sql<WallAlert[]>`
      select id as matter, number, state -> 'facts' ->> 'level' as level, state -> 'facts' ->> 'ruleName' as name,
             state -> 'facts' ->> 'message' as message, unit, started_on as "on", stages
        from matter where ${where} order by started_on desc, id desc offset ${offset} limit ${limit}`,
    sql<{ total: number }[]>`select count(*) as total from matter where ${where}`,
  ]);
  return { rows, total: counted?.total ?? 0 };
}
