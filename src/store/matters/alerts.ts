import type { Queries } from '../connection.ts';

export interface AlertRow {
  readonly matter: string;
  readonly number: string;
  readonly level: string;
  readonly name: string;
  readonly message: string;
  readonly stages: string[];
}

/** The alerts raised about a matter, newest first. */
export async function alertsOfMatter(sql: Queries, region: string, subject: string): Promise<AlertRow[]> {
  return sql<AlertRow[]>`
    select m.id as matter, m.number, m.state -> 'facts' ->> 'level' as level, m.state -> 'facts' ->> 'ruleName' as name,
           m.state -> 'facts' ->> 'message' as message, m.stages
      from matter m
     where m.region = ${region} and m.procedure = 'supervision-alert' and m.state -> 'facts' ->> 'subject' = ${subject}
     order by m.started_on desc, m.id desc limit 50`;
}
