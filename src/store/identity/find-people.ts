import type { LegalDate } from '../../kernel/dates.ts';
import { type Certificate, certificateValidOn } from '../../kernel/identity/posts.ts';
import type { Sql } from '../connection.ts';
import { nameMatches } from './name-matches.ts';

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly certificate: { readonly number: string; readonly to: LegalDate } | null;
}

export interface FindQuery {
  readonly region: string;
  readonly on: LegalDate;
  readonly q?: string;
  readonly unit?: string;
  /** Kind of certificate to show; those who hold a valid one come first. */
  readonly certificate?: string;
  /** These persons only, whether or not they are still active: names for what is on record. */
  readonly ids?: readonly string[];
  readonly limit: number;
}

/** People to choose from. */
export async function findPeople(sql: Sql, query: FindQuery): Promise<FoundPerson[]> {
  const kind = query.certificate ?? null;
  const rows = await sql<{ id: string; name: string; unitName: string; certificates: Certificate[] }[]>`
    select p.id, p.name, coalesce(u.name, p.unit) as "unitName",
           (select coalesce(jsonb_agg(jsonb_build_object('person', c.person, 'name', p.name, 'unit', c.unit,
                     'kind', c.kind, 'number', c.number, 'from', c.from_date, 'to', c.to_date, 'scope', c.scope,
                     'suspended', c.suspended) order by c.to_date desc), '[]')
              from certificate c where c.region = p.region and c.person = p.id and c.kind = ${kind}) as certificates
      from person p left join unit u on u.region = p.region and u.code = p.unit
     where p.region = ${query.region}
       ${query.ids ? sql`and p.id = any (${query.ids as string[]})` : sql`and p.active`}
       ${query.q ? sql`and ${nameMatches(sql, query.q)}` : sql``}
       ${query.unit === undefined ? sql`` : sql`and p.unit = ${query.unit}`}
     order by exists (select 1 from certificate c where c.region = p.region and c.person = p.id and c.kind = ${kind}
                         and c.from_date <= ${query.on} and c.to_date >= ${query.on}) desc, p.pinyin, p.id
     limit ${query.limit}`;
  return rows.map(({ id, name, unitName, certificates }) => {
    const valid = certificates.find((one) => certificateValidOn(one, query.on));
    return { id, name, unitName, certificate: valid ? { number: valid.number, to: valid.to } : null };
  });
}
