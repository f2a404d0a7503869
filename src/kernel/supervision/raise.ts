import type { JsonObject } from '../ledger/json.ts';
import type { CompiledProcedure } from '../procedure/compile.ts';
import type { Action, Context, Decision, Written } from '../procedure/context.ts';
import type { MatterState } from '../procedure/matter.ts';
import type { Alert } from './declaration.ts';

/** How a step is decided, handed in by whoever has an alert to raise. */
type Decide = (
  procedure: CompiledProcedure,
  state: MatterState | undefined,
  action: Action,
  context: Context,
) => Decision;

/** An alert on its way to becoming a matter. `cause` names what it is about: one alert for one cause. */
export interface Raising extends Alert {
  readonly cause: string;
}

/**
 * Opens the matter in which an alert must be answered, in the unit of the matter it is about (SPEC V2).
 * The system acts: nobody else can raise one, and nobody can leave one out.
 */
export function raise(raising: Raising, subject: MatterState, context: Context, decide: Decide): Decision {
  const { alertProcedure } = context;
  const procedure = context.procedure(alertProcedure.procedure);
  return decide(
    procedure,
    undefined,
    { step: alertProcedure.step, input: alertInput(raising, subject) },
    {
      ...context,
      actor: { person: 'system', name: '系统', post: 'system', kind: 'system', unit: subject.unit },
      items: {},
      personal: {},
      certificates: [],
    },
  );
}

/** What an alert says of the matter it is about. */
export function alertInput(raising: Raising, subject: MatterState): JsonObject {
  return {
    level: raising.level,
    rule: raising.rule,
    ruleName: raising.name,
    message: raising.message,
    subject: subject.id,
    subjectNumber: subject.number,
    subjectTitle: subject.title,
    subjectProcedure: subject.procedure,
    cause: raising.cause,
  };
}

/** The alerts an act gave rise to, as matters written with it. */
export function raiseAll(writes: readonly Written[], context: Context, decide: Decide): Written[] {
  return writes.flatMap(({ event, after }) => {
    const alerts = (event.data.alerts ?? []) as unknown as readonly Alert[];
    return alerts.flatMap((alert) => {
      const decision = raise(
        { ...alert, cause: `${after.id}:${alert.rule}:${event.id}` },
        after,
        context,
        decide,
      );
      if (!decision.ok) throw new Error(`alert ${alert.rule} cannot be raised: ${decision.refusal.message}`);
      return decision.writes;
    });
  });
}
