import type { CampaignPaperForm, MadePaperView } from '../../client/contract/follow.ts';
import { type Instant, legalDateOf } from '../../kernel/dates.ts';
import { canonical } from '../../kernel/ledger/canonical.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { DocumentContent } from '../../kernel/procedure/declaration.ts';
import { madePapers } from '../../store/papers/made.ts';
import { findVersion, keepVersion, type PaperVersion } from '../../store/papers/versions.ts';
import { campaignNotice, campaignReport } from '../../yearly/follow/papers.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { campaignView } from './campaign.ts';

/** Under which the papers of a campaign are kept; the paper is its round. */
const KIND = 'inspection-round';
const writers = { notice: campaignNotice, report: campaignReport } as const;

/** The papers of a campaign that were made, the newest first. */
export async function papersMade(
  world: World,
  session: Session,
  round: string,
  now: Instant,
): Promise<MadePaperView[]> {
  await wholeCampaign(world, session, round, now);
  const made = await madePapers(world.sql, session.region, KIND, round);
  return made.map((paper) => viewOf(world, paper));
}

/**
 * Makes a paper of a campaign as it stands and keeps it: what was made opens alike from then on (SPEC P22). Where it
 * would say what the last of its form says, that one is given instead.
 * @throws RefusedError `forbidden` for whoever sees his own unit alone; `stale` where somebody made one meanwhile.
 */
export async function makePaper(
  world: World,
  session: Session,
  { round, form }: { readonly round: string; readonly form: CampaignPaperForm },
  now: Instant,
): Promise<MadePaperView & { readonly again: boolean }> {
  const { sql } = world;
  const campaign = await wholeCampaign(world, session, round, now);
  const content = kept(writers[form](campaign));
  const made = await madePapers(sql, session.region, KIND, round);
  const last = made.find((paper) => paper.form === form);
  if (last && canonical(last.content) === canonical(content)) return { ...viewOf(world, last), again: true };
  const paper: PaperVersion = {
    paper: round,
    version: (made[0]?.version ?? 0) + 1,
    kind: KIND,
    year: campaign.year,
    form,
    unit: null,
    title: String(content.title),
    content,
    savedBy: session.person.id,
    savedAt: now,
  };
  await keepVersion(sql, session.region, paper);
  return { ...viewOf(world, paper), again: false };
}

/** What a kept paper says. Throws `not-found` where there is none. */
export async function openPaper(
  world: World,
  session: Session,
  { round, version }: { readonly round: string; readonly version: number },
  now: Instant,
): Promise<DocumentContent> {
  await wholeCampaign(world, session, round, now);
  const paper = await findVersion(world.sql, session.region, KIND, round, version);
  if (!paper) return refuse('not-found', 'inspections.paper', '没有制作过这份文书。');
  return paper.content as unknown as DocumentContent;
}

async function wholeCampaign(world: World, session: Session, round: string, now: Instant) {
  const campaign = await campaignView(world, session, round, now);
  if (campaign.whole) return campaign;
  return refuse('forbidden', 'inspections.whole', '督察通知和督察报告涉及各单位，由组织督察的机构制作。');
}

/** As JSON keeps it: what is not said is not there. */
const kept = (content: DocumentContent): JsonObject => JSON.parse(JSON.stringify(content)) as JsonObject;

function viewOf(
  world: World,
  { version, form, title, content, savedBy, savedAt }: PaperVersion,
): MadePaperView {
  return {
    version,
    form: form as CampaignPaperForm,
    title,
    date: String(content.date),
    madeBy: world.directory().personName(savedBy),
    madeOn: legalDateOf(savedAt),
  };
}
