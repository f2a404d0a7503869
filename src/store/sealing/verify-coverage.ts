import type { Queries } from '../connection.ts';
import type { VerifyDefect } from './verify-event.ts';

/** Most events named one by one. */
const NAMED = 10;

interface Place {
  readonly stream: string;
  readonly seq: number;
}

/** What the pass over leaves and queue has met. */
export interface Accounted {
  /** Leaves and waiting events found to have their event. */
  readonly events: number;
  /** Personal values looked up for them. */
  readonly values: number;
}

/**
 * Whether every event is sealed or waits for its seal, once, and every personal value belongs to one that carries
 * digests. As many events as were met without a gap means that none is doubled either.
 */
export async function coverageDefects(
  sql: Queries,
  region: string,
  accounted: Accounted,
): Promise<{ readonly events: number; readonly defects: readonly VerifyDefect[] }> {
  const [counted] = await sql<{ events: number; values: number }[]>`
    select (select count(*) from event where region = ${region}) as events,
           (select count(*) from personal_value where region = ${region}) as values`;
  const { events, values } = counted!;
  return {
    events,
    defects: [
      ...(events === accounted.events ? [] : await eventsNotAccounted(sql, region)),
      ...(values === accounted.values ? [] : await valuesWithoutDigest(sql, region)),
    ],
  };
}

async function eventsNotAccounted(sql: Queries, region: string): Promise<VerifyDefect[]> {
  const outside = await sql<Place[]>`
    select e.stream, e.seq from event e
    where e.region = ${region}
      and not exists (select 1 from seal_leaf l
                       where l.region = e.region and l.stream = e.stream and l.seq = e.seq and l.event = e.id)
      and not exists (select 1 from event_pending p where p.region = e.region and p.id = e.id)
    limit ${NAMED}`;
  const doubled = await sql<Place[]>`
    select l.stream, l.seq from seal_leaf l where l.region = ${region}
    group by l.stream, l.seq having count(*) > 1 limit ${NAMED}`;
  return [
    ...outside.map((place) =>
      defect('event-unsealed', place, '既未封存，也不在待封存之列：留痕是绕过系统插入的'),
    ),
    ...doubled.map((place) => defect('event-doubled', place, '在封存中出现两次')),
  ];
}

async function valuesWithoutDigest(sql: Queries, region: string): Promise<VerifyDefect[]> {
  const rows = await sql<{ matter: string; field: string }[]>`
    select v.matter, v.field from personal_value v
    where v.region = ${region}
      and not exists (select 1 from event e
                       where e.region = v.region and e.stream = v.matter and e.id = v.event and e.personal <> '{}')
    limit ${NAMED}`;
  return rows.map(({ matter, field }) => ({
    kind: 'personal-value',
    stream: matter,
    message: `办件${matter}：个人信息“${field}”在留痕中没有摘要，是绕过系统写入的。`,
  }));
}

function defect(kind: string, { stream, seq }: Place, problem: string): VerifyDefect {
  return { kind, stream, seq, message: `办件${stream}第${seq}条留痕：${problem}。` };
}
