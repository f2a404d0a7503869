import type { ProcedureInfo } from '../../../src/client/contract/catalogue.ts';
import { basisText } from '../../format.ts';

/** What a step is for and what it stands on. */
export function StepAbout({
  step,
}: {
  readonly step: Pick<ProcedureInfo['steps'][number], 'help' | 'basis'>;
}) {
  if (!step.help && !step.basis) return null;
  return (
    <p className="quiet">
      {step.help}
      {step.basis && (step.help ? `（依据${basisText(step.basis)}）` : `依据${basisText(step.basis)}`)}
    </p>
  );
}
