import type { Queries } from '../connection.ts';

export interface AlertRow {
  readonly matter: string;
  readonly number: string;
  readonly level: string;
  readonly name: string;
  readonly message: string;
  readonly stages: string[];
}

/** The alerts raised about a matter, newest first: their causes, claimed once each, begin with its id. */
export async function alertsOfMatter(sql: Queries, region: string, subject: string): Promise<AlertRow[]> {
  return sql<AlertRow[]>`
    select m.id as matter, m.number, m.state -> 'facts' ->> 'level' as level, m.state -> 'facts' ->> 'ruleName' as name,
           m.state -> 'facts' ->> 'message' as message, m.stages
      from claim k join matter m on m.region = k.region and m.id = k.stream
     where k.region = ${region} and k.kind = 'alert' and k.key >= ${`${subject}:`} and k.key < ${`${subject};`}
     order by m.started_on desc, m.id desc limit 50`;
}
