import type { Basis } from '../errors.ts';
import type { Facts } from '../procedure/facts.ts';
import type { MatterState } from '../procedure/matter.ts';
import type { StepView } from '../procedure/step-view.ts';
import type { AlertLevel } from './alert.ts';

export { type Alert, type AlertLevel, alertLevels } from './alert.ts';

/**
 * A condition over a matter that must not be. Looked at after each of the named steps; what it finds opens an
 * alert, itself a matter that must be answered. Overdue and near-due need no rule: clocks give them.
 */
export interface RuleDeclaration<F extends Facts = Facts> {
  readonly id: string;
  readonly name: string;
  readonly level: AlertLevel;
  readonly after: readonly string[];
  readonly finds: (view: StepView<F> & { readonly after: MatterState }) => boolean;
  readonly say: string | ((view: StepView<F> & { readonly after: MatterState }) => string);
  readonly basis: Basis;
}
