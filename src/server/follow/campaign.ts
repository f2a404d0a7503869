import type {
  CampaignHead,
  CampaignView,
  FindingTallyView,
  FindingView,
  InspectedUnitView,
} from '../../client/contract/follow.ts';
import { dueOf } from '../../kernel/clock/index.ts';
import { type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import { lastTaken, type MatterState } from '../../kernel/procedure/matter.ts';
import { inspectionsUnder } from '../../store/follow/under.ts';
import { mattersBegunIn } from '../../store/matters/begun-in-year.ts';
import { childrenOf } from '../../store/matters/children.ts';
import { findMatter } from '../../store/matters/matter.ts';
import { openMattersOf } from '../../store/matters/open.ts';
import { issuedPlans } from '../../store/plans/issued.ts';
import { levels } from '../../systems/yearly/escalation/fields.ts';
import { findingKinds, type InspectionFacts, ways } from '../../systems/yearly/inspection/fields.ts';
import { fixedOf } from '../../systems/yearly/work-plan/assignments.ts';
import {
  type FindingTally,
  isPutRight,
  lateOf,
  stateNames,
  stateOf,
  tallyFindings,
} from '../../yearly/follow/campaign.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';

const wayOf = (state: MatterState): string => ways[state.facts.way as keyof typeof ways] ?? '';

/** The campaigns of a year or of this and the last one, with how many units of each have ended. */
export async function listCampaigns(
  world: World,
  session: Session,
  now: Instant,
  year?: number,
): Promise<CampaignHead[]> {
  const present = Number(legalDateOf(now).slice(0, 4));
  const years = year === undefined ? [present, present - 1] : [year];
  const found = await Promise.all(
    years.map((each) => mattersBegunIn(world.sql, session.region, 'inspection-round', { year: each })),
  );
  const rounds = found.flat();
  const own = unitSeenBy(session);
  const under = await inspectionsUnder(
    world.sql,
    session.region,
    rounds.map(({ id }) => id),
    own,
  );
  return rounds
    .map((round) => {
      const units = under.filter(({ parent }) => parent === round.id);
      return {
        matter: round.id,
        number: round.number,
        name: round.title,
        year: Number(round.facts.year),
        wayName: wayOf(round),
        from: String(round.facts.from),
        units: units.length,
        ended: units.filter(({ closed }) => closed).length,
        findings: units.reduce((sum, { findings }) => sum + findings, 0),
        closed: round.closed,
      };
    })
    .filter(({ units }) => own === undefined || units > 0);
}

/** One campaign as it stands today; a unit sees its own inspection alone. Throws `not-found`. */
export async function campaignView(
  world: World,
  session: Session,
  id: string,
  now: Instant,
): Promise<CampaignView> {
  const unknown = () => refuse('not-found', 'inspections.board', '没有这次督察，或者其中没有本单位。');
  const found = await findMatter(world.sql, session.region, id);
  if (found?.state.procedure !== 'inspection-round') return unknown();
  const own = unitSeenBy(session);
  const round = found.state;
  const [matters, reminders, tasks] = await Promise.all([
    childrenOf(world.sql, session.region, id, own),
    openMattersOf(world.sql, session.region, 'escalation', own),
    tasksOfYear(world, session, Number(round.facts.year), own),
  ]);
  if (own !== undefined && matters.length === 0) return unknown();
  const today = legalDateOf(now);
  const units = matters
    .map((matter) => unitRow(world, matter, reminders, today))
    .sort((a, b) => Number(b.late !== null) - Number(a.late !== null) || (a.unit < b.unit ? -1 : 1));
  const findings = matters
    .flatMap((matter) => findingRows(world, matter, tasks))
    .sort((a, b) => (a.unit < b.unit ? -1 : Number(a.unit > b.unit)));
  return {
    matter: round.id,
    number: round.number,
    name: round.title,
    year: Number(round.facts.year),
    wayName: wayOf(round),
    scope: String(round.facts.scope ?? ''),
    from: String(round.facts.from),
    selfCheckBy: String(round.facts.selfCheckBy),
    inspectors: String(round.facts.inspectors ?? ''),
    openedOn: round.startedOn,
    conclusions: String(round.facts.conclusions ?? ''),
    closed: round.closed,
    closedOn: round.closed ? (lastTaken(round, 'close')?.on ?? null) : null,
    today,
    whole: own === undefined,
    units,
    findings,
    byTask: named(
      tallyFindings(findings, ({ task }) => task),
      (task) => (task === '' ? '（没有对应任务）' : `${task}．${tasks.titles.get(task) ?? ''}`),
    ),
    byKind: named(
      tallyFindings(findings, ({ kind }) => kind),
      (kind) => kindName(kind),
    ),
  };
}

const kindName = (kind: string): string => findingKinds[kind as keyof typeof findingKinds] ?? '未分类';
const named = (rows: readonly FindingTally[], nameOf: (key: string) => string): FindingTallyView[] =>
  rows.map((row) => ({ ...row, name: nameOf(row.key) }));

interface Tasks {
  /** Number of a task of the year's plan → its title. */
  readonly titles: ReadonlyMap<string, string>;
  /** `unit/number` → the unit's matter. */
  readonly matters: ReadonlyMap<string, string>;
}

/** The tasks of the year's issued plan: findings name them by their numbers. */
async function tasksOfYear(
  world: World,
  session: Session,
  year: number,
  own: string | undefined,
): Promise<Tasks> {
  const plans = await issuedPlans(world.sql, session.region);
  const plan = plans.find(({ facts }) => facts.year === year);
  if (!plan) return { titles: new Map(), matters: new Map() };
  const opened = await childrenOf(world.sql, session.region, plan.id, own);
  return {
    titles: new Map(fixedOf(plan.facts).tasks.map(({ number, title }) => [number, title])),
    matters: new Map(
      opened
        .filter(({ procedure }) => procedure === 'work-task')
        .map(({ id, unit, facts }) => [`${unit}/${facts.number}`, id]),
    ),
  };
}

function unitRow(
  world: World,
  matter: MatterState,
  reminders: readonly MatterState[],
  today: LegalDate,
): InspectedUnitView {
  const facts = matter.facts as InspectionFacts;
  const dayOf = (clock: string): LegalDate | null => {
    const running = matter.clocks[clock];
    return running ? dueOf(running, world.law, world.calendar()).due : null;
  };
  const state = stateOf(matter.stages[0] ?? '', matter.outcome);
  const selfCheckBy = dayOf('self-check') ?? String(facts.selfCheckBy);
  const rectifyBy = dayOf('rectification');
  const selfCheckedOn = lastTaken(matter, 'self-check')?.on ?? null;
  const reminder = reminders.find(({ parent }) => parent?.matter === matter.id);
  return {
    matter: matter.id,
    number: matter.number,
    unit: matter.unit,
    unitName: world.directory().unitName(matter.unit),
    state,
    stateName: stateNames[state],
    selfCheckBy,
    selfCheckedOn,
    fedBackOn: (lastTaken(matter, 'feed-back') ?? lastTaken(matter, 'find-nothing'))?.on ?? null,
    findings: facts.findings?.length ?? 0,
    rectifyBy,
    rectifiedOn: lastTaken(matter, 'rectify')?.on ?? null,
    rechecks: facts.rechecks ?? 0,
    closedOn: matter.closed ? (matter.taken.at(-1)?.on ?? null) : null,
    late: lateOf({ state, selfCheckBy, selfCheckedOn, rectifyBy }, today),
    escalation: reminder
      ? { matter: reminder.id, level: levels[reminder.facts.level as keyof typeof levels] }
      : null,
  };
}

function findingRows(world: World, matter: MatterState, tasks: Tasks): FindingView[] {
  const facts = matter.facts as InspectionFacts;
  const state = stateOf(matter.stages[0] ?? '', matter.outcome);
  return (facts.findings ?? []).map(({ code, kind, finding, demand, task = '' }) => ({
    matter: matter.id,
    unit: matter.unit,
    unitName: world.directory().unitName(matter.unit),
    code,
    kind: kind ?? '',
    kindName: kindName(kind),
    finding,
    demand,
    task,
    taskTitle: tasks.titles.get(task) ?? '',
    taskMatter: tasks.matters.get(`${matter.unit}/${task}`) ?? null,
    rectifyBy: String(facts.rectifyBy),
    stateName: stateNames[state],
    putRight: isPutRight(state),
  }));
}
