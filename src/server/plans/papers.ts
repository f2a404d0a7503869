import { canonical } from '../../kernel/ledger/canonical.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { findMatterOfPaper, findVersion, type PaperVersion } from '../../store/papers/versions.ts';
import { hasOwner, openPoints, type PlanDraft } from '../../yearly/work-plan/draft.ts';
import { fixedRows } from '../../yearly/work-plan/fix.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';

export const PROCEDURE = 'work-plan';

/** A version of a plan with its draft and the matter that carries it. */
export interface OpenPlan {
  readonly paper: Omit<PaperVersion, 'content'>;
  readonly draft: PlanDraft;
  readonly matter: MatterState | undefined;
}

/** The version in force; undefined until the plan is issued. */
export const fixedVersionOf = (matter: MatterState | undefined): number | undefined =>
  typeof matter?.facts.issuedOn === 'string' ? Number(matter.facts.version) : undefined;

/**
 * A version as this post may see it: the newest one, or the one named. Units see the issued plan alone. Throws
 * `not-found` for what is not there or not yet theirs to see.
 */
export async function openPlan(
  { sql }: Pick<World, 'sql'>,
  session: Session,
  plan: string,
  version?: number,
): Promise<OpenPlan> {
  const missing = () => refuse('not-found', 'plans.plan', '没有这份工作要点，或者还没有印发。');
  const matter = await findMatterOfPaper(sql, session.region, PROCEDURE, plan);
  const confined = unitSeenBy(session) !== undefined;
  const fixed = fixedVersionOf(matter);
  if (confined && fixed === undefined) return missing();
  const found = await findVersion(sql, session.region, PROCEDURE, plan, confined ? fixed : version);
  if (!found) return missing();
  const { content, ...paper } = found;
  return { paper, draft: content as unknown as PlanDraft, matter };
}

/** Digest of a draft as it is fixed when the plan is issued. */
export const digestOf = (draft: PlanDraft): string => sm3Hex(canonical(asJson(draft)));
export const asJson = (draft: PlanDraft): JsonObject => draft as unknown as JsonObject;

/** What the plan's page brings to a step; refuses a draft with open points where it would be fixed or sent on. */
export function providedFor(step: string, { paper, draft }: OpenPlan): JsonObject {
  switch (step) {
    case 'draft':
      ready(draft);
      return { year: draft.year, title: draft.title, paper: paper.paper, version: paper.version };
    case 'revise':
      ready(draft);
      return { version: paper.version };
    case 'propose':
      ready(draft);
      return { proposedVersion: paper.version };
    case 'issue':
    case 'amend':
      ready(draft);
      return {
        version: paper.version,
        digest: digestOf(draft),
        ...(fixedRows(draft) as unknown as JsonObject),
      };
    default:
      return {};
  }
}

function ready(draft: PlanDraft): void {
  const points = openPoints(draft);
  if (points.length > 0) refuse('gate', 'plans.open-points', `要点还不能送审、印发：${points.join('')}`);
  if (!draft.tasks.every(hasOwner)) refuse('gate', 'plans.owner', '有任务没有责任单位。');
}
