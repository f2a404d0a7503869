import type { Basis } from '../errors.ts';
import type { Facts, StepView } from '../procedure/declaration.ts';
import type { MatterState } from '../procedure/matter.ts';

/** green: note it; yellow: explain it; red: stop and correct it. */
export type AlertLevel = 'green' | 'yellow' | 'red';
export const alertLevels: Record<AlertLevel, string> = {
  green: '绿色提示',
  yellow: '黄色预警',
  red: '红色警告',
};

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

/** An alert as an event carries it. */
export interface Alert {
  readonly rule: string;
  readonly name: string;
  readonly level: AlertLevel;
  readonly message: string;
}
