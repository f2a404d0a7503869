import type { DutyReportRoundView, DutyReportRow } from '../../client/contract/duty-reports.ts';
import { dueOf } from '../../kernel/clock/index.ts';
import { type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { clockOfPublication } from '../../kernel/publication/open.ts';
import { childrenOf } from '../../store/matters/children.ts';
import { findMatter } from '../../store/matters/matter.ts';
import { grades, type ReportFacts, reportForms } from '../../systems/yearly/duty-report/fields.ts';
import { stageNames } from '../handlers/matters.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';

/** A year's round of reports as it stands; a unit sees its own leaders alone. Throws `not-found`. */
export async function roundView(
  world: World,
  session: Session,
  round: string,
  now: Instant,
): Promise<DutyReportRoundView> {
  const found = await findMatter(world.sql, session.region, round);
  if (found?.state.procedure !== 'duty-report-round') return unknown();
  const own = unitSeenBy(session);
  const reports = await childrenOf(world.sql, session.region, round, own);
  if (own !== undefined && reports.length === 0) return unknown();
  const { state } = found;
  const today = legalDateOf(now);
  return {
    matter: state.id,
    title: state.title,
    year: Number(state.facts.year),
    due: String(state.facts.day),
    formName: reportForms[state.facts.form as keyof typeof reportForms],
    mustPublish: state.facts.mustPublish === true,
    nameShown: state.facts.nameShown === true,
    stageName: stageNames(world.systems.registry.get(state.procedure, state.version), state.stages).join(
      '、',
    ),
    closed: state.closed,
    today,
    // In the order of the arrangement, which is the order of the leaders.
    rows: state.children.flatMap(({ matter }) => {
      const report = reports.find(({ id }) => id === matter);
      return report ? [rowOf(world, report, today)] : [];
    }),
  };
}

const unknown = () =>
  refuse('not-found', 'dutyReports.round', '没有这次述法部署，或者其中没有本单位的人员。');

function rowOf(world: World, report: MatterState, today: LegalDate): DutyReportRow {
  const facts = report.facts as ReportFacts;
  const clock = report.clocks.submit;
  const due = clock ? dueOf(clock, world.law, world.calendar()).due : String(facts.day);
  const procedure = world.systems.registry.get(report.procedure, report.version);
  return {
    matter: report.id,
    number: report.number,
    name: facts.name ?? '',
    title: facts.title ?? '',
    unit: report.unit,
    unitName: world.directory().shortName(report.unit),
    stage: report.stages[0] ?? '',
    stageName: stageNames(procedure, report.stages).join('、'),
    outcome: report.outcome ?? null,
    due,
    submittedOn: facts.submittedOn ?? null,
    late: facts.lateFirst ?? (!report.closed && due < today),
    returned: report.taken.filter(({ step }) => step === 'give-back').length,
    presentedOn: facts.presentedOn ?? null,
    presentedAs: facts.presentedAs ? reportForms[facts.presentedAs] : '',
    grade: facts.grade ? grades[facts.grade] : '',
    publication: publicationOf(world, report, today),
  };
}

function publicationOf(world: World, report: MatterState, today: LegalDate): DutyReportRow['publication'] {
  const publication = report.publications.statement;
  if (!publication) return null;
  const clock = report.clocks[clockOfPublication('statement')];
  const due = clock ? dueOf(clock, world.law, world.calendar()).due : null;
  const { status, publishedOn, correctedOn, reason } = publication;
  return {
    status,
    due,
    publishedOn: publishedOn ?? null,
    correctedOn: correctedOn ?? null,
    late: due !== null && (publishedOn ?? (status === 'due' ? today : due)) > due,
    reason: reason ?? '',
  };
}
