import type { CompiledProcedure } from '../procedure/compile.ts';
import type { StepView } from '../procedure/declaration.ts';
import type { MatterState } from '../procedure/matter.ts';
import type { Alert } from './declaration.ts';

/** What the declared rules find after a step (SPEC V1). */
export function alertsOf(
  procedure: CompiledProcedure,
  step: string,
  view: StepView & { readonly after: MatterState },
): Alert[] {
  return (procedure.declaration.rules ?? [])
    .filter((rule) => rule.after.includes(step) && rule.finds(view))
    .map((rule) => ({
      rule: `${procedure.id}.${rule.id}`,
      name: rule.name,
      level: rule.level,
      message: typeof rule.say === 'string' ? rule.say : rule.say(view),
    }));
}
