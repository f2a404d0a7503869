import { z } from 'zod';
import type { ClockOp } from '../clock/clock.ts';
import { dueOf } from '../clock/index.ts';
import type { Refusal } from '../errors.ts';
import { postKinds } from '../identity/posts.ts';
import { countsOf } from '../indicator/count.ts';
import { clockOfPublication, clockOfWithdrawal, publicContent } from '../publication/open.ts';
import { parseInput, refuse } from './checks.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Action, Context, Decision } from './context.ts';
import type { StepDeclaration } from './declaration.ts';
import { eventOf } from './event-of.ts';
import { f } from './fields.ts';
import { evolve, type MatterEventData, type MatterState, type PublicationOp } from './matter.ts';

const publication = f.text('公示事项', { max: 64 });
const reason = f.longText('理由', { max: 500 });

/** Steps every procedure has without declaring them. They are open in any stage, closed matters included. */
export const kernelSteps = {
  $publish: {
    name: '公示',
    from: [],
    by: ['publisher'],
    fields: z.object({ publication }),
  },
  $correct: {
    name: '更正公示',
    from: [],
    by: ['publisher'],
    fields: z.object({ publication, reason }),
  },
  $withdraw: {
    name: '撤下公示',
    from: [],
    by: ['publisher', 'legal-office'],
    anyUnit: true,
    fields: z.object({ publication, reason }),
  },
} as const satisfies Record<string, StepDeclaration>;

type KernelStepId = keyof typeof kernelSteps;

/** Decides a kernel step; undefined when the action is none. */
export function kernelStep(
  procedure: CompiledProcedure,
  state: MatterState | undefined,
  action: Action,
  context: Context,
): Decision | undefined {
  if (!action.step.startsWith('$')) return undefined;
  const step: StepDeclaration | undefined = kernelSteps[action.step as KernelStepId];
  if (!step || !state) return no(refuse('invalid', 'kernel.P2', '没有这个环节。'));
  const right = checkKernelPost(step, state, context);
  if (right) return no(right);
  const parsed = parseInput(step, action.input);
  if (!parsed.ok) return no(parsed.refusal);
  const { publication: id, reason: why } = parsed.input as { publication: string; reason?: string };
  const declaration = procedure.declaration.publications?.[id];
  const present = state.publications[id];
  if (!declaration || !present) return no(refuse('invalid', 'kernel.D1', '本办件没有这项公示。'));
  const wanted = action.step === '$publish' ? 'due' : 'published';
  if (present.status !== wanted) {
    return no(
      refuse(
        'not-allowed-now',
        'kernel.D2',
        `“${declaration.name}”现在${statusNames[present.status]}，不能${step.name}。`,
      ),
    );
  }
  const shown = publicContent(declaration, { ...state.facts, ...context.personal }, state, context.unitName);
  const op = publicationOp(action.step as KernelStepId, id, why ?? '', shown, context);
  const clocks = stopClock(state, action.step as KernelStepId, id, context);
  return write(procedure, state, action.step, parsed.input, op, clocks, context);
}

const statusNames = { due: '待公示', withheld: '依法不予公示', published: '已经公示', withdrawn: '已经撤下' };

function publicationOp(
  step: KernelStepId,
  id: string,
  why: string,
  shown: ReturnType<typeof publicContent>,
  context: Context,
): PublicationOp {
  if (step === '$publish') return { op: 'publish', id, on: context.on, ...shown };
  if (step === '$correct') return { op: 'correct', id, on: context.on, ...shown, reason: why };
  return { op: 'withdraw', id, on: context.on, reason: why };
}

/** Publishing ends the days for publishing, withdrawing those for withdrawing. */
const clockEndedBy = {
  $publish: clockOfPublication,
  $correct: undefined,
  $withdraw: clockOfWithdrawal,
} as const;

function stopClock(state: MatterState, step: KernelStepId, id: string, context: Context): ClockOp[] {
  const clock = state.clocks[clockEndedBy[step]?.(id) ?? ''];
  if (!clock || clock.stopped) return [];
  const late = context.on > dueOf(clock, context.law, context.calendar).due;
  const outcome = `${late ? '逾期' : '按期'}${kernelSteps[step].name}`;
  return [{ op: 'stop', clock: clock.clock, on: context.on, outcome }];
}

function checkKernelPost(step: StepDeclaration, state: MatterState, context: Context): Refusal | undefined {
  const { actor } = context;
  if (!step.by.includes(actor.kind)) {
    return refuse(
      'forbidden',
      'kernel.P4',
      `“${step.name}”由${step.by.map((kind) => postKinds[kind].name).join('、')}办理。`,
    );
  }
  if (postKinds[actor.kind].reach !== 'region' && actor.unit !== state.unit) {
    return refuse('forbidden', 'kernel.P4', `“${step.name}”只能由承办单位办理。`);
  }
  return undefined;
}

function write(
  procedure: CompiledProcedure,
  state: MatterState,
  step: string,
  input: MatterEventData['input'],
  op: PublicationOp,
  clocks: readonly ClockOp[],
  context: Context,
): Decision {
  const data: MatterEventData = {
    version: state.version,
    // The publication's own words are in the operation; they are not facts of the matter.
    input: {},
    set: {},
    pins: {},
    stages: state.stages,
    title: state.title,
    clocks,
    publications: [op],
    opens: [],
    alerts: [],
    asked: input,
  };
  const event = eventOf(procedure, state.id, state.seq + 1, step, context.entropy.id(), data, {}, context);
  const after = evolve(state, event);
  return {
    ok: true,
    writes: [
      {
        before: state,
        after,
        event,
        counts: countsOf(procedure, state, after, event),
        personal: [],
        claims: [],
      },
    ],
  };
}

function no(refusal: Refusal): Decision {
  return { ok: false, refusal };
}
