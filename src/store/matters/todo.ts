import type { LegalDate } from '../../kernel/dates.ts';
import type { ItemMark } from '../../kernel/procedure/declaration.ts';
import type { Sql } from '../connection.ts';
import type { Scope } from './scope.ts';

/** Where a post has something to do: the stages of a procedure in which one of its steps is open. */
export interface Duty {
  readonly procedure: string;
  readonly stages: readonly string[];
  /** Its steps may be taken for any unit's matter. */
  readonly anyUnit: boolean;
  /** Only matters whose pinned item has this mark. */
  readonly forItems?: ItemMark;
}

export interface TodoRow {
  readonly id: string;
  readonly procedure: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly stages: readonly string[];
  readonly startedOn: LegalDate;
  readonly seq: number;
  /** The limit that ends first, and when. */
  readonly clock: string | null;
  readonly due: LegalDate | null;
  readonly promised: LegalDate | null;
  readonly provisional: boolean;
  readonly paused: boolean;
  /** Other limits that run, behind the one that ends first. */
  readonly later: readonly { readonly clock: string; readonly due: LegalDate }[];
}

export interface TodoQuery {
  readonly region: string;
  readonly scope: Scope;
  readonly duties: readonly Duty[];
  readonly procedure?: string;
  /** Only what is due up to this day. */
  readonly dueBy?: LegalDate;
  readonly limit: number;
  /** How many are passed over. */
  readonly offset?: number;
}

/** Open matters that wait for this post, those that run out first in front. */
export async function todo(sql: Sql, query: TodoQuery): Promise<TodoRow[]> {
  const { scope, offset = 0 } = query;
  const duties = query.duties.filter(
    (duty) => query.procedure === undefined || duty.procedure === query.procedure,
  );
  if (duties.length === 0 || scope.reach === 'own') return [];
  const own = (duty: Duty) =>
    scope.reach === 'unit' && !duty.anyUnit ? sql`and m.unit = ${scope.unit}` : sql``;
  const marked = ({ forItems: mark }: Duty) =>
    mark
      ? sql`and m.state -> 'pins' @> ${JSON.stringify({ [mark.pin]: { [mark.field]: mark.is } })}::text::jsonb`
      : sql``;
  const branches = duties.map(
    (duty) => sql`
      (select m.id, m.procedure, m.number, m.title, m.unit, m.stages, m.started_on as "startedOn", m.seq,
              d.clock, d.due, d.promised, coalesce(d.provisional, false) as provisional, coalesce(d.paused, false) as paused
         from matter m
         left join lateral (
           select c.clock, c.due, c.promised, c.provisional, c.paused from clock c
            where c.region = m.region and c.matter = m.id and c.stopped_on is null and not c.binds_applicant
            order by c.due, c.clock limit 1) d on true
        where m.region = ${query.region} and m.procedure = ${duty.procedure} and not m.closed
          and m.stages && ${duty.stages as string[]} ${own(duty)} ${marked(duty)}
          ${query.dueBy ? sql`and d.due <= ${query.dueBy}` : sql``}
        order by d.due nulls last, m.started_on, m.id limit ${offset + query.limit})`,
  );
  // A matter may wait for two of its steps: it stands there once.
  const union = branches.reduce((all, branch) => sql`${all} union ${branch}`);
  return sql<TodoRow[]>`
    select w.id, w.procedure, w.number, w.title, w.unit, w.stages, w."startedOn", w.seq, w.clock, w.due, w.promised, w.provisional,
           w.paused,
           array(select jsonb_build_object('clock', c.clock, 'due', c.due) from clock c
                  where c.region = ${query.region} and c.matter = w.id and c.clock <> w.clock
                    and c.stopped_on is null and not c.binds_applicant
                  order by c.due, c.clock) as later
      from (select * from (${union}) waiting order by due nulls last, "startedOn", id
              limit ${query.limit} offset ${offset}) w
     order by w.due nulls last, w."startedOn", w.id`;
}

/** Publications that wait for a unit's publisher. */
export async function publicationsDue(
  sql: Sql,
  query: { region: string; unit?: string; limit: number; offset?: number },
): Promise<
  {
    matter: string;
    number: string;
    seq: number;
    publication: string;
    procedure: string;
    title: string;
    unit: string;
    due: LegalDate | null;
  }[]
> {
  return sql`
    select p.matter, m.number, m.seq, p.publication, p.procedure, m.title, p.unit, p.due
      from publication p join matter m on m.region = p.region and m.id = p.matter
     where p.region = ${query.region} and p.status = 'due' ${query.unit ? sql`and p.unit = ${query.unit}` : sql``}
     order by p.due nulls last, p.matter, p.publication limit ${query.limit} offset ${query.offset ?? 0}`;
}
