import type { Queries } from '../connection.ts';
import type { VerifyDefect } from './verify-event.ts';

/** Most events named one by one. */
const NAMED = 10;

interface Place {
  readonly stream: string;
  readonly seq: number;
}

/**
 * Whether every event is sealed or waits for its seal, once. `accounted` = leaves and waiting events found to have
 * their event; as many events without a gap means that none is doubled either.
 */
export async function coverageDefects(
  sql: Queries,
  region: string,
  accounted: number,
): Promise<{ readonly events: number; readonly defects: readonly VerifyDefect[] }> {
  const [counted] = await sql<{ events: number }[]>`
    select count(*)::int8 as events from event where region = ${region}`;
  const events = counted!.events;
  if (events === accounted) return { events, defects: [] };
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
  return {
    events,
    defects: [
      ...outside.map((place) =>
        defect('event-unsealed', place, '既未封存，也不在待封存之列：留痕是绕过系统插入的'),
      ),
      ...doubled.map((place) => defect('event-doubled', place, '在封存中出现两次')),
    ],
  };
}

function defect(kind: string, { stream, seq }: Place, problem: string): VerifyDefect {
  return { kind, stream, seq, message: `办件${stream}第${seq}条留痕：${problem}。` };
}
