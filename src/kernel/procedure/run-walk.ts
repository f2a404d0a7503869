import type { Calendar } from '../calendar/calendar.ts';
import { dueOf } from '../clock/index.ts';
import type { LawBook } from '../clock/law.ts';
import type { JsonObject, JsonValue } from '../ledger/json.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Context, Decision, Entropy, Written } from './context.ts';
import { decide } from './decide.ts';
import type { PinnedItem } from './declaration.ts';
import { dataOf, type MatterState } from './matter.ts';
import type { Walk, WalkAct } from './walk.ts';

/** What a walk went through, for the test that asks whether every part of a system is visited. */
export interface Visited {
  readonly steps: Set<string>;
  readonly refusals: Set<string>;
  readonly clocks: Set<string>;
  readonly publications: Set<string>;
  readonly alerts: Set<string>;
}

export function nothingVisited(): Visited {
  return {
    steps: new Set(),
    refusals: new Set(),
    clocks: new Set(),
    publications: new Set(),
    alerts: new Set(),
  };
}

interface World {
  readonly procedures: (id: string) => CompiledProcedure;
  readonly law: LawBook;
  readonly calendar: Calendar;
  readonly alertProcedure: Context['alertProcedure'];
}

const UNIT = 'unit-1';

/** Ids in order, so that a walk gives the same bytes every time. */
function countedEntropy(): Entropy {
  let next = 0;
  const hex = (length: number) => (++next).toString(16).padStart(length, '0');
  return { id: () => `00000000-0000-7000-8000-${hex(12)}`, salt: () => hex(32) };
}

/** Runs a walk and returns what differs from what it expects: an empty list is a pass. */
export function runWalk(walk: Walk, procedure: CompiledProcedure, world: World, visited: Visited): string[] {
  const problems: string[] = [];
  const matters = new Map<string, MatterState>();
  const personal = new Map<string, Record<string, JsonValue>>();
  const entropy = countedEntropy();
  let root: string | undefined;
  walk.acts.forEach((act, index) => {
    const label = `${walk.name} #${index + 1} ${act.step}`;
    const target = act.child ? childOf(matters.get(root ?? ''), act.child) : root;
    if (act.child && !target) {
      problems.push(`${label}: no child ${act.child}`);
      return;
    }
    const state = target ? matters.get(target) : undefined;
    const acting = state ? world.procedures(state.procedure) : procedure;
    const context = contextOf(
      walk,
      act,
      acting,
      state,
      matters,
      personal.get(target ?? '') ?? {},
      entropy,
      world,
      index,
    );
    const decision = decide(acting, state, { step: act.step, input: act.input ?? {} }, context);
    if (decision.ok) {
      for (const written of decision.writes) {
        matters.set(written.after.id, written.after);
        const known = personal.get(written.after.id) ?? {};
        for (const value of written.personal) known[value.field] = value.value;
        personal.set(written.after.id, known);
      }
      root ??= decision.writes[0]!.after.id;
      note(decision.writes, visited);
    } else visited.refusals.add(decision.refusal.rule);
    problems.push(...compare(label, act, decision, world));
  });
  return problems;
}

function childOf(parent: MatterState | undefined, link: string): string | undefined {
  return parent?.children.findLast((child) => child.link === link)?.matter;
}

function contextOf(
  walk: Walk,
  act: WalkAct,
  procedure: CompiledProcedure,
  state: MatterState | undefined,
  matters: ReadonlyMap<string, MatterState>,
  personal: Record<string, JsonValue>,
  entropy: Entropy,
  world: World,
  index: number,
): Context {
  const actor = walk.actors[act.by];
  if (!actor) throw new Error(`${walk.name}: unknown actor ${act.by}`);
  const parent = state?.parent ? matters.get(state.parent.matter) : undefined;
  const unit = actor.unit ?? UNIT;
  return {
    region: '000000',
    now: `${act.on}T02:00:00.${String(index).padStart(3, '0')}Z`,
    on: act.on,
    request: `walk-${index}`,
    actor: {
      person: actor.person ?? act.by,
      name: act.by,
      post: `${act.by}@${unit}`,
      kind: actor.kind,
      unit,
    },
    law: world.law,
    calendar: world.calendar,
    entropy,
    certificates: walk.certificates ?? [],
    items: itemsOf(walk, act, procedure),
    personal,
    ...(parent ? { parent } : {}),
    children: (state?.children ?? []).flatMap(({ matter }) => matters.get(matter) ?? []),
    procedure: world.procedures,
    unitName: (code) => code,
    personName: (person) => person,
    alertProcedure: world.alertProcedure,
  };
}

function itemsOf(
  walk: Walk,
  act: WalkAct,
  procedure: CompiledProcedure,
): Record<string, PinnedItem | undefined> {
  const items: Record<string, PinnedItem | undefined> = {};
  for (const [pin, source] of Object.entries(procedure.declaration.steps[act.step]?.pins ?? {})) {
    const code = act.input?.[source.field];
    const item = typeof code === 'string' ? walk.items?.[source.list]?.[code] : undefined;
    items[pin] = item ? ({ ...item, list: source.list, code: code as string } as PinnedItem) : undefined;
  }
  return items;
}

function note(writes: readonly Written[], visited: Visited): void {
  for (const { event, after } of writes) {
    const data = dataOf(event);
    visited.steps.add(event.type);
    for (const op of data.clocks) visited.clocks.add(`${after.procedure}.${op.clock}.${op.op}`);
    for (const op of data.publications) visited.publications.add(`${after.procedure}.${op.id}.${op.op}`);
    for (const alert of data.alerts) visited.alerts.add(alert.rule);
  }
}

function compare(label: string, act: WalkAct, decision: Decision, world: World): string[] {
  const { expect } = act;
  if (!decision.ok) {
    if (expect.refused === decision.refusal.rule) {
      const cited = decision.refusal.basis?.provision;
      if (expect.cites === undefined || expect.cites === cited) return [];
      return [`${label}: cites ${cited}, expected ${expect.cites}`];
    }
    const fields =
      decision.refusal.fields?.map((field) => `${field.path}: ${field.message}`).join('; ') ?? '';
    return [`${label}: refused by ${decision.refusal.rule} (${decision.refusal.message} ${fields})`];
  }
  if (expect.refused) return [`${label}: should be refused by ${expect.refused}`];
  const { after, event, counts } = decision.writes[0]!;
  const problems: string[] = [];
  const same = (what: string, got: unknown, wanted: unknown) => {
    if (JSON.stringify(got) !== JSON.stringify(wanted)) {
      problems.push(`${label}: ${what} is ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`);
    }
  };
  if (expect.stages) same('stages', after.stages, expect.stages);
  if (expect.outcome !== undefined) same('outcome', after.outcome, expect.outcome);
  for (const [clock, due] of Object.entries(expect.due ?? {})) {
    const running = after.clocks[clock];
    same(`due of ${clock}`, running && dueOf(running, world.law, world.calendar).due, due);
  }
  for (const [id, status] of Object.entries(expect.publications ?? {})) {
    same(`publication ${id}`, after.publications[id]?.status, status);
  }
  if (expect.alerts)
    same(
      'alerts',
      dataOf(event).alerts.map((alert) => alert.rule),
      expect.alerts,
    );
  for (const [indicator, value] of Object.entries(expect.counts ?? {})) {
    const sum = counts
      .filter((count) => count.indicator === indicator)
      .reduce((total, count) => total + count.value, 0);
    same(`count ${indicator}`, sum, value);
  }
  for (const [field, value] of Object.entries((expect.facts ?? {}) as JsonObject)) {
    same(`fact ${field}`, after.facts[field], value);
  }
  return problems;
}
