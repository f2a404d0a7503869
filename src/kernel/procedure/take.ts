import type { ClockOp } from '../clock/clock.ts';
import type { LegalDate } from '../dates.ts';
import { countsOf } from '../indicator/count.ts';
import { personalDigest } from '../ledger/digest.ts';
import type { PersonalValue } from '../ledger/event.ts';
import type { JsonObject } from '../ledger/json.ts';
import { fromHex } from '../ledger/sm3.ts';
import { publicationClocks, publicationOps } from '../publication/open.ts';
import { alertsOf } from '../supervision/find.ts';
import { childClosed, openChildren } from './children.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Context, Decision, Written } from './context.ts';
import type { Facts, StepDeclaration, StepView } from './declaration.ts';
import { eventOf } from './event-of.ts';
import { evolve, type MatterEventData, type MatterState } from './matter.ts';

/** Nothing stands against the step any more: its event, its children, and the news for its parent. */
export function take(
  procedure: CompiledProcedure,
  state: MatterState | undefined,
  id: string,
  step: StepDeclaration,
  input: JsonObject,
  view: StepView,
  clocks: readonly ClockOp[],
  context: Context,
  parent?: MatterState['parent'],
): Decision {
  const eventId = context.entropy.id();
  const split = splitPersonal(procedure, id, input, eventId, context);
  const derived = step.derive?.(view) ?? {};
  const allFacts: Facts = { ...view.facts, ...input, ...derived };
  const publicFacts = withoutPersonal(allFacts, procedure.allPersonal);
  const opens = openChildren(procedure, step, view, state, context, take);
  if (!opens.ok) return opens;
  const stages = nextStages(state?.stages ?? [], step);
  const outcome =
    step.outcome === undefined
      ? undefined
      : typeof step.outcome === 'string'
        ? step.outcome
        : step.outcome(view);
  const publications = publicationOps(procedure, step, allFacts, eventId);
  const matterId = state?.id ?? context.entropy.id();
  const data: MatterEventData = {
    version: state?.version ?? procedure.version,
    input: split.open,
    set: { ...derived, ...(context.imported ? { imported: true } : {}) },
    pins: pinsOf(step, context),
    stages,
    title: procedure.declaration.title(publicFacts),
    clocks: [...clocks, ...publicationClocks(procedure, step, state, publications, allFacts, context.on)],
    publications,
    opens: opens.children.map(({ opened }) => opened),
    alerts: [],
    ...(state
      ? {}
      : {
          number: receiptNumber(procedure.declaration.prefix, context.on, matterId),
          unit: step.unitOf?.(view) ?? context.actor.unit,
        }),
    ...(state || !parent ? {} : { parent }),
    ...(outcome === undefined ? {} : { outcome }),
  };
  const draft = eventOf(
    procedure,
    matterId,
    (state?.seq ?? 0) + 1,
    id,
    eventId,
    data,
    split.digests,
    context,
  );
  // What stands afterwards does not depend on the alerts, which look at it.
  const after = evolve(state, draft);
  const alerts = alertsOf(procedure, id, { ...view, facts: allFacts, after });
  const event =
    alerts.length === 0 ? draft : { ...draft, data: { ...data, alerts } as unknown as JsonObject };
  const own: Written = {
    before: state,
    after,
    event,
    counts: countsOf(procedure, state, after, event),
    personal: split.values,
    claims: (step.claims ?? [])
      .filter((claim) => input[claim.field] !== undefined)
      .map((claim) => ({ kind: claim.kind, key: String(input[claim.field]), say: claim.say })),
  };
  const children = opens.children.flatMap(({ start }) =>
    start({ matter: after.id, procedure: procedure.id }),
  );
  const failed = children.find((decision) => !decision.ok);
  if (failed && !failed.ok) return failed;
  const writes = [own, ...children.flatMap((decision) => (decision.ok ? decision.writes : []))];
  return {
    ok: true,
    writes: after.closed && !state?.closed ? [...writes, ...childClosed(procedure, after, context)] : writes,
  };
}

function nextStages(present: readonly string[], step: StepDeclaration): readonly string[] {
  if (!step.to) return present;
  const left = new Set(
    step.join ? step.from : step.from.filter((stage) => present.includes(stage)).slice(0, 1),
  );
  return [...new Set([...present.filter((stage) => !left.has(stage)), ...step.to])];
}

function pinsOf(step: StepDeclaration, context: Context): MatterEventData['pins'] {
  const pins: Record<string, NonNullable<Context['items'][string]>> = {};
  for (const pin of Object.keys(step.pins ?? {})) {
    const item = context.items[pin];
    if (item) pins[pin] = item;
  }
  return pins;
}

/** Personal values leave the input; their salted digests stay with the event (rule 9). */
function splitPersonal(
  procedure: CompiledProcedure,
  id: string,
  input: JsonObject,
  event: string,
  context: Context,
): { open: JsonObject; digests: Record<string, string>; values: PersonalValue[] } {
  const names = procedure.personal.get(id) ?? [];
  const open: Record<string, JsonObject[string]> = { ...input };
  const digests: Record<string, string> = {};
  const values: PersonalValue[] = [];
  for (const field of names) {
    const value = open[field];
    delete open[field];
    if (value === undefined) continue;
    const salt = context.entropy.salt();
    digests[field] = personalDigest(field, value, fromHex(salt));
    values.push({ event, field, salt, value });
  }
  return { open, digests, values };
}

function withoutPersonal(facts: Facts, personal: ReadonlySet<string>): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !personal.has(name)));
}

/** `XK-20240927-7K3M9QXB`: no counter is shared, nothing can be guessed from a neighbour's number. */
function receiptNumber(prefix: string, on: LegalDate, id: string): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`);
  let code = '';
  for (let i = 0; i < 8; i++) {
    code = alphabet[Number(bits & 31n)] + code;
    bits >>= 5n;
  }
  return `${prefix}-${on.replaceAll('-', '')}-${code}`;
}
