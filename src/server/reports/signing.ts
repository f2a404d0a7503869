import type { ReportView } from '../../client/contract/reports.ts';
import { type Instant, legalDateOf } from '../../kernel/dates.ts';
import type { PostKindId } from '../../kernel/identity/posts.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { answerDue } from '../../law/due-answer.ts';
import { figuresUsed, openPoints } from '../../reports/compiling/index.ts';
import { textDigestOf } from '../../reports/writing/text-digest.ts';
import { versionsOf } from '../../store/papers/history.ts';
import { findMatterOfPaper } from '../../store/papers/versions.ts';
import {
  firstDayOfNext,
  ruleOfPublishing,
  ruleOfReporting,
} from '../../systems/yearly/annual-report/index.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { auditReport, openFindingsOf } from './auditing.ts';
import { digestOf, PROCEDURE, type Saved } from './drafts.ts';
import { publicText } from './paper.ts';

/** What the report itself brings to a step: its version, who wrote in it, its figures, what the auditor says of it. */
export async function providedFor(
  world: World,
  step: string,
  saved: Saved,
  now: Instant,
): Promise<JsonObject> {
  const { paper, version, year, title, form, unit, draft } = saved;
  const openFindings = async () => openFindingsOf(await auditReport(draft, legalDateOf(now))).length;
  switch (step) {
    case 'draft': {
      const writers = await writersOf(world, saved);
      const brought = { year, title, skeleton: form, paper, version, writers };
      return unit === null ? brought : { ...brought, ofUnit: unit };
    }
    case 'revise':
      return { version, writers: await writersOf(world, saved) };
    case 'make-changes':
      return { version, writers: await writersOf(world, saved), openFindings: await openFindings() };
    case 'review':
      return { openFindings: await openFindings() };
    case 'sign':
    case 'amend':
      return frozen(world, saved, now);
    default:
      return {};
  }
}

async function writersOf(world: World, { paper, version }: Saved): Promise<string[]> {
  const versions = await versionsOf(world.sql, world.region.code, PROCEDURE, paper);
  return [...new Set(versions.filter((entry) => entry.version <= version).map(({ savedBy }) => savedBy))];
}

async function frozen(world: World, { paper, draft, version }: Saved, now: Instant): Promise<JsonObject> {
  const matter = await findMatterOfPaper(world.sql, world.region.code, PROCEDURE, paper);
  const signedOn = matter?.facts.signedOn ?? legalDateOf(now);

  const open = openPoints(draft);
  if (open.length > 0 || draft.seal === null) {
    return refuse('gate', 'reports.open-points', `报告还不能签发：${open.join('')}`);
  }
  const findings = await auditReport(draft, legalDateOf(now));
  return {
    version,
    digest: digestOf(draft),
    textDigest: textDigestOf(publicText(draft, String(signedOn))),
    seal: draft.seal.number,
    sealRoot: draft.seal.root,
    figures: figuresUsed(draft).map(({ id, name, text, value, source }) => ({
      id,
      name,
      text,
      value: String(value),
      source,
    })),
    openFindings: openFindingsOf(findings).length,
    explanations: findings.flatMap(({ name, words, explained }) =>
      explained ? [{ finding: name, words: words || '（全文）', reason: explained.reason }] : [],
    ),
  };
}

/** Steps open in the present stage to the post in use; what else they ask, the step itself refuses with its reason. */
export function stepsFor(
  world: World,
  session: Session,
  state: MatterState | undefined,
): ReportView['steps'] {
  const { declaration } = world.systems.registry.get(PROCEDURE, state?.version);
  return Object.entries(declaration.steps)
    .filter(([, { from, by, afterClosing }]) => {
      if (!by.includes(session.acting.kind)) return false;
      if (!state) return from.length === 0;
      return (!state.closed || afterClosing) && from.some((stage) => state.stages.includes(stage));
    })
    .map(([step, { name }]) => ({ step, name, refusal: null }));
}

const AUTHORS: readonly PostKindId[] = ['legal-office', 'legal-office-head', 'liaison'];

/** Why this post may not write in the report now; undefined where it may. What lies before others is not rewritten under them. */
export function whyReadOnly(session: Session, matter: MatterState | undefined): string | undefined {
  if (!AUTHORS.includes(session.acting.kind)) return '报告由法制机构和联络员编写，您可以查看和办理。';
  if (!matter) return undefined;
  const { stages, facts } = matter;
  if (stages.includes('review')) return '报告正在审核，要修改请由审核人退回。';
  if (stages.includes('meeting')) return '报告已送会议审议，要修改请由审核人退回。';
  if (stages.includes('signing') && facts.resolution !== 'adopted-with-changes')
    return '会议已经通过，签发前不再修改。';
  if (stages.includes('signing') && facts.changesMade === true) return '已按会议意见修改，等待签发。';
  return undefined;
}

/** Both last days of the law, whether their clocks run yet or not. */
export function deadlinesOf(
  world: World,
  year: number,
  matter: MatterState | undefined,
): ReportView['deadlines'] {
  const start = firstDayOfNext(year);
  const day = (rule: string) => answerDue({ rule, start }, world.calendar()).due;
  const { reportedOn } = matter?.facts ?? {};
  return {
    report: {
      due: day(ruleOfReporting(year)),
      doneOn: typeof reportedOn === 'string' ? reportedOn : null,
      basis: '向上一级报告',
    },
    publish: {
      due: day(ruleOfPublishing(year)),
      doneOn: matter?.publications.report?.publishedOn ?? null,
      basis: '向社会公开',
    },
  };
}
