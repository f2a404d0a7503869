import type { Acting } from '../../kernel/identity/posts.ts';
import { takesAnywhere } from '../../kernel/procedure/declaration.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { inScope, scopeOf } from '../../store/matters/scope.ts';
import { actingOf, type Session } from '../session.ts';
import type { World } from '../world.ts';

/**
 * May this post see the matter? Within its reach; and, whichever unit the matter is of, where it is called to a step
 * that any unit's post takes (a window that receives for others) as long as that step waits, or took one itself:
 * whoever was asked first stays responsible, and cannot be for what he may not look at.
 */
export function maySee(
  world: World,
  session: Session,
  { state, handler }: { readonly state: MatterState; readonly handler: string },
): boolean {
  return seenBy(world, actingOf(session), { state, handler });
}

/** The same for whoever acts without a session of his own at hand. */
export function seenBy(
  world: Pick<World, 'systems'>,
  acting: Pick<Acting, 'kind' | 'unit' | 'person'>,
  { state, handler }: { readonly state: MatterState; readonly handler: string },
): boolean {
  return (
    inScope(scopeOf(acting), { unit: state.unit, handler }) ||
    (scopeOf(acting).reach !== 'own' && isCalled(world, acting, state))
  );
}

function isCalled(
  world: Pick<World, 'systems'>,
  { kind, person }: Pick<Acting, 'kind' | 'person'>,
  state: MatterState,
): boolean {
  const { declaration } = world.systems.registry.get(state.procedure, state.version);
  const called = Object.entries(declaration.steps).filter(([, step]) => takesAnywhere(step, kind));
  return (
    called.some(([, step]) => step.from.some((stage) => state.stages.includes(stage))) ||
    state.taken.some((act) => act.person === person && called.some(([id]) => id === act.step))
  );
}
