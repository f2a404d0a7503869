import type { ClockOp } from '../clock/clock.ts';
import type { Refusal } from '../errors.ts';
import type { JsonObject, JsonValue } from '../ledger/json.ts';
import { parseInput, refuse } from './checks.ts';
import { clockOps } from './clock-ops.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Context, Decision, Written } from './context.ts';
import type { ChildOpening, StepDeclaration, StepView } from './declaration.ts';
import { eventOf } from './event-of.ts';
import { evolve, type MatterEventData, type MatterState } from './matter.ts';
import { viewOf } from './outlook.ts';

/** Taking a step, handed in by the one who takes this one. */
type Take = (
  procedure: CompiledProcedure,
  state: MatterState | undefined,
  id: string,
  step: StepDeclaration,
  input: JsonObject,
  view: StepView,
  clocks: readonly ClockOp[],
  context: Context,
  parent: NonNullable<MatterState['parent']>,
) => Decision;

interface Opened {
  readonly opened: { readonly matter: string; readonly procedure: string; readonly link: string };
  readonly start: (parent: { matter: string; procedure: string }) => readonly Decision[];
}

/**
 * The matters a step opens beside its own (SPEC P11). The child's opening step is taken in the name of whoever
 * took the parent's; its posts are not asked for, since the parent's step was the right to open it.
 */
export function openChildren(
  procedure: CompiledProcedure,
  step: StepDeclaration,
  view: StepView,
  state: MatterState | undefined,
  context: Context,
  take: Take,
): { ok: true; children: Opened[] } | { ok: false; refusal: Refusal } {
  const children: Opened[] = [];
  for (const opening of step.opens ?? []) {
    if (opening.when && !opening.when(view)) continue;
    for (const input of inputsOf(opening, view)) {
      const child = openChild(procedure, opening, input, state, context, take);
      if (!child.ok) return child;
      children.push(child.child);
    }
  }
  return { ok: true, children };
}

function inputsOf(opening: ChildOpening, view: StepView): readonly JsonObject[] {
  if (opening.each) return opening.each(view);
  return [opening.input?.(view) ?? {}];
}

function openChild(
  procedure: CompiledProcedure,
  opening: ChildOpening,
  input: JsonObject,
  state: MatterState | undefined,
  context: Context,
  take: Take,
): { ok: true; child: Opened } | { ok: false; refusal: Refusal } {
  const child = context.procedure(opening.procedure);
  const childStep = child.declaration.steps[opening.step];
  if (!childStep) {
    return {
      ok: false,
      refusal: refuse('invalid', 'kernel.P11', `${procedure.id} 的下级办件 ${opening.step} 不存在。`),
    };
  }
  const parsed = parseInput(childStep, input);
  if (!parsed.ok) return { ok: false, refusal: parsed.refusal };
  const matter = context.entropy.id();
  const unit = state?.unit ?? context.actor.unit;
  const inside = { ...context, personal: {}, items: {}, entropy: withFirstId(context, matter) };
  const childView = viewOf(undefined, parsed.input, inside);
  const clocks = clockOps(child, childStep, childView, undefined, inside);
  if ('kind' in clocks) return { ok: false, refusal: clocks };
  const start = { ...childStep, unitOf: childStep.unitOf ?? (() => unit) };
  return {
    ok: true,
    child: {
      opened: { matter, procedure: child.id, link: opening.link },
      start: (parent) => [
        take(child, undefined, opening.step, start, parsed.input, childView, clocks.ops, inside, {
          ...parent,
          link: opening.link,
        }),
      ],
    },
  };
}

/** `take` draws the event's id first and the matter's second; the matter's was promised to the parent. */
function withFirstId(context: Context, matter: string): Context['entropy'] {
  let drawn = 0;
  return {
    id: () => (++drawn === 2 ? matter : context.entropy.id()),
    salt: () => context.entropy.salt(),
  };
}

/** A matter that ends tells the one that opened it, in the same transaction. */
export function childClosed(procedure: CompiledProcedure, after: MatterState, context: Context): Written[] {
  const { parent } = context;
  if (!after.parent || !parent || parent.id !== after.parent.matter) return [];
  const above = context.procedure(parent.procedure, parent.version);
  const facts: Record<string, JsonValue> = {};
  for (const name of procedure.declaration.reports ?? []) {
    const value = after.facts[name];
    if (value !== undefined) facts[name] = value;
  }
  const data: MatterEventData = {
    version: parent.version,
    input: {},
    set: {},
    pins: {},
    stages: parent.stages,
    title: parent.title,
    clocks: [],
    publications: [],
    opens: [],
    alerts: [],
    child: { matter: after.id, outcome: after.outcome ?? '', facts: facts as JsonObject },
  };
  const event = eventOf(
    above,
    parent.id,
    parent.seq + 1,
    '$child-closed',
    context.entropy.id(),
    data,
    {},
    context,
  );
  return [{ before: parent, after: evolve(parent, event), event, counts: [], personal: [], claims: [] }];
}
