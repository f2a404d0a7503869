import type { LedgerEvent } from '../ledger/event.ts';
import type { CompiledProcedure } from '../procedure/compile.ts';
import type { MatterState } from '../procedure/matter.ts';
import type { Count, CountPart, CountRule, CountView } from './declaration.ts';

/** What one event adds to the indicators of its procedure. Pure: a rebuild gives the same rows. */
export function countsOf(
  procedure: CompiledProcedure,
  before: MatterState | undefined,
  after: MatterState,
  event: LedgerEvent,
): Count[] {
  const step = event.type.slice(event.type.indexOf('/') + 1);
  const rules = procedure.countRules.get(step);
  if (!rules) return [];
  const view = { facts: after.facts, before, after, event };
  const counts: Count[] = [];
  for (const { indicator, rule } of rules) {
    if (rule.when && !rule.when(view)) continue;
    for (const part of partsOf(rule, view)) {
      if (part.value === 0) continue;
      counts.push({
        indicator,
        unit: after.unit,
        on: part.on ?? event.on,
        kind: part.kind,
        value: part.value,
      });
    }
  }
  return counts;
}

function partsOf(rule: CountRule, view: CountView): readonly CountPart[] {
  if (rule.each) return rule.each(view);
  return [{ value: rule.value?.(view) ?? 1, kind: rule.kind?.(view) ?? '' }];
}
