import type { PlanDraftView, PlanHeadView, PlanView } from '../../client/contract/plans.ts';
import { unitsToChoose } from '../../client/units.ts';
import { type Instant, legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { uuidv7 } from '../../store/entropy.ts';
import {
  findMatterOfPaper,
  keepVersion,
  type PaperHead,
  paperHeads,
  paperVersions,
} from '../../store/papers/versions.ts';
import { issuedPlans } from '../../store/plans/issued.ts';
import { rememberUnitNames, unitNames } from '../../store/plans/unit-names.ts';
import { fixedOf } from '../../systems/yearly/work-plan/assignments.ts';
import { differenceOf } from '../../yearly/work-plan/difference.ts';
import { openPoints, type PlanDraft } from '../../yearly/work-plan/draft.ts';
import { fixedRows } from '../../yearly/work-plan/fix.ts';
import { proposeDraft, type ReadPlan } from '../../yearly/work-plan/propose.ts';
import type { PastTask } from '../../yearly/work-plan/subjects.ts';
import { plainName } from '../../yearly/work-plan/unit-names.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import { sayWhatHappened } from '../handlers/say.ts';
import { refuse } from '../http/problem.ts';
import { catalogueOf } from '../reports/measurements.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { asJson, fixedVersionOf, openPlan, PROCEDURE, providedFor } from './papers.ts';

/** The desk on which plans are written, fixed and amended. */
export function createPlanDesk(world: World) {
  const { sql } = world;
  const catalogue = catalogueOf(world.systems.indicators);

  async function keep(session: Session, now: Instant, plan: string, version: number, draft: PlanDraft) {
    await keepVersion(sql, session.region, {
      paper: plan,
      version,
      kind: PROCEDURE,
      year: draft.year,
      form: '',
      unit: null,
      title: draft.title,
      content: asJson(draft),
      savedBy: session.person.id,
      savedAt: now,
    });
  }

  return {
    async heads(session: Session): Promise<PlanHeadView[]> {
      const confined = unitSeenBy(session) !== undefined;
      const heads = await paperHeads(sql, session.region, PROCEDURE);
      return heads
        .filter(({ matter }) => !confined || fixedVersionOf(matter ?? undefined) !== undefined)
        .map((head) => headView(world, head));
    },

    /** A proposal of what was read, kept as the first version; nothing in it is confirmed. */
    async propose(session: Session, now: Instant, read: ReadPlan) {
      const [remembered, plans] = await Promise.all([
        unitNames(sql, session.region),
        issuedPlans(sql, session.region),
      ]);
      const draft = proposeDraft(read, {
        units: unitsToChoose(world.directory().units, legalDateOf(now)),
        remembered,
        past: plans.flatMap(pastTasksOf),
        indicators: catalogue.all.filter(({ measure }) => measure !== 'stock'),
      });
      if (draft.tasks.length === 0) {
        return refuse(
          'invalid',
          'plans.no-tasks',
          '没有从这份文件读出任务。请确认它是工作要点或者任务分解表，也可以从空白开始填写。',
        );
      }
      const plan = uuidv7();
      await keep(session, now, plan, 1, {
        ...draft,
        year: draft.year || Number(legalDateOf(now).slice(0, 4)),
      });
      return { plan, version: 1, tasks: draft.tasks.length };
    },

    async begin(session: Session, now: Instant, { title, year }: { title: string; year: number }) {
      const plan = uuidv7();
      await keep(session, now, plan, 1, { title, year, issuer: '', number: '', text: '', tasks: [] });
      return { plan, version: 1, tasks: 0 };
    },

    async save(
      session: Session,
      now: Instant,
      plan: string,
      { expected, ...written }: { expected: number } & Omit<PlanDraftView, 'text'>,
    ) {
      const open = await openPlan(world, session, plan, expected);
      if (!editable(open.matter)) {
        return refuse(
          'not-allowed-now',
          'plans.fixed',
          '要点正在审核或者已经结束，现在不能修改；需要修改的，请先退回。',
        );
      }
      knownUnits(world, written.tasks);
      const version = expected + 1;
      await keep(session, now, plan, version, { ...written, text: open.draft.text });
      const names = confirmedNames(written.tasks, await unitNames(sql, session.region));
      await rememberUnitNames(sql, session.region, names, { person: session.person.id, at: now });
      return { version, remembered: names.length };
    },

    async view(session: Session, plan: string, version?: number): Promise<PlanView> {
      const open = await openPlan(world, session, plan, version);
      const { paper, draft, matter } = open;
      const confined = unitSeenBy(session) !== undefined;
      const versions = confined ? [] : await paperVersions(sql, session.region, PROCEDURE, plan);
      const newest = versions.at(-1)?.version ?? paper.version;
      return {
        head: { ...headView(world, { ...paper, matter: matter ?? null }), tasks: draft.tasks.length },
        draft: mutable(draft),
        editable: editable(matter) && paper.version === newest && WRITERS.has(session.acting.kind),
        openPoints: openPoints(draft),
        units: world.directory().units.map((unit) => ({ ...unit })),
        indicators: catalogue.all
          .filter(({ measure }) => measure !== 'stock')
          .map(({ id, name, unit, kinds = {} }) => ({
            id,
            name,
            unit,
            kinds: Object.entries(kinds).map(([kind, kindName]) => ({ id: kind, name: kindName })),
          })),
        versions: versions.map(({ version: number, savedBy, savedAt }) => ({
          version: number,
          savedByName: world.directory().personName(savedBy),
          savedAt,
        })),
        steps: stepsFor(world, session, matter),
      };
    },

    async differences(session: Session, plan: string, from: number, to: number) {
      const [before, after] = await Promise.all([
        openPlan(world, session, plan, from),
        openPlan(world, session, plan, to),
      ]);
      return differenceOf(told(before.draft), told(after.draft), (code) => world.directory().unitName(code));
    },

    /** Takes a step of the plan's matter; version, digest and tasks are put in here, by nobody's hand. */
    async step(
      session: Session,
      now: Instant,
      { plan, step, request, input }: { plan: string; step: string; request: string; input: JsonObject },
    ) {
      const matter = await findMatterOfPaper(sql, session.region, PROCEDURE, plan);
      const open = await openPlan(world, session, plan, versionFor(step, matter));
      const answer = await world.run({
        region: session.region,
        request,
        procedure: PROCEDURE,
        ...(matter ? { matter: matter.id } : {}),
        step,
        input,
        provided: providedFor(step, open),
        now,
        actor: { person: session.person.id, post: session.acting.id },
      });
      if (!answer.ok) throw new RefusedError(answer.refusal);
      return { matter: answer.matter, message: sayWhatHappened(world, step, answer.state, legalDateOf(now)) };
    },
  };
}

const WRITERS: ReadonlySet<string> = new Set(['legal-office', 'legal-office-head']);

/** What was reviewed or proposed is what is issued, whatever was written since. */
function versionFor(step: string, matter: MatterState | undefined): number | undefined {
  if (step === 'issue') return Number(matter?.facts.version) || undefined;
  if (step === 'amend') return Number(matter?.facts.proposedVersion) || undefined;
  return undefined;
}

/** A plan is written on before it is sent for review, when it was sent back, and while it is in force. */
const editable = (matter: MatterState | undefined): boolean =>
  !matter || matter.stages.some((stage) => stage === 'revising' || stage === 'issued');

/** Refuses units that are not of this region. */
function knownUnits(world: World, tasks: PlanDraft['tasks']): void {
  const known = new Set(world.directory().units.map(({ code }) => code));
  const strange = tasks.find(({ units }) =>
    units.some((entry) => entry.units.some((code) => !known.has(code))),
  );
  if (strange) refuse('invalid', 'plans.unit', `第${strange.number}项任务里有本地没有的单位，请重新选择。`);
}

/** Printed names of confirmed tasks whose meaning was not known or is now another. */
function confirmedNames(tasks: PlanDraft['tasks'], known: ReadonlyMap<string, readonly string[]>) {
  const names = new Map<string, readonly string[]>();
  for (const task of tasks.filter(({ confirmed }) => confirmed)) {
    for (const { printed, units } of task.units) {
      if (printed !== '' && units.length > 0) names.set(plainName(printed), units);
    }
  }
  return [...names]
    .filter(([printed, units]) => known.get(printed)?.join() !== units.join())
    .map(([printed, units]) => ({ printed, units }));
}

function pastTasksOf({ facts }: MatterState): PastTask[] {
  const { tasks, duties } = fixedOf(facts);
  const unitsOf = (code: string, role: string) =>
    duties.filter((duty) => duty.task === code && duty.role === role).map(({ unit }) => unit);
  return tasks.map(({ code, title }) => ({
    title,
    leads: unitsOf(code, 'lead'),
    responsible: unitsOf(code, 'responsible'),
  }));
}

/** A draft as its rows say it; a day that is not set yet reads as such. */
const told = (draft: PlanDraft) =>
  fixedRows({ ...draft, tasks: draft.tasks.map((task) => ({ ...task, due: task.due ?? '未定' })) });

/** Steps open in the present stage to the post in use; what else they ask, the step itself refuses with its reason. */
function stepsFor(world: World, session: Session, matter: MatterState | undefined): PlanView['steps'] {
  const { declaration } = world.systems.registry.get(PROCEDURE, matter?.version);
  return Object.entries(declaration.steps)
    .filter(([, { from, by }]) => {
      if (!by.includes(session.acting.kind)) return false;
      if (!matter) return from.length === 0;
      return !matter.closed && from.some((stage) => matter.stages.includes(stage));
    })
    .map(([step, { name }]) => ({ step, name }));
}

function headView(world: World, head: PaperHead): PlanHeadView {
  const { paper, version, year, title, savedAt, matter } = head;
  const { declaration } = world.systems.registry.get(PROCEDURE, matter?.version);
  return {
    plan: paper,
    version,
    year,
    title,
    tasks: Array.isArray(matter?.facts.tasks) ? matter.facts.tasks.length : 0,
    savedByName: world.directory().personName(head.savedBy),
    savedAt,
    matter: matter && {
      id: matter.id,
      number: matter.number,
      stages: [...matter.stages],
      stageNames: matter.stages.map((stage) => declaration.stages[stage]?.name ?? stage),
      issuedOn: typeof matter.facts.issuedOn === 'string' ? matter.facts.issuedOn : null,
      fixedVersion: fixedVersionOf(matter) ?? null,
      published: matter.publications.plan?.publishedOn ?? null,
    },
  };
}

/** The same draft for the wire, whose types are not read-only. */
const mutable = (draft: PlanDraft) => draft as unknown as PlanView['draft'];
