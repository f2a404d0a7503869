import { z } from 'zod';
import { chineseDate } from '../dates.ts';
import type { Refusal } from '../errors.ts';
import { certificateValidOn, postKinds } from '../identity/posts.ts';
import type { JsonObject } from '../ledger/json.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Context } from './context.ts';
import { type StepDeclaration, type StepView, takesAnywhere } from './declaration.ts';
import { fieldMeta, providedFields } from './field-meta.ts';
import type { MatterState } from './matter.ts';

/** Is the step open in the present stage? (SPEC P2) */
export function checkStage(
  procedure: CompiledProcedure,
  id: string,
  step: StepDeclaration,
  state: MatterState | undefined,
): Refusal | undefined {
  const stages = procedure.declaration.stages;
  if (!state) {
    if (step.from.length === 0) return undefined;
    return refuse('not-allowed-now', 'kernel.P2', `“${step.name}”不能用来登记新的办件。`);
  }
  if (state.closed && !step.afterClosing) {
    return refuse('not-allowed-now', 'kernel.P3', `本办件已办结（${state.outcome}），不能再“${step.name}”。`);
  }
  const open = step.join
    ? step.from.every((stage) => state.stages.includes(stage))
    : step.from.some((stage) => state.stages.includes(stage));
  if (step.from.length > 0 && open) return undefined;
  const now = state.stages.map((stage) => stages[stage]?.name ?? stage).join('、');
  const wanted = step.from.map((stage) => stages[stage]?.name ?? stage).join(step.join ? '和' : '或');
  return refuse(
    'not-allowed-now',
    'kernel.P2',
    wanted
      ? `现在处于“${now}”，“${step.name}”要在“${wanted}”环节办理。`
      : `“${procedure.declaration.steps[id]!.name}”只能用来登记新的办件。`,
  );
}

/** Does the actor hold the post, in the unit of the matter? (SPEC P4) */
export function checkPost(
  step: StepDeclaration,
  state: MatterState | undefined,
  context: Context,
): Refusal | undefined {
  const { actor } = context;
  if (!step.by.includes(actor.kind)) {
    const wanted = step.by.map((kind) => postKinds[kind].name).join('、');
    return refuse(
      'forbidden',
      'kernel.P4',
      `“${step.name}”由${wanted}办理，您现在的岗位是${postKinds[actor.kind].name}。请切换岗位或转交有权人员。`,
    );
  }
  const own = actor.kind === 'system' || actor.kind === 'applicant' || takesAnywhere(step, actor.kind);
  if (state && !own && state.unit !== actor.unit) {
    return refuse('forbidden', 'kernel.P4', `本办件由其他单位承办，“${step.name}”只能由承办单位办理。`);
  }
  return undefined;
}

/** Who handled a matter does not review it (rule 8, SPEC P5). */
export function checkSeparation(
  procedure: CompiledProcedure,
  step: StepDeclaration,
  state: MatterState | undefined,
  context: Context,
): Refusal | undefined {
  for (const separation of step.notBy ?? []) {
    const earlier = state?.taken.find(
      (entry) =>
        separation.from.includes(entry.step) &&
        (entry.person === context.actor.person ||
          officersOf(procedure, state, entry.step).includes(context.actor.person)),
    );
    if (earlier) return refuse('forbidden', 'kernel.P5', separation.say, separation.basis);
  }
  return undefined;
}

/** Persons named as officers in an earlier step: they handled it as well as the one who keyed it in. */
function officersOf(procedure: CompiledProcedure, state: MatterState, step: string): readonly string[] {
  const field = procedure.declaration.steps[step]?.officers?.field;
  const named = field ? state.facts[field] : undefined;
  return Array.isArray(named) ? (named as string[]) : [];
}

/** Schemas that refuse unknown fields, made once: making one costs more than a hundred uses of it. */
const strictSchemas = new WeakMap<z.ZodObject, z.ZodObject>();

function strict(fields: z.ZodObject): z.ZodObject {
  const known = strictSchemas.get(fields);
  if (known) return known;
  const made = z.strictObject(fields.shape);
  strictSchemas.set(fields, made);
  return made;
}

/** The input against the declared fields (SPEC P6). Unknown fields are refused, not dropped. */
export function parseInput(
  step: StepDeclaration,
  input: JsonObject,
): { ok: true; input: JsonObject } | { ok: false; refusal: Refusal } {
  const parsed = strict(step.fields).safeParse(input);
  if (parsed.success) return { ok: true, input: withoutUndefined(parsed.data) };
  const fields = parsed.error.issues.map((issue) => ({
    path: issue.code === 'unrecognized_keys' ? issue.keys.join('、') : issue.path.join('.'),
    message: issue.code === 'unrecognized_keys' ? '没有这个字段' : issue.message,
  }));
  const titles = fields.map(({ path }) => {
    const name = path.split('.')[0] ?? '';
    // A name such as `constructor` belongs to every object and to no form.
    const field = Object.hasOwn(step.fields.shape, name) ? step.fields.shape[name] : undefined;
    return (field && fieldMeta(field as z.ZodType)?.title) ?? path;
  });
  const unique = [...new Set(titles)];
  const shown = unique
    .slice(0, 3)
    .map((title) => `“${title}”`)
    .join('');
  return {
    ok: false,
    refusal: {
      kind: 'invalid',
      rule: 'kernel.P6',
      message: `“${step.name}”有${fields.length}处需要改正：${shown}${unique.length > 3 ? '等' : ''}。`,
      fields,
    },
  };
}

function withoutUndefined(value: Record<string, unknown>): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as JsonObject;
}

/**
 * Values the product puts in come from it alone (SPEC P17): sent from outside they are refused, and a step that
 * needs them is taken from the page that computes them.
 */
export function checkProvided(
  step: StepDeclaration,
  sent: JsonObject,
  provided: JsonObject,
): Refusal | undefined {
  const fields = providedFields(step.fields);
  const forged = fields.find(({ name }) => Object.hasOwn(sent, name));
  if (forged) {
    return refuse('invalid', 'kernel.P17', `“${forged.title}”由系统带入，不能填写；请去掉后再提交。`);
  }
  const bare = fields.find(({ name, needed }) => needed && !Object.hasOwn(provided, name));
  if (!bare) return undefined;
  return refuse(
    'invalid',
    'kernel.P17',
    `“${step.name}”要由系统带入“${bare.title}”，请从这项工作的专门页面办理，不能在办件页面直接办理。`,
  );
}

/** Enough officers, each with a certificate valid on the day of the act (SPEC P7). */
export function checkOfficers(
  step: StepDeclaration,
  view: StepView,
  personName: Context['personName'],
): Refusal | undefined {
  const rule = step.officers;
  if (!rule) return undefined;
  const persons = (view.input[rule.field] ?? []) as string[];
  if (persons.length < rule.min) {
    return refuse(
      'gate',
      'kernel.P7',
      `“${step.name}”应当由不少于${rule.min}名持证执法人员进行，现在填写了${persons.length}名。`,
      rule.basis,
    );
  }
  const bad = persons.filter(
    (person) =>
      !view.certificates.some(
        (c) => c.person === person && c.kind === rule.certificate && certificateValidOn(c, view.on),
      ),
  );
  if (bad.length > 0) {
    // Whoever never held a certificate is named as well: who is to be replaced must be plain.
    const names = bad.map((person) => personName(person) ?? `第${persons.indexOf(person) + 1}名人员`);
    return refuse(
      'gate',
      'kernel.P7',
      `${names.join('、')}在${chineseDate(view.on)}没有有效的执法证件，不得从事执法活动。请更换人员，或先办理证件。`,
      rule.basis,
    );
  }
  if (rule.actorAmong && !persons.includes(view.actor.person)) {
    return refuse('gate', 'kernel.P7', `“${step.name}”应当由承办的执法人员本人登记。`, rule.basis);
  }
  return undefined;
}

/** The first legal gate that is shut (SPEC P8). `early` looks only at those that need no input. */
export function checkGates(
  procedure: CompiledProcedure,
  step: StepDeclaration,
  view: StepView,
  early: boolean,
): Refusal | undefined {
  for (const gate of step.gates ?? []) {
    if (early && !gate.early) continue;
    if (gate.holds(view)) continue;
    const say = typeof gate.say === 'string' ? gate.say : gate.say(view);
    return refuse('gate', `${procedure.id}.${gate.id}`, say, gate.basis);
  }
  return undefined;
}

/** Every pinned item must be in force on the day (SPEC P9). */
export function checkPins(step: StepDeclaration, input: JsonObject, context: Context): Refusal | undefined {
  for (const [pin, source] of Object.entries(step.pins ?? {})) {
    // A field left empty pins nothing; whether it may be left empty is a matter of its schema (P6).
    if (context.items[pin] || input[source.field] === undefined) continue;
    const field = step.fields.shape[source.field];
    const title = (field && fieldMeta(field as z.ZodType)?.title) ?? source.field;
    return {
      kind: 'gate',
      rule: 'kernel.P9',
      message: `${title}在${chineseDate(context.on)}不在清单内或已停止实施，请从现行清单中选择。`,
      fields: [{ path: source.field, message: '不在现行清单内' }],
    };
  }
  return undefined;
}

export function refuse(
  kind: Refusal['kind'],
  rule: string,
  message: string,
  basis?: Refusal['basis'],
): Refusal {
  return basis ? { kind, rule, message, basis } : { kind, rule, message };
}
