import { chineseDate, type Instant, legalDateOf } from '../../kernel/dates.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { anchorOf, formatAnchor } from '../../kernel/seal/index.ts';
import { type DraftFigure, figuresUsed, type ReportDraft } from '../../reports/compiling/index.ts';
import { renderOfficialHtml } from '../../reports/writing/html.ts';
import { entriesOf } from '../../store/figures/entries.ts';
import { findVersion, publishedPapers } from '../../store/papers/versions.ts';
import { sealNumbered } from '../../store/sealing/checkpoints.ts';
import { proofOf } from '../../store/sealing/proof.ts';
import { refuse } from '../http/problem.ts';
import type { World } from '../world.ts';
import { digestOf, PROCEDURE } from './drafts.ts';
import { catalogueOf } from './measurements.ts';
import { paperFor } from './paper.ts';

/** The region's published reports; one a year, the newest first. */
export async function listPublished(world: World) {
  const matters = await publishedPapers(world.sql, world.region.code, PROCEDURE, 'report');
  return matters
    .filter((matter) => matter.publications.report?.status === 'published')
    .map((matter) => ({
      report: String(matter.facts.paper),
      year: Number(matter.facts.year),
      title: matter.publications.report!.title ?? matter.title,
      publishedOn: matter.publications.report!.publishedOn!,
    }));
}

/** A report as it was published, taken from the version that was signed. */
export async function showPublished(world: World, report: string, now: Instant) {
  const { matter, draft } = await published(world, report);
  const { status, publishedOn, reason, title } = matter.publications.report!;
  const shown = status === 'published';
  return {
    report,
    year: draft.year,
    title: title ?? draft.title,
    status: shown ? ('published' as const) : ('withdrawn' as const),
    publishedOn: publishedOn!,
    note: reason ?? null,
    article: shown ? renderOfficialHtml(paperFor(report, draft, matter, now)) : '',
    figures: shown ? figuresUsed(draft).map(({ id, name, text }) => ({ id, name, text })) : [],
  };
}

/** A figure of a published report in three plain sentences, with what it takes to check them. */
export async function explainPublished(world: World, report: string, figure: string) {
  const { matter, draft } = await published(world, report);
  const found = figuresUsed(draft).find(({ id }) => id === figure);
  if (!found || matter.publications.report!.status !== 'published') {
    return refuse('not-found', 'reports.figure', '公开的报告中没有这个数。');
  }
  const region = world.region.code;
  const [sentence, seal, proof] = await Promise.all([
    sourceSentence(world, draft, found),
    draft.seal ? sealNumbered(world.sql, region, draft.seal.number) : undefined,
    proofOf(world.sql, region, matter.id, signingOf(matter)),
  ]);
  return {
    id: found.id,
    name: found.name,
    text: found.text,
    sentences: [meaningSentence(found), sentence, sealSentence(draft, matter)],
    anchor: seal ? formatAnchor(anchorOf(seal)) : null,
    proof: proof?.publicText ?? null,
  };
}

/** The matter and the draft whose digest it fixed. A version that no longer has that digest is not shown. */
async function published(world: World, report: string): Promise<{ matter: MatterState; draft: ReportDraft }> {
  const matters = await publishedPapers(world.sql, world.region.code, PROCEDURE, 'report');
  const matter = matters.find(({ facts }) => facts.paper === report);
  const content = new Map(matter?.publications.report?.content ?? []);
  const version =
    matter &&
    (await findVersion(world.sql, world.region.code, PROCEDURE, report, Number(content.get('版本'))));
  if (!matter || !version) return refuse('not-found', 'reports.report', '没有这份公开的报告。');
  const draft = version.content as unknown as ReportDraft;
  if (digestOf(draft) !== content.get('报告稿摘要')) {
    throw new Error(`report ${report} version ${version.version} differs from what was signed`);
  }
  return { matter, draft };
}

/** Place of the event that fixed the figures in the history of the matter. */
function signingOf(matter: MatterState): number {
  return matter.taken.findLastIndex(({ step }) => step === 'sign' || step === 'amend') + 1;
}

function meaningSentence({ id, name, text, definition, previous }: DraftFigure): string {
  if (id.endsWith('~'))
    return `“${text}”是${name}与上年${previous ? `（${previous.text}）` : ''}相比的变化；${definition}`;
  return `${name}为${text}：${definition}`;
}

async function sourceSentence(world: World, draft: ReportDraft, figure: DraftFigure): Promise<string> {
  const period = `${draft.year}年1月1日至12月31日`;
  if (figure.returned) {
    return `统计期间为${period}，数据由“${figure.returned.document}”载明，经核对后采用，不由台账记录计算。`;
  }
  const catalogue = catalogueOf(world.systems.indicators);
  const { total } = await entriesOf(world.sql, catalogue, world.region.code, { ...figure.ask, limit: 1 });
  const rate =
    figure.denominator === undefined ? '' : `，由分子${figure.numerator}除以分母${figure.denominator}得出`;
  return `统计期间为${period}${rate}，现有台账记录${total}条，记录中的个人信息不公开。`;
}

function sealSentence({ seal }: ReportDraft, matter: MatterState): string {
  const signed = typeof matter.facts.signedOn === 'string' ? chineseDate(matter.facts.signedOn) : '';
  return `数据以第${seal!.number}号封存（${chineseDate(legalDateOf(seal!.at))}，共${seal!.size}条留痕）为准，${signed}签发时固定，此后的补录和更正都另有留痕。`;
}
