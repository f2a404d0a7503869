import type { DutyView, LeaderView } from '../../client/contract/leaders.ts';
import type { LegalDate } from '../../kernel/dates.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import { takesAnywhere } from '../../kernel/procedure/declaration.ts';
import type { YearMatter } from '../../store/leaders/year-matters.ts';
import { type Body, bodies, type Duty, dutiesOf } from '../../systems/yearly/leader-duties/duties.ts';
import type { Brought } from '../../systems/yearly/leader-duties/fields.ts';
import { type DutyState, dueOfDuty, standingOf } from '../../yearly/leaders/standing.ts';
import { stageNames } from '../handlers/matters.ts';
import type { World } from '../world.ts';
import type { Measured, YearOfLeaders } from './measured.ts';

interface Confirmed {
  readonly duty: string;
  readonly actual: number;
  readonly state: DutyState;
}

/** The duties of a list as they stand: what was confirmed stays as it was confirmed. */
export function dutiesOfList(
  world: World,
  known: YearOfLeaders,
  list: YearMatter,
  today: LegalDate,
): DutyView[] {
  const brought = (list.facts.brought ?? []) as unknown as readonly Brought[];
  const confirmed = list.closed ? ((list.facts.duties ?? []) as unknown as readonly Confirmed[]) : [];
  return dutiesOf(list.facts.body as Body).map(([id, duty]) => {
    const measured = known.measure(list, duty);
    const evidence = brought.filter((entry) => entry.duty === id);
    const fixed = confirmed.find((row) => row.duty === id);
    const { actual, state } = fixed ?? {
      actual: measured.actual,
      state: standingOf(duty, {
        year: known.year,
        today,
        actual: measured.actual,
        brought: evidence.length > 0,
      }),
    };
    return {
      id,
      name: duty.name,
      target: duty.target,
      unit: duty.unit,
      actual,
      state,
      by: dueOfDuty(duty, known.year),
      ...lawOf(world, duty),
      ownFloor: duty.ownFloor === true,
      opens: opensOf(world, measured),
      evidenceOnly: duty.measure.from === 'evidence',
      brought: evidence.map(({ explanation, on, files }) => ({ explanation, on, files: [...files] })),
    };
  });
}

function lawOf(world: World, { provision }: Duty): Pick<DutyView, 'basis' | 'verified'> {
  const { law, article, verified } = world.law.get(provision);
  return {
    basis: { law, ...(article ? { article } : {}), provision },
    verified: verified === 'verified',
  };
}

function opensOf(world: World, { opens }: Measured): DutyView['opens'] {
  if (opens === null || 'matter' in opens) return opens;
  const { indicator, kind, unit } = opens.ask;
  const source =
    world.systems.indicators.find(({ declaration }) => declaration.id === indicator)?.source ?? '';
  return { indicator, source, ...(kind ? { kind } : {}), ...(unit ? { unit } : {}) };
}

/** A leader's year as a page shows it, and what the reader's post may do. */
export function leaderView(
  world: World,
  known: YearOfLeaders,
  list: YearMatter,
  { today, kind, unit }: { readonly today: LegalDate; readonly kind: PostKindId; readonly unit: string },
): LeaderView {
  const duties = dutiesOfList(world, known, list, today);
  const procedure = world.systems.registry.get(list.procedure, list.version);
  const may = (id: string) => {
    const step = procedure.declaration.steps[id]!;
    const here = unit === list.unit ? step.by.includes(kind) : takesAnywhere(step, kind);
    return here && !list.closed && step.from.some((stage) => list.stages.includes(stage));
  };
  return {
    matter: list.id,
    number: list.number,
    name: String(list.facts.name),
    title: String(list.facts.title),
    unit: list.unit,
    unitName: world.directory().shortName(list.unit),
    bodyName: bodies[list.facts.body as Body],
    stageName: stageNames(procedure, list.stages).join('、'),
    closed: list.closed,
    outcome: list.outcome,
    due: list.due,
    done: duties.filter(({ state }) => state === 'done').length,
    late: duties.filter(({ state }) => state === 'late').length,
    total: duties.length,
    duties,
    report: reportView(world, known, list, today),
    may: { evidence: may('evidence'), submit: may('submit') && today > `${known.year}-12-31` },
  };
}

function reportView(
  world: World,
  known: YearOfLeaders,
  list: YearMatter,
  today: LegalDate,
): LeaderView['report'] {
  const report = known.reports.find(
    ({ unit, facts }) => unit === list.unit && facts.name === list.facts.name,
  );
  if (!report) return null;
  const procedure = world.systems.registry.get(report.procedure, report.version);
  return {
    matter: report.id,
    stage: report.stages[0] ?? '',
    stageName: stageNames(procedure, report.stages).join('、'),
    closed: report.closed,
    due: report.due,
    late: report.facts.lateFirst === true || (report.due !== null && report.due < today),
  };
}
