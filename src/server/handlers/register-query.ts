import { legalDateOf } from '../../kernel/dates.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { RegisterQuery } from '../../store/matters/register.ts';
import { scopeOf } from '../../store/matters/scope.ts';
import type { Call } from '../http/bind.ts';
import { actingOf, type Session } from '../session.ts';

/** The store's query for what a register route asks, within what the post may see. */
export function registerQueryOf(
  session: Session,
  procedure: CompiledProcedure,
  query: Omit<Call<'register.page'>['query'], 'page' | 'size'>,
  now: string,
): Omit<RegisterQuery, 'page' | 'size'> {
  const stage = query.stage === undefined ? undefined : procedure.declaration.stages[query.stage];
  const state = query.state ?? (stage && !stage.final ? 'open' : undefined);
  return {
    region: session.region,
    procedure: procedure.id,
    scope: scopeOf(actingOf(session)),
    fields: (procedure.declaration.columns ?? []).filter((name) => !procedure.allPersonal.has(name)),
    sort: query.sort,
    ...(query.q ? { text: query.q } : {}),
    ...(query.unit ? { unit: query.unit } : {}),
    ...(query.stage ? { stage: query.stage } : {}),
    // In a stage that is not the end a matter is open; saying so spares the search through all that are closed.
    ...(state ? { state } : {}),
    ...(query.from ? { from: query.from } : {}),
    ...(query.to ? { to: query.to } : {}),
    ...(query.late ? { lateOn: legalDateOf(now) } : {}),
  };
}
