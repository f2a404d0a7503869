import type { LegalDate } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

/** Who may be called about a unit's returns. */
export interface Liaison {
  readonly unit: string;
  readonly person: string;
  readonly name: string;
  readonly post: string;
  readonly acting: boolean;
}

/** Holders of the liaison posts (联络员) on a day, by unit. */
export async function liaisonsOn(sql: Queries, region: string, on: LegalDate): Promise<Liaison[]> {
  return sql<Liaison[]>`
    select o.unit, p.id as person, p.name, o.name as post, h.acting
    from holding h
    join post o on o.region = h.region and o.id = h.post and o.kind = 'liaison'
    join person p on p.region = h.region and p.id = h.person and p.active
    where h.region = ${region} and h.from_date <= ${on} and (h.to_date is null or h.to_date >= ${on})
    order by o.unit, h.acting, p.pinyin, p.id`;
}
