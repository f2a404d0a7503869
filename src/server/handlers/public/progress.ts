import { publicProgress } from '../../../kernel/publication/progress.ts';
import { findByNumber } from '../../../store/matters/matter.ts';
import type { Handlers } from '../../http/bind.ts';
import type { World } from '../../world.ts';

/**
 * Progress by receipt number. A number that does not exist and one of a matter that shows nothing get the same
 * answer, so that nothing can be learnt by trying.
 */
export function publicProgressHandlers(world: World): Pick<Handlers, 'public.progress'> {
  return {
    'public.progress': async ({ query }) => {
      const number = tidy(query.number);
      const state = await findByNumber(world.sql, world.region.code, number);
      if (!state) return { progress: null };
      const { declaration } = world.systems.registry.get(state.procedure, state.version);
      const progress = publicProgress(declaration, state, world.law, world.calendar());
      if (!progress) return { progress: null };
      const { expected, outcome, steps, stages, awaited, ...rest } = progress;
      return {
        progress: {
          ...rest,
          steps: [...steps],
          stages: [...stages],
          awaited: [...awaited],
          expected: expected ? { ...expected, promised: expected.promised ?? null } : null,
          outcome: outcome ?? null,
        },
      };
    },
  };
}

/** The number as it was printed, given what was read: its last part has no I, L or O. */
function tidy(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const code = plain.lastIndexOf('-') + 1;
  return plain.slice(0, code) + plain.slice(code).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
