import type { CompiledProcedure } from './compile.ts';
import type { Action, Context, Decision, Written } from './context.ts';
import type { StepDeclaration, StepView } from './declaration.ts';
import type { MatterState } from './matter.ts';

/** How a step is decided, handed in by the one who decides this one. */
type Decide = (
  procedure: CompiledProcedure,
  state: MatterState | undefined,
  action: Action,
  context: Context,
) => Decision;

/**
 * The steps a step takes on its matter's children (SPEC P16), in the name of whoever took it and after it: a child
 * that ends thereby tells its parent as the parent then stands. One refusal refuses the whole act.
 */
export function steerChildren(
  step: StepDeclaration,
  view: StepView,
  writes: readonly Written[],
  context: Context,
  decide: Decide,
): Decision {
  const all: Written[] = [...writes];
  const { id } = writes[0]!.after;
  for (const steering of step.steers ?? []) {
    for (const child of childrenOf(steering.link, id, context)) {
      const input = steering.input(view, child);
      if (input === undefined) continue;
      const decision = decide(
        context.procedure(child.procedure, child.version),
        child,
        { step: steering.step, input },
        {
          ...context,
          personal: {},
          items: {},
          children: [],
          parent: all.findLast(({ after }) => after.id === id)!.after,
        },
      );
      if (!decision.ok) return named(decision, child);
      all.push(...decision.writes);
    }
  }
  return { ok: true, writes: all };
}

function childrenOf(link: string, parent: string, context: Context): readonly MatterState[] {
  return (context.children ?? []).filter(
    (child) => !child.closed && child.parent?.matter === parent && child.parent.link === link,
  );
}

/** A refusal from below says which of the children it speaks of; what may be done is told of the matter that was asked (SPEC P29). */
function named(decision: Decision & { ok: false }, child: MatterState): Decision {
  // The fields of the child's step are none of the form that was sent.
  const { fields: _fields, allowed: _allowed, ...refusal } = decision.refusal;
  return { ok: false, refusal: { ...refusal, message: `“${child.title}”：${refusal.message}` } };
}
