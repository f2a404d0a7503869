import { fieldMeta } from '../../kernel/procedure/field-meta.ts';
import { registerTotals } from '../../store/matters/totals.ts';
import type { Call } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import type { World } from '../world.ts';
import { registerQueryOf } from './register-query.ts';
import { fieldsOf } from './show.ts';

/** Sums of the columns that hold numbers, over everything the query finds. */
export async function registerFoot(world: World, { session, params, query, now }: Call<'register.totals'>) {
  const procedure = world.systems.registry.find(params.procedure);
  if (!procedure) return refuse('not-found', 'server.register', '没有这个台账。');
  const { sort: _, ...asked } = registerQueryOf(session, procedure, { ...query, sort: 'newest' }, now);
  const fields = fieldsOf(procedure);
  const numbers = asked.fields.filter((name) => {
    const schema = fields.get(name);
    const widget = schema && fieldMeta(schema)?.widget;
    return widget === 'money' || widget === 'integer';
  });
  if (numbers.length === 0) return { columns: [], tooMany: false };
  const columns = await registerTotals(world.sql, { ...asked, fields: numbers });
  return { columns: columns ?? [], tooMany: columns === undefined };
}
