import type { Calendar } from '../../kernel/calendar/calendar.ts';
import type { LawBook } from '../../kernel/clock/law.ts';
import { chineseDate, type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import type { Refusal } from '../../kernel/errors.ts';
import type { Acting } from '../../kernel/identity/posts.ts';
import { canonical } from '../../kernel/ledger/canonical.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import { checkProvided } from '../../kernel/procedure/checks.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { Context, Entropy, Written } from '../../kernel/procedure/context.ts';
import { decide } from '../../kernel/procedure/decide.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Sql } from '../connection.ts';
import { openChildrenOf } from '../matters/matter.ts';
import type { Appender } from './append.ts';
import { type Loaded, loadStep } from './load.ts';
import { rowsOf } from './rows.ts';

/** A step as it is asked for from outside. */
export interface StepRequest {
  readonly region: string;
  /** Idempotency key: the same key never acts twice. */
  readonly request: string;
  readonly procedure: string;
  /** Absent for the step that opens a matter. */
  readonly matter?: string;
  readonly step: string;
  readonly input: JsonObject;
  /** Values the product puts in itself (SPEC P17), by field; what decides a repeated request is `input` alone. */
  readonly provided?: JsonObject;
  /** The version the caller saw. If the matter has moved on, he is told so. */
  readonly expected?: number;
  readonly now: Instant;
  /** Legal day of an act that was done on paper before; today if absent. */
  readonly on?: LegalDate;
  readonly imported?: boolean;
  /** A person in a post; the post is checked against the holdings of the day. */
  readonly actor:
    | { readonly person: string; readonly post: string }
    /** The system or a visitor of the portal: vouched for by the caller, who holds no post. */
    | { readonly vouched: Acting };
}

export type StepAnswer =
  | {
      readonly ok: true;
      readonly matter: string;
      readonly number: string;
      readonly seq: number;
      /** The request had been carried out before; nothing was done this time. */
      readonly again: boolean;
      /** The matter as it stands now; absent when `again`. */
      readonly state?: MatterState;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** What the running of steps depends on. */
export interface StepWorld {
  readonly sql: Sql;
  readonly appender: Appender;
  readonly law: LawBook;
  /** The calendar now in force; it changes when a holiday notice is entered. */
  readonly calendar: () => Calendar;
  readonly entropy: Entropy;
  readonly procedure: (id: string, version?: number) => CompiledProcedure;
  readonly findProcedure: (id: string) => CompiledProcedure | undefined;
  readonly unitName: Context['unitName'];
  readonly personName: Context['personName'];
  readonly alertProcedure: Context['alertProcedure'];
}

/** Times a step is decided again because another stream it touches (a parent) had moved on. */
const ATTEMPTS = 6;

/** Runs one step: load, decide, append (two round trips). Refusals are answers, not exceptions. */
export async function runStep(world: StepWorld, asked: StepRequest): Promise<StepAnswer> {
  const newest = world.findProcedure(asked.procedure);
  if (!newest) return no({ kind: 'not-found', rule: 'kernel.P0', message: '没有这类办件。' });
  const digest = digestOf(asked);
  for (let attempt = 1; ; attempt++) {
    const loaded = await load(world, asked, newest);
    const early = beforeDeciding(asked, loaded, digest);
    if (early) return early;
    const { state } = loaded;
    const procedure = state ? world.procedure(state.procedure, state.version) : newest;
    const step = procedure.declaration.steps[asked.step];
    const children = step?.steers && state ? await openChildrenOf(world.sql, asked.region, state.id) : [];
    const context = contextOf(world, asked, loaded, children);
    if (!context) {
      return no({
        kind: 'forbidden',
        rule: 'kernel.P4',
        message: '您在当日没有担任这个岗位，请切换岗位或联系安全管理员。',
      });
    }
    const forged = step && checkProvided(step, asked.input, asked.provided ?? {});
    if (forged) return no(forged);
    const input = { ...asked.input, ...asked.provided };
    const decision = decide(procedure, state, { step: asked.step, input }, context);
    if (!decision.ok) return no(decision.refusal);
    const after = lastOf(decision.writes, decision.writes[0]!.after.id);
    const outcome = { matter: after.id, number: after.number, seq: after.seq };
    const rows = rowsOf(asked.request, decision.writes, {
      law: world.law,
      calendar: world.calendar(),
      procedure: world.procedure,
    });
    const appended = await world.appender.append({
      region: asked.region,
      request: asked.request,
      digest,
      outcome,
      at: asked.now,
      rows,
    });
    if (appended.result === 'done') return { ok: true, ...outcome, again: false, state: after };
    if (appended.result === 'again') return again(appended, digest);
    if (appended.result === 'claimed') return no(claimRefusal(decision.writes));
    if (attempt >= ATTEMPTS) return no(staleRefusal(state, asked.actor));
  }
}

function load(world: StepWorld, asked: StepRequest, procedure: CompiledProcedure): Promise<Loaded> {
  const step = procedure.declaration.steps[asked.step];
  const named = step?.officers ? asked.input[step.officers.field] : undefined;
  const actor = 'vouched' in asked.actor ? asked.actor.vouched : asked.actor;
  const persons = [actor.person, ...(Array.isArray(named) ? (named as string[]) : [])].filter(
    (id) => typeof id === 'string',
  );
  const pins = Object.entries(step?.pins ?? {}).flatMap(([pin, source]) => {
    const code = asked.input[source.field];
    return typeof code === 'string' ? [{ pin, list: source.list, code }] : [];
  });
  return loadStep(world.sql, {
    region: asked.region,
    ...(asked.matter === undefined ? {} : { matter: asked.matter }),
    on: asked.on ?? legalDateOf(asked.now),
    request: asked.request,
    person: actor.person,
    post: actor.post,
    persons,
    pins,
  });
}

/** Answers that need no decision: done before, unknown, moved on, wrong day. */
function beforeDeciding(asked: StepRequest, loaded: Loaded, digest: string): StepAnswer | undefined {
  if (loaded.done) return again(loaded.done, digest);
  const { state } = loaded;
  if (asked.matter !== undefined && (!state || state.procedure !== asked.procedure)) {
    return no({ kind: 'not-found', rule: 'kernel.P0', message: '没有这个办件，或者您无权查看。' });
  }
  if (state && asked.expected !== undefined && asked.expected !== state.seq) {
    return no(staleRefusal(state, asked.actor));
  }
  const today = legalDateOf(asked.now);
  const on = asked.on ?? today;
  if (on > today) {
    return no({
      kind: 'invalid',
      rule: 'kernel.P13',
      message: `办理日期${chineseDate(on)}晚于今天，请核对。`,
    });
  }
  const last = state?.taken.at(-1)?.on;
  if (last !== undefined && on < last) {
    return no({
      kind: 'invalid',
      rule: 'kernel.P13',
      message: `办理日期${chineseDate(on)}早于上一环节的日期${chineseDate(last)}，请核对。`,
    });
  }
  return undefined;
}

function contextOf(
  world: StepWorld,
  asked: StepRequest,
  loaded: Loaded,
  children: readonly MatterState[],
): Context | undefined {
  let actor: Acting;
  if ('vouched' in asked.actor) actor = asked.actor.vouched;
  else if (loaded.holding) actor = { ...asked.actor, ...loaded.holding };
  else return undefined;
  return {
    region: asked.region,
    now: asked.now,
    on: asked.on ?? legalDateOf(asked.now),
    request: asked.request,
    actor,
    law: world.law,
    calendar: world.calendar(),
    entropy: world.entropy,
    certificates: loaded.certificates,
    items: loaded.items,
    personal: loaded.personal,
    ...(loaded.parent ? { parent: loaded.parent } : {}),
    children,
    procedure: world.procedure,
    unitName: world.unitName,
    personName: world.personName,
    alertProcedure: world.alertProcedure,
    ...(asked.imported ? { imported: true } : {}),
  };
}

function digestOf(asked: StepRequest): string {
  const actor = 'vouched' in asked.actor ? asked.actor.vouched.person : asked.actor.person;
  const { procedure, matter = null, step, input, on = null } = asked;
  return sm3Hex(canonical({ procedure, matter, step, input, on, actor }));
}

function again(done: { digest: string; outcome: JsonObject }, digest: string): StepAnswer {
  if (done.digest !== digest) {
    return no({
      kind: 'request-reused',
      rule: 'kernel.P14',
      message: '这个请求编号已经用于另一项办理，请重新提交。',
    });
  }
  const { matter, number, seq } = done.outcome as { matter: string; number: string; seq: number };
  return { ok: true, matter, number, seq, again: true };
}

function staleRefusal(state: MatterState | undefined, actor: StepRequest['actor']): Refusal {
  const last = state?.taken.at(-1);
  const when = last ? `（${chineseDate(last.on)}）` : '';
  const who = last && 'person' in actor && last.person === actor.person ? '您已在别的窗口' : '他人已先';
  return {
    kind: 'stale',
    rule: 'kernel.P15',
    message: `在您填写期间，${who}办理了本办件${when}。您填写的内容仍在，请查看最新情况后再提交。`,
  };
}

function claimRefusal(writes: readonly Written[]): Refusal {
  const say = writes.flatMap((written) => written.claims)[0]?.say ?? '编号已被使用，请更换。';
  return { kind: 'gate', rule: 'kernel.P12', message: say };
}

function lastOf(writes: readonly Written[], id: string): MatterState {
  return writes.findLast((written) => written.after.id === id)!.after;
}

function no(refusal: Refusal): StepAnswer {
  return { ok: false, refusal };
}
