import type { BoardView, SimulationView } from '../../client/contract/assessment-views.ts';
import type { Instant } from '../../kernel/dates.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { allowedSteps } from '../../kernel/procedure/outlook.ts';
import { mattersAboutYear } from '../../store/matters/about-year.ts';
import type { AssessmentFacts } from '../../systems/yearly/assessment/fields.ts';
import { lostPoints, resultsOf, sensitivity, type UnitResult } from '../../yearly/assessment/result.ts';
import { classOf, isOutside, itemsFor, itemsOf, type Scheme } from '../../yearly/assessment/scheme.ts';
import { scoreUnit } from '../../yearly/assessment/score-unit.ts';
import { round } from '../../yearly/assessment/scoring/words.ts';
import { viewContext } from '../handlers/matter-view.ts';
import { stageNames } from '../handlers/matters.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { judgedCodes } from './marks.ts';
import { type ObservingWorld, observe } from './observe.ts';
import { PROCEDURE } from './schemes.ts';
import { rank, type Scoring, UNIT_PROCEDURE, type Underway } from './scoring.ts';
import { adjustmentsOf, factsOf, scoredItems } from './unit-facts.ts';

/** A scheme against the records of a year. Nothing is written: it is no result and cannot become one. */
export async function simulate(
  world: ObservingWorld & { readonly unitName: (code: string) => string },
  scheme: Scheme,
  year: number,
  now: Instant,
): Promise<SimulationView> {
  const { seen, seal } = await observe(world, scheme, year, now);
  const units = scheme.classes.flatMap(({ id, units: codes }) =>
    codes.map((unit) => ({ unit, unitClass: id, items: scoreUnit(scheme, id, (item) => seen(unit, item)) })),
  );
  const titles = new Map(itemsOf(scheme).map(({ code, title }) => [code, title]));
  const left = itemsOf(scheme).filter(
    ({ source }) => source.kind === 'evidence' || source.kind === 'reviewers',
  );
  const without = new Set(left.map(({ code }) => code));
  return {
    year,
    seal: seal && { ...seal },
    results: resultsOf(scheme, units).map((result) => ({
      ...result,
      unitName: world.unitName(result.unit),
      className: scheme.classes.find(({ id }) => id === result.unitClass)?.name ?? '',
    })),
    items: sensitivity(scheme, units)
      .map((item) => ({ ...item, title: titles.get(item.code) ?? '' }))
      .sort((a, b) => b.moved - a.moved || b.meanLost - a.meanLost),
    leftOut: left.map(({ code, title }) => ({ code, title })),
    covered: Object.fromEntries(
      scheme.classes.map(({ id }) => [
        id,
        round(
          itemsFor(scheme, id)
            .filter((item) => !without.has(item.code) && !isOutside(item))
            .reduce((sum, item) => sum + item.points[id]!, 0),
        ),
      ]),
    ),
  };
}

/** What was concluded for a year, by unit; empty where it was not assessed here. */
export async function concludedOf(
  world: World,
  region: string,
  year: number,
): Promise<ReadonlyMap<string, { score: number; grade: string; rank: number }>> {
  const matters = await mattersAboutYear(world.sql, region, PROCEDURE, { year });
  const facts = matters.map(({ facts: each }) => each as AssessmentFacts).find(({ results }) => results);
  return new Map(
    (facts?.results ?? []).map(({ unit, score, grade, rank: place }) => [
      unit,
      { score: Number(score), grade, rank: place },
    ]),
  );
}

/** Name of an assessment; its scheme has a title of its own. */
export const titleOf = (year: number): string => `${year}年度法治政府建设考核`;

const TOLD: readonly string[] = ['told', 'decided', 'closed'];
export const isTold = ({ matter }: Underway): boolean => matter.stages.some((stage) => TOLD.includes(stage));

/** The desk of those who run the assessment: every unit with what is still missing, and how it stands. */
export async function boardView(
  world: World,
  scoring: Scoring,
  session: Session,
  now: Instant,
  id: string,
): Promise<BoardView> {
  const underway = await scoring.open(session.region, id);
  const { matter, scheme, children } = underway;
  const facts = matter.facts as AssessmentFacts;
  const procedure = world.systems.registry.get(PROCEDURE, matter.version);
  const before = await concludedOf(world, session.region, scheme.year - 1);
  const ranks = new Map(rank(underway).map((result) => [result.unit, result]));
  const told = isTold(underway);
  const steps = allowedSteps(procedure, matter, viewContext(world, session, {}, now));
  return {
    matter: matter.id,
    number: matter.number,
    title: titleOf(scheme.year),
    year: scheme.year,
    paper: String(facts.paper),
    stages: [...matter.stages],
    stageNames: stageNames(procedure, matter.stages),
    closed: matter.closed,
    appealUntil: facts.appealUntil ?? null,
    seal: Math.max(0, ...children.map((child) => factsOf(child).seal ?? 0)) || null,
    classes: scheme.classes.map(({ id: of, name }) => ({ id: of, name })),
    units: children
      .map((child) => unitRow(world, scheme, child, ranks.get(child.unit), told, before.get(child.unit)))
      .sort((a, b) => a.unitClass.localeCompare(b.unitClass) || (a.rank ?? 0) - (b.rank ?? 0)),
    lost: lostByItem(scheme, children),
    steps: steps.filter(({ step }) => ['tell', 'conclude', 'use', 'close'].includes(step)),
    mayScore:
      ['legal-office', 'supervisor'].includes(session.acting.kind) &&
      children.some(({ stages }) => stages.some((stage) => stage === 'scoring' || stage === 'appealed')),
  };
}

function unitRow(
  world: World,
  scheme: Scheme,
  child: MatterState,
  result: UnitResult | undefined,
  told: boolean,
  before: { score: number; grade: string; rank: number } | undefined,
): BoardView['units'][number] {
  const {
    unitClass = '',
    gaps = [],
    items = [],
    verified = [],
    apart = [],
    appeals = [],
    ...facts
  } = factsOf(child);
  const judged = [facts.firstDigest, facts.secondDigest, facts.thirdDigest].filter(Boolean).length;
  const scored = new Set(items.map(({ code }) => code));
  return {
    unit: child.unit,
    unitName: world.directory().shortName(child.unit),
    unitClass,
    className: classOf(scheme, child.unit)?.name ?? '',
    matter: child.id,
    stageName: stageNames(world.systems.registry.get(UNIT_PROCEDURE, child.version), child.stages).join('、'),
    scored: scored.size,
    of: itemsFor(scheme, unitClass).length,
    judged: judgedCodes(scheme, unitClass).length === 0 ? null : judged,
    thirdNeeded: apart.length > 0 && facts.thirdDigest === undefined,
    toVerify: gaps.filter(
      ({ code, kind }) => kind === 'evidence' && !verified.some((entry) => entry.code === code),
    ).length,
    appeals: appeals.length,
    // Places mean nothing while reviewers' points are closed.
    score: told && result ? result.score : null,
    rank: told && result ? result.rank : null,
    peers: result?.of ?? 0,
    grade: told && result ? result.grade : null,
    before: before ?? null,
  };
}

function lostByItem(scheme: Scheme, children: readonly MatterState[]): BoardView['lost'] {
  const titles = new Map(itemsOf(scheme).map(({ code, title }) => [code, title]));
  const sums = new Map<string, { points: number; units: number }>();
  for (const child of children) {
    for (const { code, lost } of lostPoints(scoredItems(child), adjustmentsOf(child))) {
      const sum = sums.get(code) ?? { points: 0, units: 0 };
      sums.set(code, { points: round(sum.points + lost), units: sum.units + 1 });
    }
  }
  return [...sums]
    .map(([code, sum]) => ({ code, title: titles.get(code) ?? '', ...sum }))
    .sort((a, b) => b.points - a.points);
}

/** Assessments of all years; for a unit's people with how their own unit stands. */
export async function assessmentList(world: World, session: Session) {
  const matters = await mattersAboutYear(world.sql, session.region, PROCEDURE);
  const issued = matters.filter(({ facts }) => (facts as AssessmentFacts).issuedOn !== undefined);
  const own = await mattersAboutYear(world.sql, session.region, UNIT_PROCEDURE, {
    unit: session.acting.unit,
  });
  const procedure = world.systems.registry.get(PROCEDURE);
  return {
    assessments: issued.map((matter) => {
      const child = own.find(
        ({ parent, unit }) => parent?.matter === matter.id && unit === session.acting.unit,
      );
      return {
        matter: matter.id,
        title: titleOf(Number(matter.facts.year)),
        year: Number(matter.facts.year),
        stageNames: stageNames(procedure, matter.stages),
        own: child
          ? {
              unit: child.unit,
              stageName: stageNames(
                world.systems.registry.get(UNIT_PROCEDURE, child.version),
                child.stages,
              ).join('、'),
              outcome: child.outcome ?? null,
            }
          : null,
      };
    }),
  };
}
