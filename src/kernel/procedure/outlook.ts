import { dueOf } from '../clock/due.ts';
import type { Refusal } from '../errors.ts';
import type { JsonObject } from '../ledger/json.ts';
import { checkGates, checkPost, checkSeparation, checkStage } from './checks.ts';
import { refusalOn } from './citation.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Context } from './context.ts';
import type { StepDeclaration, StepView } from './declaration.ts';
import { takenAtDesk } from './field-meta.ts';
import type { MatterState } from './matter.ts';

/** What a guard sees of a matter: the facts known so far, personal ones included. */
export function viewOf(state: MatterState | undefined, input: JsonObject, context: Context): StepView {
  return {
    facts: { ...state?.facts, ...context.personal },
    input,
    matter: state,
    actor: context.actor,
    on: context.on,
    certificates: context.certificates,
    pins: { ...state?.pins, ...context.items },
    dueOf: (clock) => {
      const running = state?.clocks[clock];
      return running && dueOf(running, context.law, context.calendar).due;
    },
    reckon: (rule, from) =>
      dueOf({ clock: rule, rule, start: from, pauses: [], extensions: [] }, context.law, context.calendar)
        .due,
  };
}

/** One step as the matter page shows it: open, or greyed with the reason and the basis. */
export interface Outlook {
  readonly step: string;
  readonly name: string;
  readonly usual: boolean;
  /** Taken at the desk of the procedure, where the product puts its values in. */
  readonly atDesk: boolean;
  readonly refusal?: Refusal;
  /** What may stand in the form of an open step at first. */
  readonly proposed?: JsonObject;
}

/** Every step of the present stage, with why it is shut where it is (SPEC P10). */
export function outlook(
  procedure: CompiledProcedure,
  state: MatterState | undefined,
  context: Context,
): Outlook[] {
  const result: Outlook[] = [];
  for (const [id, step] of Object.entries(procedure.declaration.steps)) {
    if (checkStage(procedure, id, step, state)) continue;
    const view = viewOf(state, {}, context);
    const refusal =
      checkPost(step, state, context) ??
      checkSeparation(procedure, step, state, context) ??
      checkGates(procedure, step, view, true);
    result.push({
      step: id,
      name: step.name,
      usual: step.usual ?? false,
      atDesk: takenAtDesk(step.fields),
      ...(refusal ? { refusal: refusalOn(refusal, context.on, context.law) } : proposal(step, view, state)),
    });
  }
  return result;
}

/** The steps this actor may take now. */
export function allowedSteps(
  procedure: CompiledProcedure,
  state: MatterState | undefined,
  context: Context,
): { step: string; name: string }[] {
  return outlook(procedure, state, context)
    .filter((entry) => !entry.refusal)
    .map(({ step, name }) => ({ step, name }));
}

/** What a step proposes for its form (SPEC P24). Whoever looks may not be one to whom personal values are shown. */
function proposal(
  { proposes }: StepDeclaration,
  view: StepView,
  state: MatterState | undefined,
): Pick<Outlook, 'proposed'> {
  return proposes ? { proposed: proposes({ ...view, facts: state?.facts ?? {} }) } : {};
}
