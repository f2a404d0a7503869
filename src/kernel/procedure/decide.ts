import { type Refusal, RefusedError } from '../errors.ts';
import { raiseAll } from '../supervision/raise.ts';
import {
  checkGates,
  checkOfficers,
  checkPins,
  checkPost,
  checkSeparation,
  checkStage,
  parseInput,
  refuse,
} from './checks.ts';
import { checkRows } from './chosen-item.ts';
import { refusalOn } from './citation.ts';
import { clockOps } from './clock-ops.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Action, Context, Decision } from './context.ts';
import { kernelStep } from './kernel-steps.ts';
import type { MatterState } from './matter.ts';
import { allowedSteps, viewOf } from './outlook.ts';
import { steerChildren } from './steer.ts';
import { take } from './take.ts';

/**
 * The only way to change a matter: what was asked, what is known → events, or a refusal (SPEC P). Pure.
 * Order of the checks: stage, post, separation, fields, pins, officers, gates, clocks; the first that fails answers.
 */
export function decide(
  procedure: CompiledProcedure,
  state: MatterState | undefined,
  action: Action,
  context: Context,
): Decision {
  const kernel = kernelStep(procedure, state, action, context);
  if (kernel) return kernel;
  const refused = (refusal: Refusal): Decision => ({
    ok: false,
    refusal: {
      ...refusalOn(refusal, context.on, context.law),
      allowed: allowedSteps(procedure, state, context),
    },
  });
  const step = procedure.declaration.steps[action.step];
  if (!step) return refused(refuse('invalid', 'kernel.P2', `没有“${action.step}”这个环节。`));
  const before =
    checkStage(procedure, action.step, step, state) ??
    checkPost(step, state, context) ??
    checkSeparation(procedure, step, state, context);
  if (before) return refused(before);
  const parsed = parseInput(step, action.input);
  if (!parsed.ok) return refused(parsed.refusal);
  const view = viewOf(state, parsed.input, context);
  const shut =
    checkPins(step, parsed.input, context) ??
    checkRows(step, parsed.input, context.items) ??
    checkOfficers(step, view, context.personName) ??
    checkGates(procedure, step, view, false);
  if (shut) return refused(shut);
  try {
    const clocks = clockOps(procedure, step, view, state, context);
    if ('kind' in clocks) return refused(clocks);
    const taken = take(procedure, state, action.step, step, parsed.input, view, clocks.ops, context);
    if (!taken.ok) return taken;
    const raised = raiseAll(taken.writes, context, decide);
    const steered = steerChildren(step, view, [...taken.writes, ...raised], context, decide);
    return steered.ok ? steered : refused(steered.refusal);
  } catch (error) {
    // A clock that cannot be paused, resumed or moved to that day says so by itself.
    if (error instanceof RefusedError) return refused(error.refusal);
    throw error;
  }
}
