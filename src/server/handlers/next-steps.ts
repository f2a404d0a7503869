import { postKinds } from '../../kernel/identity/posts.ts';
import type { Context } from '../../kernel/procedure/context.ts';
import type { StepDeclaration } from '../../kernel/procedure/declaration.ts';
import type { Outlook } from '../../kernel/procedure/outlook.ts';
import { outlook } from '../../kernel/procedure/outlook.ts';
import { type Standing, statesOf } from '../../store/matters/states.ts';
import type { Call } from '../http/bind.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { actorsContext } from './matter-view.ts';
import { maySee } from './visible.ts';

/** The step a post would usually take next. */
export interface NextStep {
  readonly step: string;
  readonly name: string;
  /** May be taken for several matters in one go: it asks for nothing that each of them answers in its own way. */
  readonly batch: boolean;
}

/** Nothing to fill in and nobody to name: what is decided in each matter was decided before. */
function takesNothing(step: StepDeclaration): boolean {
  return step.officers === undefined && step.fields.safeParse({}).success;
}

/**
 * The step this post would usually take, of those that are open as the matter stands: one whose gate is shut now is
 * not offered. A stage with a usual step waits for that one, whoever takes it: another way out (a withdrawal, an
 * extension) is chosen on the matter page. Only where a stage names none is a single open step the next one.
 */
function usualOf(world: World, { state }: Standing, steps: readonly Outlook[]): NextStep | null {
  const { declaration } = world.systems.registry.get(state.procedure, state.version);
  const open = steps.filter(({ step, refusal }) => !refusal && declaration.steps[step]!.to);
  const usual = open.find((entry) => entry.usual);
  const only = steps.some((entry) => entry.usual) || open.length > 1 ? undefined : open[0];
  const next = usual ?? only;
  if (!next) return null;
  // A way out that is merely the only one is nothing to be taken by the dozen.
  const batch = next === usual && takesNothing(declaration.steps[next.step]!);
  return { step: next.step, name: next.name, batch };
}

function outlookOf(world: World, { state, personal }: Standing, context: Context): Outlook[] {
  const procedure = world.systems.registry.get(state.procedure, state.version);
  return outlook(procedure, state, { ...context, personal });
}

/** The usual next step of each matter, by id; null where there is none to offer. */
export async function nextSteps(
  world: World,
  session: Session,
  ids: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, NextStep | null>> {
  const [states, context] = await Promise.all([
    statesOf(world.sql, session.region, ids),
    actorsContext(world, session, {}, now),
  ]);
  return new Map(
    [...states].map(([id, standing]) => [id, usualOf(world, standing, outlookOf(world, standing, context))]),
  );
}

/** For chosen rows of a register: what can be done with each in one go, or why nothing can. */
export async function readiness(world: World, { session, body, now }: Call<'matter.ready'>) {
  const [states, context] = await Promise.all([
    statesOf(world.sql, session.region, body.matters),
    actorsContext(world, session, {}, now),
  ]);
  return {
    rows: body.matters.flatMap((id) => {
      const standing = states.get(id);
      if (!standing || !maySee(world, session, standing)) return [];
      const { state } = standing;
      const steps = outlookOf(world, standing, context);
      const next = usualOf(world, standing, steps);
      return [
        {
          matter: id,
          procedure: state.procedure,
          number: state.number,
          title: state.title,
          seq: state.seq,
          next: next?.batch ? next : null,
          why: next?.batch ? '' : whyNot(state.closed, next, steps, session),
        },
      ];
    }),
  };
}

function whyNot(closed: boolean, next: NextStep | null, steps: readonly Outlook[], session: Session): string {
  if (closed) return '已经办结。';
  if (next) return `下一环节“${next.name}”要逐件填写，请打开办件办理。`;
  const shut = steps.find(({ usual, refusal }) => usual && refusal) ?? steps.find(({ refusal }) => refusal);
  if (steps.some(({ refusal }) => !refusal)) return '有几个环节可以办理，请打开办件选择。';
  return shut?.refusal?.message ?? `${postKinds[session.acting.kind].name}现在没有可以办理的环节。`;
}
