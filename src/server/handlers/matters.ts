import { legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import { type StepDeclaration, takesAnywhere } from '../../kernel/procedure/declaration.ts';
import { kernelSteps } from '../../kernel/procedure/kernel-steps.ts';
import { findMatter, streamEvents } from '../../store/matters/matter.ts';
import { COUNT_LIMIT, registerPage } from '../../store/matters/register.ts';
import { inScope, scopeOf } from '../../store/matters/scope.ts';
import { type Duty, publicationsDue, todo } from '../../store/matters/todo.ts';
import type { StepAnswer } from '../../store/steps/run.ts';
import { clockName } from '../../store/supervision/causes.ts';
import type { Call, Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { actingOf, auditAct, type Session, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { dueColumns } from './clocks.ts';
import { headOf } from './head.ts';
import { matterView } from './matter-view.ts';
import { nextSteps, readiness } from './next-steps.ts';
import { registerFoot } from './register-foot.ts';
import { registerQueryOf } from './register-query.ts';
import { sayWhatHappened } from './say.ts';
import { stageNames } from './stage-names.ts';
import { maySee } from './visible.ts';

export { stageNames } from './stage-names.ts';

type Names =
  | 'todo.list'
  | 'register.page'
  | 'register.totals'
  | 'matter.get'
  | 'matter.ready'
  | 'matter.open'
  | 'matter.step';

export function matterHandlers(world: World, sessions: Sessions): Pick<Handlers, Names> {
  return {
    'todo.list': (call) => todoList(world, call),
    'register.page': (call) => register(world, call),
    'register.totals': (call) => registerFoot(world, call),
    'matter.ready': (call) => readiness(world, call),
    'matter.get': (call) => getMatter(world, sessions, call),
    'matter.open': async ({ session, params, body, now }) => {
      const procedure = world.systems.registry.find(params.procedure);
      if (procedure?.declaration.onlyAsChild) {
        refuse(
          'not-allowed-now',
          'kernel.P11',
          `“${procedure.declaration.name}”由其他办件发起，不能单独登记。`,
        );
      }
      if (procedure && !stepOf(procedure, params.step)) refuseStep();
      return done(
        world,
        params.step,
        await world.run({
          region: session.region,
          procedure: params.procedure,
          step: params.step,
          actor: { person: session.person.id, post: session.acting.id },
          now,
          ...bodyOf(body),
        }),
        now,
      );
    },
    'matter.step': async ({ session, params, body, now }) => {
      const procedure = world.systems.registry.find(params.procedure);
      if (procedure && !stepOf(procedure, params.step)) refuseStep();
      const answer = await world.run({
        region: session.region,
        procedure: params.procedure,
        matter: params.matter,
        step: params.step,
        actor: { person: session.person.id, post: session.acting.id },
        now,
        ...bodyOf(body),
      });
      // A refusal tells the stage and the outcome: not to those who may not know of the matter.
      if (!answer.ok && (await isHidden(world, session, params))) refuseUnknown();
      return done(world, params.step, answer, now);
    },
  };
}

function refuseStep(): never {
  return refuse('invalid', 'kernel.P2', '没有这个环节。');
}

export function refuseUnknown(): never {
  return refuse('not-found', 'kernel.P0', '没有这个办件，或者您无权查看。');
}

/** Whether a post neither sees the matter nor is called to the step whichever unit's matter it is. */
async function isHidden(
  world: World,
  session: Session,
  { procedure, matter, step }: Call<'matter.step'>['params'],
): Promise<boolean> {
  const declared = world.systems.registry.find(procedure)?.declaration.steps[step];
  if (declared && takesAnywhere(declared, session.acting.kind)) return false;
  const found = await findMatter(world.sql, session.region, matter);
  return !found || !inScope(scopeOf(actingOf(session)), { unit: found.state.unit, handler: found.handler });
}

/** A step by its id, of the procedure or of the kernel; what every object has by nature is none. */
function stepOf(procedure: CompiledProcedure | undefined, id: string): StepDeclaration | undefined {
  const steps: Readonly<Record<string, StepDeclaration>> = {
    ...procedure?.declaration.steps,
    ...kernelSteps,
  };
  return Object.hasOwn(steps, id) ? steps[id] : undefined;
}

function bodyOf(body: Call<'matter.step'>['body']) {
  const { request, input, expected, on } = body;
  return {
    request,
    input: input as Parameters<World['run']>[0]['input'],
    ...(expected === undefined ? {} : { expected }),
    ...(on === undefined ? {} : { on }),
  };
}

function done(world: World, step: string, answer: StepAnswer, now: string) {
  if (!answer.ok) throw new RefusedError(answer.refusal);
  const { matter, number, seq, again, state } = answer;
  return { matter, number, seq, again, message: sayWhatHappened(world, step, state, legalDateOf(now)) };
}

/** Stages in which a post has a step to take, by procedure. */
export function dutiesOf(world: World, session: Session): Duty[] {
  const { kind } = session.acting;
  return world.systems.registry.procedures.flatMap((procedure) => {
    // What an applicant may bring at any time (a withdrawal, a supplement) does not make the matter wait for a desk.
    const steps = Object.values(procedure.declaration.steps).filter(
      (step) =>
        step.by.includes(kind) && step.to && !step.aside && (step.usual || !step.by.includes('applicant')),
    );
    const alike = Map.groupBy(steps, (step) => JSON.stringify([takesAnywhere(step, kind), step.forItems]));
    const duties = [...alike.values()].map((same): Duty => {
      const { forItems } = same[0]!;
      return {
        procedure: procedure.id,
        stages: stagesOf(procedure, same),
        anyUnit: takesAnywhere(same[0]!, kind),
        ...(forItems ? { forItems } : {}),
      };
    });
    return duties
      .map((duty) => ({ ...duty, stages: duty.stages.filter((stage) => !duties.some(holds(duty, stage))) }))
      .filter(({ stages }) => stages.length > 0);
  });
}

/** Whether another duty brings all that this one would of a stage, and more. */
const holds = (duty: Duty, stage: string) => (other: Duty) =>
  other.forItems === undefined &&
  other.stages.includes(stage) &&
  (other.anyUnit === duty.anyUnit ? duty.forItems !== undefined : other.anyUnit);

/** Stages from which the steps lead, without those in which nothing waits. */
function stagesOf({ declaration }: CompiledProcedure, steps: readonly StepDeclaration[]): string[] {
  return [...new Set(steps.flatMap((step) => step.from))].filter(
    (stage) => !declaration.stages[stage]?.resting,
  );
}

async function todoList(world: World, { session, query, now }: Call<'todo.list'>) {
  const today = legalDateOf(now);
  const scope = scopeOf(actingOf(session));
  const { registry } = world.systems;
  const publisher = session.acting.kind === 'publisher';
  const { region } = session;
  const part = { limit: query.limit, offset: (query.page - 1) * query.limit };
  const [found, publications] = await Promise.all([
    todo(world.sql, {
      region,
      scope,
      duties: dutiesOf(world, session),
      ...part,
      ...(query.procedure ? { procedure: query.procedure } : {}),
    }),
    publisher ? publicationsDue(world.sql, { region, unit: session.acting.unit, ...part }) : [],
  ]);
  // In two stages at a time, of which one is for any unit: found twice.
  const rows = [...new Map(found.map((row) => [row.id, row])).values()];
  const next = await nextSteps(
    world,
    session,
    rows.map(({ id }) => id),
    now,
  );
  return {
    more: found.length >= query.limit || publications.length >= query.limit,
    rows: rows.map((row) => {
      const procedure = registry.get(row.procedure);
      return {
        ...headOf(world, row),
        stageNames: stageNames(procedure, row.stages),
        seq: row.seq,
        next: next.get(row.id) ?? null,
        clockName: row.clock && clockName(procedure, row.clock),
        due: row.due,
        promised: row.promised,
        provisional: row.provisional,
        paused: row.paused,
        later: row.later.map(({ clock, due }) => ({ name: clockName(procedure, clock), due })),
        ...dueColumns(world, row, today),
      };
    }),
    publications: publications.map((row) => ({
      matter: row.matter,
      number: row.number,
      seq: row.seq,
      publication: row.publication,
      procedure: row.procedure,
      procedureName: registry.get(row.procedure).declaration.name,
      title: row.title,
      unitName: world.directory().unitName(row.unit),
      due: row.due,
      ...dueColumns(world, { due: row.due, paused: false }, today),
    })),
  };
}

async function register(world: World, { session, params, query, now }: Call<'register.page'>) {
  const procedure = world.systems.registry.find(params.procedure);
  if (!procedure) refuse('not-found', 'server.register', '没有这个台账。');
  const asked = registerQueryOf(session, procedure!, query, now);
  if ((query.page - 1) * query.size >= COUNT_LIMIT) {
    refuse(
      'invalid',
      'server.page',
      `翻页最多到第${COUNT_LIMIT}条，请用名称、单位、日期等条件缩小范围，或者改变排序。`,
    );
  }
  const page = await registerPage(world.sql, { ...asked, page: query.page, size: query.size });
  const today = legalDateOf(now);
  return {
    rows: page.rows.map((row) => ({
      ...row,
      stages: [...row.stages],
      fields: { ...row.fields },
      unitName: world.directory().unitName(row.unit),
      stageNames: stageNames(procedure!, row.stages),
      handlerName: world.directory().personName(row.handler),
      ...dueColumns(world, row, today),
    })),
    total: Math.min(page.total, COUNT_LIMIT),
    more: page.total > COUNT_LIMIT,
  };
}

async function getMatter(world: World, sessions: Sessions, call: Call<'matter.get'>) {
  const { session, params, query, now } = call;
  const on = query.on ?? legalDateOf(now);
  if (on > legalDateOf(now)) refuse('invalid', 'kernel.P13', '实际办理日期不能晚于今天。');
  const found = await findMatter(world.sql, session.region, params.matter);
  const scope = scopeOf(actingOf(session));
  if (!found || !maySee(world, session, found)) return refuseUnknown();
  const events = await streamEvents(world.sql, session.region, params.matter);
  if (scope.personal && Object.keys(found.personal).length > 0) {
    await auditAct(sessions, session, now, 'opened-personal', `${found.state.procedure} ${params.matter}`);
  }
  return matterView(world, session, found, events, { personal: scope.personal, now, on });
}
