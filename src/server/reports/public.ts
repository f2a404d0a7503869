import { chineseDate, type Instant, legalDateOf } from '../../kernel/dates.ts';
import type { MatterState, PublicationState } from '../../kernel/procedure/matter.ts';
import { anchorOf, formatAnchor } from '../../kernel/seal/index.ts';
import { type DraftFigure, figuresUsed, type ReportDraft } from '../../reports/compiling/index.ts';
import { renderOfficialHtml } from '../../reports/writing/html.ts';
import { entriesOf } from '../../store/figures/entries.ts';
import { findVersion, publishedPapers } from '../../store/papers/versions.ts';
import { sealNumbered } from '../../store/sealing/checkpoints.ts';
import { proofOf } from '../../store/sealing/proof.ts';
import type { IssuedText } from '../../systems/yearly/annual-report/index.ts';
import { refuse } from '../http/problem.ts';
import type { World } from '../world.ts';
import { digestOf, issuedTexts, PROCEDURE } from './drafts.ts';
import { catalogueOf } from './measurements.ts';
import { paperFor, publicText } from './paper.ts';
import { verificationOf } from './verification.ts';

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

/**
 * A report as it was published, taken from the version that was signed. An earlier text of a corrected report is
 * shown by its version; of a report that was taken down nothing is shown but that it was, when and why.
 */
export async function showPublished(world: World, report: string, now: Instant, version?: number) {
  const found = await published(world, report, version);
  const { matter, draft, publication } = found;
  const shown = publication.status === 'published';
  const figures = shown ? figuresUsed(draft).map(({ id, name, text }) => ({ id, name, text })) : [];
  return {
    report,
    version: found.version,
    year: draft.year,
    title: publication.title ?? draft.title,
    status: shown ? ('published' as const) : ('withdrawn' as const),
    publishedOn: publication.publishedOn!,
    correctedOn: publication.correctedOn ?? null,
    withdrawnOn: publication.withdrawnOn ?? null,
    note: publication.reason ?? null,
    article: shown
      ? renderOfficialHtml(paperFor(report, draft, matter, now, { linked: found.version === found.current }))
      : '',
    figures,
    texts: await textsOf(world, found),
  };
}

/** A text of a report that is public now, as a paper for whoever wants to keep it. */
export async function publishedPaper(
  world: World,
  report: string,
  now: Instant,
  site: string,
  version?: number,
) {
  const shown = await shownOnly(published(world, report, version));
  const { matter, draft } = shown;
  const verification = await verificationOf(world, { report, ...shown }, site);
  return paperFor(report, draft, matter, now, { linked: false, ...(verification ? { verification } : {}) });
}

/** The same as plain text, whose digest stands in the sealed event of its signing. */
export async function publishedText(world: World, report: string, version?: number) {
  const { matter, draft } = await shownOnly(published(world, report, version));
  return publicText(draft, String(matter.facts.signedOn));
}

/** The proof that a text was made public, for whoever wants to compute it himself. */
export async function publishedProof(world: World, report: string, version?: number): Promise<string> {
  const { matter, version: shown } = await published(world, report, version);
  const proof = await proofOf(world.sql, world.region.code, matter.id, publishingOf(matter, shown)!);
  return (
    proof?.publicText ??
    refuse('not-allowed-now', 'reports.unsealed', '这次公开的留痕还没有封存，请几秒钟后再来。')
  );
}

/** A figure of a published report in three plain sentences, with what it takes to check them. */
export async function explainPublished(world: World, report: string, figure: string) {
  const { matter, draft, version } = await shownOnly(published(world, report));
  const found = figuresUsed(draft).find(({ id }) => id === figure);
  if (!found) return refuse('not-found', 'reports.figure', '公开的报告中没有这个数。');
  const region = world.region.code;
  const [count, seal, proof] = await Promise.all([
    countSentence(world, found),
    draft.seal ? sealNumbered(world.sql, region, draft.seal.number) : undefined,
    proofOf(world.sql, region, matter.id, publishingOf(matter, version)!),
  ]);
  return {
    id: found.id,
    name: found.name,
    text: found.text,
    sentences: [count, periodSentence(draft, found), definitionSentence(found)],
    fixed: sealSentence(draft, matter),
    anchor: seal ? formatAnchor(anchorOf(seal)) : null,
    proof: proof?.publicText ?? null,
  };
}

/** Whose signed text has this digest, of the reports that are or were public; undefined where none has. */
export async function issuedTextOf(world: World, textDigest: string) {
  const matters = await publishedPapers(world.sql, world.region.code, PROCEDURE, 'report');
  for (const matter of matters) {
    const text = issuedTexts(matter).find((entry) => entry.textDigest === textDigest);
    if (text)
      return {
        matter,
        text,
        proof: await proofOf(world.sql, world.region.code, matter.id, signingOf(matter, text.version)),
      };
  }
  return undefined;
}

interface Published {
  readonly matter: MatterState;
  readonly publication: PublicationState;
  readonly draft: ReportDraft;
  /** The version asked for, and the one in force. */
  readonly version: number;
  readonly current: number;
}

async function shownOnly(asked: Promise<Published>): Promise<Published> {
  const found = await asked;
  if (found.publication.status === 'published') return found;
  return refuse('not-found', 'reports.withdrawn', '这份报告已经撤下，不再提供。');
}

/** The matter and the draft whose digest it fixed. A version that no longer has that digest is not shown. */
async function published(world: World, report: string, version?: number): Promise<Published> {
  const matters = await publishedPapers(world.sql, world.region.code, PROCEDURE, 'report');
  const matter = matters.find(({ facts }) => facts.paper === report);
  const publication = matter?.publications.report;
  const content = new Map(publication?.content ?? []);
  const current = Number(content.get('版本'));
  const wanted = version ?? current;
  const digest =
    wanted === current
      ? content.get('报告稿摘要')
      : matter && publicTexts(matter).find((text) => text.version === wanted)?.digest;
  const saved =
    matter && digest !== undefined
      ? await findVersion(world.sql, world.region.code, PROCEDURE, report, wanted)
      : undefined;
  if (!matter || !publication || !saved) {
    return refuse('not-found', 'reports.report', '没有这份公开的报告。');
  }
  const draft = saved.content as unknown as ReportDraft;
  if (digestOf(draft) !== digest) {
    throw new Error(`report ${report} version ${wanted} differs from what was signed`);
  }
  return { matter, publication, draft, version: wanted, current };
}

/** Texts the public has had: the one in force and those it took the place of; none that was signed and never published. */
function publicTexts(matter: MatterState): readonly IssuedText[] {
  return issuedTexts(matter).filter(({ version }) => publishingOf(matter, version) !== undefined);
}

function textsOf(world: World, { matter, current }: Published) {
  const texts = publicTexts(matter).map(async ({ version, on, reason, textDigest }) => {
    const proof = await proofOf(world.sql, world.region.code, matter.id, publishingOf(matter, version)!);
    const entry = { version, on, reason, digest: textDigest, proof: proof?.publicText ?? null };
    return { ...entry, current: version === current };
  });
  return Promise.all(texts.toReversed());
}

/** Place of the event that fixed a version in the history of the matter. */
function signingOf(matter: MatterState, version: number): number {
  const fixing = matter.taken.flatMap(({ step }, at) =>
    step === 'sign' || step === 'amend' ? [at + 1] : [],
  );
  const nth = issuedTexts(matter).findLastIndex((text) => text.version === version);
  return fixing[nth] ?? fixing.at(-1)!;
}

/**
 * Place of the event that made a version public: its entry names the digest of the text, so that anybody can hold the
 * text against the ledger. Undefined for a version that never was public.
 */
function publishingOf(matter: MatterState, version: number): number | undefined {
  const signed = issuedTexts(matter);
  let fixed = 0;
  for (const [at, { step }] of matter.taken.entries()) {
    if (step === 'sign' || step === 'amend') fixed += 1;
    else if ((step === '$publish' || step === '$correct') && signed[fixed - 1]?.version === version) {
      return at + 1;
    }
  }
  return undefined;
}

async function countSentence(world: World, figure: DraftFigure): Promise<string> {
  const { id, name, text, previous, returned } = figure;
  const what = id.endsWith('~')
    ? `“${text}”是${name}与上年${previous ? `的${previous.text}` : ''}相比的变化`
    : `${name}为${text}`;
  if (returned) return `${what}，由“${returned.document}”载明，经核对后采用，不由台账记录计算。`;
  if (figure.denominator !== undefined) {
    return `${what}，由分子${figure.numerator}除以分母${figure.denominator}得出。`;
  }
  const catalogue = catalogueOf(world.systems.indicators);
  const { total } = await entriesOf(world.sql, catalogue, world.region.code, { ...figure.ask, limit: 1 });
  return `${what}，现有台账记录${total}条，记录中的个人信息不公开。`;
}

function periodSentence({ year }: ReportDraft, { ask }: DraftFigure): string {
  const whose = ask.unit === undefined ? '全区' : '本单位';
  return `统计期间为${year}年1月1日至12月31日，范围为${whose}。`;
}

const definitionSentence = ({ definition }: DraftFigure): string => `口径：${definition}`;

function sealSentence({ seal }: ReportDraft, matter: MatterState): string {
  const signed = typeof matter.facts.signedOn === 'string' ? chineseDate(matter.facts.signedOn) : '';
  return `数据以第${seal!.number}号封存（${chineseDate(legalDateOf(seal!.at))}，共${seal!.size}条留痕）为准，${signed}签发时固定，此后的补录和更正都另有留痕。`;
}
