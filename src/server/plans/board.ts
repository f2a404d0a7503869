import type { BoardTaskView, BoardView } from '../../client/contract/plan-board.ts';
import { dueOf } from '../../kernel/clock/index.ts';
import { type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { childrenOf } from '../../store/matters/children.ts';
import { openMattersOf } from '../../store/matters/open.ts';
import { levels } from '../../systems/yearly/escalation/fields.ts';
import { type BoardTask, burnUp, type Standing, tally, tallyBy } from '../../yearly/work-plan/board.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { measuresOf } from './measures.ts';
import { fixedVersionOf, openPlan } from './papers.ts';
import { boardTaskOf } from './standing.ts';

export interface BoardAsk {
  readonly unit?: string | undefined;
  readonly part?: string | undefined;
  readonly standing?: Standing | undefined;
  readonly dueBy?: LegalDate | undefined;
}

interface Placed {
  readonly state: MatterState;
  readonly counted: BoardTask;
}

/**
 * How a plan stands today. The tallies are of everything the post may see; the tasks are those asked for. A unit
 * sees its own tasks alone.
 */
export async function boardOf(
  world: World,
  session: Session,
  plan: string,
  ask: BoardAsk,
  now: Instant,
): Promise<BoardView> {
  const { matter } = await openPlan(world, session, plan);
  if (!matter || fixedVersionOf(matter) === undefined) {
    return refuse('not-found', 'plans.board', '要点印发以后才有推进情况。');
  }
  const today = legalDateOf(now);
  const own = unitSeenBy(session);
  const [opened, reminders] = await Promise.all([
    childrenOf(world.sql, session.region, matter.id, own),
    openMattersOf(world.sql, session.region, 'escalation', own),
  ]);
  const placed = opened
    .filter(({ procedure }) => procedure === 'work-task')
    .map((state): Placed => ({ state, counted: boardTaskOf(world, state, today) }));
  const shown = placed.filter(({ counted }) => asked(counted, ask));
  const measures = await measuresOf(
    world,
    session.region,
    shown.map(({ state }) => state),
    today,
  );
  const counted = placed.map((entry) => entry.counted);
  const directory = world.directory();
  const named = (rows: ReturnType<typeof tallyBy>, nameOf: (key: string) => string) =>
    rows.map((row) => ({ ...row, name: nameOf(row.key) }));
  return {
    plan,
    title: String(matter.facts.title),
    year: Number(matter.facts.year),
    today,
    all: { ...tally('', counted), name: '全部' },
    units: named(
      tallyBy(counted, ({ unit }) => unit).sort(
        (a, b) => b.late - a.late || b.near - a.near || b.total - a.total,
      ),
      (unit) => directory.unitName(unit),
    ),
    parts: named(
      tallyBy(counted, ({ part }) => part),
      (part) => part || '（未分部分）',
    ),
    months: burnUp(counted, Number(matter.facts.year), today),
    tasks: shown
      .map((entry) => taskView(world, entry, reminders, measures.get(entry.state.id) ?? []))
      .sort((a, b) => byNumber(a.number, b.number) || a.unitName.localeCompare(b.unitName, 'zh-CN')),
    plansOfUnits: opened
      .filter(({ procedure }) => procedure === 'implementation-plan')
      .map((state) => unitPlanView(world, state, today)),
  };
}

const byNumber = (a: string, b: string): number =>
  (parseFloat(a) || 0) - (parseFloat(b) || 0) || a.localeCompare(b);

function asked(task: BoardTask, { unit, part, standing, dueBy }: BoardAsk): boolean {
  return (
    (unit === undefined || task.unit === unit) &&
    (part === undefined || task.part === part) &&
    (standing === undefined ? task.standing !== 'cancelled' : task.standing === standing) &&
    (dueBy === undefined || task.due <= dueBy)
  );
}

function taskView(
  world: World,
  { state, counted }: Placed,
  reminders: readonly MatterState[],
  measures: BoardTaskView['measures'],
): BoardTaskView {
  const { facts } = state;
  const reminder = reminders.find(({ parent }) => parent?.matter === state.id);
  const level = reminder?.facts.level as keyof typeof levels | undefined;
  return {
    matter: state.id,
    receipt: state.number,
    ...counted,
    number: String(facts.number),
    title: String(facts.title),
    unitName: world.directory().unitName(state.unit),
    role: facts.role as BoardTaskView['role'],
    reportedOn: typeof facts.reportedOn === 'string' ? facts.reportedOn : null,
    progress: String(facts.completion ?? facts.progress ?? ''),
    escalation: level === undefined ? null : levels[level],
    measures,
  };
}

function unitPlanView(world: World, state: MatterState, today: LegalDate): BoardView['plansOfUnits'][number] {
  const { declaration } = world.systems.registry.get(state.procedure, state.version);
  const clock = state.clocks.filing;
  const due = clock ? dueOf(clock, world.law, world.calendar()).due : String(state.facts.due);
  const filedOn = typeof state.facts.filedOn === 'string' ? state.facts.filedOn : null;
  return {
    matter: state.id,
    unitName: world.directory().unitName(state.unit),
    stageName: state.stages.map((stage) => declaration.stages[stage]?.name ?? stage).join('、'),
    due,
    late: !state.closed && (filedOn ?? today) > due,
    filedOn,
  };
}
