import type { ClockOp } from '../clock/clock.ts';
import type { LegalDate } from '../dates.ts';
import type { CompiledProcedure } from '../procedure/compile.ts';
import type { Facts, StepDeclaration } from '../procedure/declaration.ts';
import { mask } from '../procedure/mask.ts';
import type { MatterState, PublicationOp } from '../procedure/matter.ts';
import type { PublicationDeclaration, PublicContent } from './declaration.ts';

/** Name of the clock that runs until a publication is made. */
export const clockOfPublication = (publication: string): string => `publication:${publication}`;

/** Name of the clock that runs until an annulled publication is taken down; a procedure declares it where a law sets the days. */
export const clockOfWithdrawal = (publication: string): string => `withdrawal:${publication}`;

/** The publications a step makes due, or says why they are withheld (SPEC D1). */
export function publicationOps(
  procedure: CompiledProcedure,
  step: StepDeclaration,
  facts: Facts,
  event: string,
): PublicationOp[] {
  return (step.publishes ?? []).map((id) => {
    const withheld = procedure.declaration.publications![id]!.withheld?.(facts);
    return withheld ? { op: 'withhold', id, reason: withheld.reason } : { op: 'due', id, event };
  });
}

/**
 * The clocks of publications: one that becomes due runs a clock like any other, so that a late one raises an alert by
 * itself. One that is expected runs already; becoming due does not start it again, and withholding ends it (SPEC D3).
 */
export function publicationClocks(
  procedure: CompiledProcedure,
  step: StepDeclaration,
  state: MatterState | undefined,
  ops: readonly PublicationOp[],
  facts: Facts,
  on: LegalDate,
): ClockOp[] {
  const runs = (id: string) => {
    const clock = state?.clocks[clockOfPublication(id)];
    return clock !== undefined && clock.stopped === undefined;
  };
  const start = (id: string): ClockOp => {
    const { rule, from } = procedure.declaration.publications![id]!;
    return {
      op: 'start',
      clock: clockOfPublication(id),
      rule: typeof rule === 'string' ? rule : rule(facts, on),
      on: from?.(facts) ?? on,
    };
  };
  const expected = (step.expects ?? []).filter(
    (id) => !state?.publications[id] && !procedure.declaration.publications![id]!.withheld?.(facts),
  );
  const due = ops.flatMap((op) => (op.op === 'due' ? [op.id] : []));
  const ended = ops.flatMap((op) => (op.op === 'withhold' && runs(op.id) ? [op.id] : []));
  return [
    ...[...new Set([...expected, ...due])].filter((id) => !runs(id)).map(start),
    ...ended.map(
      (id): ClockOp => ({ op: 'stop', clock: clockOfPublication(id), on, outcome: '依法不予公示' }),
    ),
  ];
}

/** What the public will see: allow-listed fields, masked (rule 9). */
export function publicContent(
  declaration: PublicationDeclaration,
  facts: Facts,
  matter: MatterState,
  unitName: (code: string) => string,
): { title: string; content: PublicContent } {
  const content: (readonly [
    string,
    NonNullable<ReturnType<(typeof declaration.fields)[number]['value']>>,
  ])[] = [];
  for (const field of declaration.fields) {
    const value = field.value(facts, matter);
    if (value === undefined || value === null || value === '') continue;
    const masked = field.mask !== undefined && (field.maskWhen === undefined || field.maskWhen(facts));
    const shown = field.unit ? unitName(String(value)) : value;
    content.push([field.title, masked ? mask(field.mask!, shown) : shown]);
  }
  return { title: declaration.title(facts, matter), content };
}
