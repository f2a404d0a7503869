import type { LegalDate } from '../dates.ts';
import type { ProcedureDeclaration } from '../procedure/declaration.ts';
import type { MatterState } from '../procedure/matter.ts';

export interface PublicProgress {
  readonly number: string;
  readonly procedure: string;
  readonly subject: string;
  readonly steps: readonly { readonly name: string; readonly on: LegalDate }[];
  /** Names of the present stages. */
  readonly stages: readonly string[];
  readonly due?: LegalDate;
  readonly outcome?: string;
}

/**
 * The progress of a matter for the portal, or undefined where its procedure shows none. Takes nothing from the
 * facts: names and dates of allow-listed steps, the stage, the due day, the outcome.
 */
export function publicProgress(
  procedure: ProcedureDeclaration,
  matter: MatterState,
  dueOf: (clock: string) => LegalDate | undefined,
): PublicProgress | undefined {
  const { progress } = procedure;
  if (!progress) return undefined;
  const due = progress.clock === undefined || matter.closed ? undefined : dueOf(progress.clock);
  return {
    number: matter.number,
    procedure: procedure.name,
    subject: progress.subject(matter),
    steps: matter.taken.flatMap(({ step, on }) => {
      const name = progress.steps[step];
      return name === undefined ? [] : [{ name, on }];
    }),
    stages: matter.stages.map((stage) => procedure.stages[stage]?.name ?? stage),
    ...(due === undefined ? {} : { due }),
    ...(matter.outcome === undefined ? {} : { outcome: matter.outcome }),
  };
}
