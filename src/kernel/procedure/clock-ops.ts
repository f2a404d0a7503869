import { type ClockOp, checkExtension, dueOf } from '../clock/index.ts';
import { chineseDate, type Instant, type LegalDate, legalDateOf } from '../dates.ts';
import type { Refusal } from '../errors.ts';
import { postKinds } from '../identity/posts.ts';
import { refuse } from './checks.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Context } from './context.ts';
import type { StepDeclaration, StepView } from './declaration.ts';
import type { MatterState } from './matter.ts';

/** What a step does to the clocks of its matter, or why the law does not let it (SPEC C). */
export function clockOps(
  procedure: CompiledProcedure,
  step: StepDeclaration,
  view: StepView,
  state: MatterState | undefined,
  context: Context,
): { ops: ClockOp[] } | Refusal {
  const ops: ClockOp[] = [];
  for (const effect of step.clocks ?? []) {
    if (effect.when && !effect.when(view)) continue;
    const clock = effect.clock;
    const on = effect.from?.(view) ?? context.on;
    const present = state?.clocks[clock];
    if (effect.do === 'start') {
      const declared = procedure.declaration.clocks![clock]!;
      const rule = typeof declared.rule === 'string' ? declared.rule : declared.rule(view);
      const unlawful = checkRule(rule, on, declared.name, context);
      if (unlawful) return unlawful;
      const promised = declared.promised?.(view);
      const limit = declared.limit?.(view);
      const set = declared.set?.(view);
      ops.push({
        op: 'start',
        clock,
        rule,
        on,
        at: startInstant(on, context),
        ...(promised ? { promised } : {}),
        ...(limit ? { limit } : {}),
        ...(set ? { set } : {}),
      });
      continue;
    }
    // A clock that never ran, or has stopped, has nothing to pause, resume, extend or stop.
    if (!present || present.stopped) continue;
    if (effect.do === 'pause') {
      const reason = typeof effect.reason === 'string' ? effect.reason : effect.reason(view);
      ops.push({ op: 'pause', clock, on, reason, ...(effect.basis ? { basis: effect.basis } : {}) });
    } else if (effect.do === 'extend') {
      const by = effect.by(view);
      const refusal = checkExtension(present, by, context.law, context.calendar, on);
      if (refusal) return refusal;
      ops.push({
        op: 'extend',
        clock,
        on,
        by,
        approver: postKinds[context.actor.kind].name,
        reason: effect.reason(view),
      });
    } else if (effect.do === 'move') {
      ops.push({
        op: 'move',
        clock,
        on,
        to: effect.to(view),
        approver: postKinds[context.actor.kind].name,
        reason: effect.reason(view),
      });
    } else if (effect.do === 'resume') {
      ops.push({ op: 'resume', clock, on });
    } else {
      const late = on > dueOf(present, context.law, context.calendar).due;
      ops.push({ op: 'stop', clock, on, outcome: late ? '逾期办结' : '按期办结' });
    }
  }
  return { ops };
}

function checkRule(rule: string, on: LegalDate, name: string, context: Context): Refusal | undefined {
  if (context.law.inForce(rule, on)) return undefined;
  const then = context.law.successor(rule, on);
  const hint = then ? `当日适用《${then.law}》${then.article}。` : '请核对日期。';
  return refuse('gate', 'kernel.C1', `“${name}”所依据的规定在${chineseDate(on)}不适用，${hint}`);
}

/** Limits in hours run from the moment of the act; of an act entered afterwards only the day is known. */
function startInstant(on: LegalDate, context: Context): Instant {
  return on === legalDateOf(context.now)
    ? context.now
    : new Date(Date.parse(`${on}T00:00:00.000+08:00`)).toISOString();
}
