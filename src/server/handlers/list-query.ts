import { legalDateOf } from '../../kernel/dates.ts';
import type { CompiledList } from '../../lists/compile.ts';
import type { ListQuery } from '../../lists/port.ts';
import type { Call } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import type { World } from '../world.ts';

export function listNamed(world: World, id: string): CompiledList {
  const list = world.systems.lists.find((known) => known.id === id);
  return list ?? refuse('not-found', 'server.list', '没有这个清单。');
}

/** The store's query for what a list route asks. */
export function listQueryOf(
  list: CompiledList,
  { session, query, now }: Pick<Call<'list.export'>, 'session' | 'query' | 'now'>,
): ListQuery & { readonly on: string } {
  return {
    region: session.region,
    list: list.id,
    on: query.on ?? legalDateOf(now),
    sort: query.sort,
    ...(query.q ? { search: query.q } : {}),
    ...(query.kind ? { kind: query.kind } : {}),
    ...(query.unit ? { unit: query.unit } : {}),
    ...(query.exercisedBy ? { exercisedBy: query.exercisedBy } : {}),
    ...(query.refersBy && query.refersTo ? { refers: { by: query.refersBy, to: query.refersTo } } : {}),
    ...(query.status ? { status: query.status === 'cancelled' ? 'ended' : query.status } : {}),
  };
}
