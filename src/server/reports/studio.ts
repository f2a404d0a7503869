import type { ReportHeadView, ReportView, VersionView } from '../../client/contract/reports.ts';
import { type Instant, legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import {
  compileReport,
  type Explanation,
  openPoints,
  organOf,
  printedText,
  type ReportDraft,
  refigureReport,
  slotsInDraft,
  textsOf,
  unknownFigures,
  unmappedNumbers,
} from '../../reports/compiling/index.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { versionsOf } from '../../store/papers/history.ts';
import { findMatterOfPaper, findVersion, keepVersion, paperHeads } from '../../store/papers/versions.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import { sayWhatHappened } from '../handlers/say.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { broughtReport } from './brought.ts';
import { issuedTexts, jsonOf, PROCEDURE, type Saved, savedOf } from './drafts.ts';
import { headView } from './heads.ts';
import { catalogueOf, type MeasuringAsk, type MeasuringWorld, measurementsOf } from './measurements.ts';
import { deadlinesOf, providedFor, stepsFor, whyReadOnly } from './signing.ts';

interface Saving extends Pick<ReportDraft, 'title' | 'opening' | 'chapters'> {
  readonly expected: number;
  readonly explained?: readonly Pick<Explanation, 'code' | 'text' | 'context' | 'reason'>[];
}

/** Figures that say something else than before, in words. */
function changesBetween(before: ReportDraft, after: ReportDraft): string[] {
  const texts = new Map(before.figures.map(({ id, text }) => [id, text]));
  return after.figures
    .filter(({ id, text }) => texts.has(id) && texts.get(id) !== text)
    .map(({ id, name, text }) => `${name}：${texts.get(id)} → ${text}`);
}

/** Refuses the report of a year that is still to come: it would compare nothing with a whole year. */
function assertBegun(year: number, now: Instant): void {
  const present = Number(legalDateOf(now).slice(0, 4));
  if (year <= present) return;
  refuse('not-allowed-now', 'reports.year', `${year}年还没有开始，不能编制这一年度的报告。`);
}

/**
 * One report a year and organ: a second draft is begun on purpose only, and none beside a report that is before
 * others or issued, since the public would not know which of the two holds.
 */
function assertFirst(own: readonly ReportHeadView[], another: boolean): void {
  const [sent] = own.filter(({ matter }) => matter !== null);
  const [first] = sent ? [sent] : own;
  if (!first || (!sent && another)) return;
  const { year, title, matter, savedByName } = first;
  const stands = matter ? matter.stageNames.join('、') : `编写中，${savedByName}最后修改`;
  const instead = matter ? '需要改动的，在这份报告上退回修改或者更正。' : '请在这份报告上接着写。';
  refuse('not-allowed-now', 'reports.one-a-year', `${year}年度已有“${title}”（${stands}）。${instead}`);
}

const toMend = (draft: ReportDraft) => ({
  openPoints: openPoints(draft),
  unmapped: unmappedNumbers(draft).map((entry) => ({ ...entry })),
});

/** What the writing of reports needs of the world. */
export function createStudio(world: World) {
  const { sql } = world;
  const catalogue = catalogueOf(world.systems.indicators);
  const measuring = (region: string): MeasuringWorld => ({
    sql,
    region,
    catalogue,
    personName: (id) => world.directory().personName(id),
    unitName: (code) => world.directory().unitName(code),
  });

  /** Throws `not-found` for what is not there or belongs to another unit. */
  async function open(session: Session, report: string, version?: number): Promise<Saved> {
    const found = await findVersion(sql, session.region, PROCEDURE, report, version);
    const own = unitSeenBy(session);
    if (!found || (own !== undefined && found.unit !== own)) {
      return refuse('not-found', 'reports.report', '没有这份报告，或者您无权查看。');
    }
    return savedOf(found);
  }

  /** The version to write on. Refuses while the report lies before others, and to those who only read it. */
  async function editable(session: Session, report: string, expected: number): Promise<Saved> {
    const saved = await open(session, report, expected);
    const reason = whyReadOnly(session, await findMatterOfPaper(sql, session.region, PROCEDURE, report));
    return reason === undefined ? saved : refuse('not-allowed-now', 'reports.read-only', reason);
  }

  async function measuredAnew(session: Session, draft: ReportDraft): Promise<ReportDraft> {
    const { skeleton, year, unit } = draft;
    const ask = { skeleton, year, ...(unit === undefined ? {} : { unit }), more: slotsInDraft(draft) };
    return refigureReport(draft, await measurementsOf(measuring(session.region), ask));
  }

  async function keep(
    session: Session,
    now: Instant,
    { report, version, draft }: { report: string; version: number; draft: ReportDraft },
  ): Promise<void> {
    await keepVersion(sql, session.region, {
      paper: report,
      version,
      kind: PROCEDURE,
      year: draft.year,
      form: draft.skeleton,
      unit: draft.unit ?? null,
      title: draft.title,
      content: jsonOf(draft),
      savedBy: session.person.id,
      savedAt: now,
    });
  }

  return {
    open,
    heads: async (session: Session) =>
      (await paperHeads(sql, session.region, PROCEDURE, unitSeenBy(session))).map((head) =>
        headView(world, head),
      ),

    async create(session: Session, now: Instant, ask: MeasuringAsk, another = false) {
      const unit = unitSeenBy(session) ?? ask.unit;
      assertBegun(ask.year, now);
      const heads = await paperHeads(sql, session.region, PROCEDURE, unit);
      const own = heads.filter((head) => head.year === ask.year && head.unit === (unit ?? null));
      assertFirst(
        own.map((head) => headView(world, head)),
        another,
      );
      const whole = { skeleton: ask.skeleton, year: ask.year, ...(unit === undefined ? {} : { unit }) };
      const measurements = await measurementsOf(measuring(session.region), whole);
      const organ = unit === undefined ? organOf(world.region.name) : world.directory().unitName(unit);
      const report = uuidv7();
      const draft = compileReport({ ...measurements, skeleton: ask.skeleton, organ });
      await keep(session, now, { report, version: 1, draft });
      return { report, version: 1 };
    },

    async save(session: Session, now: Instant, report: string, { expected, explained, ...written }: Saving) {
      const { draft } = await editable(session, report, expected);
      const version = expected + 1;
      const kept = explained ? explainedBy(session, now, draft.explained ?? [], explained) : draft.explained;
      const next = { ...draft, ...written, ...(kept ? { explained: kept } : {}) };
      // A figure somebody put in is measured with all others, so that the draft stands on one seal.
      const measured = unknownFigures(next).length > 0;
      const again = measured ? await measuredAnew(session, next) : next;
      await keep(session, now, { report, version, draft: again });
      const changed = measured ? changesBetween(draft, again) : [];
      return { version, measured, changed, ...toMend(again) };
    },

    async refigure(session: Session, now: Instant, report: string, expected: number) {
      const { draft } = await editable(session, report, expected);
      const again = await measuredAnew(session, draft);
      await keep(session, now, { report, version: expected + 1, draft: again });
      return { version: expected + 1, changed: changesBetween(draft, again) };
    },

    async view(session: Session, report: string, version?: number): Promise<ReportView> {
      const saved = await open(session, report, version);
      const state = await findMatterOfPaper(sql, session.region, PROCEDURE, report);
      const readOnly = whyReadOnly(session, state);
      return {
        head: headView(world, { ...saved, matter: state ?? null }),
        draft: mutable(saved.draft),
        ...toMend(saved.draft),
        lastYear: await lastYearOf(world, saved),
        steps: stepsFor(world, session, state),
        editable: readOnly === undefined,
        readOnlyReason: readOnly ?? null,
        deadlines: deadlinesOf(world, saved.year, state),
      };
    },

    async versions(session: Session, report: string): Promise<VersionView[]> {
      await open(session, report);
      const [heads, state] = await Promise.all([
        versionsOf(sql, session.region, PROCEDURE, report),
        findMatterOfPaper(sql, session.region, PROCEDURE, report),
      ]);
      const issued = issuedTexts(state);
      return heads.map(({ version, savedBy, savedAt }) => ({
        version,
        savedByName: world.directory().personName(savedBy),
        savedAt,
        marks: [
          ...(issued.some((text) => text.version === version) ? ['签发'] : []),
          ...(state?.facts.version === version && issued.length === 0 ? ['送审'] : []),
        ],
      }));
    },

    /** Takes a step of the report's matter; version, digest and figures are put in here, by nobody's hand. */
    async step(
      session: Session,
      now: Instant,
      { report, step, request, input }: { report: string; step: string; request: string; input: JsonObject },
    ) {
      const state = await findMatterOfPaper(sql, session.region, PROCEDURE, report);
      // What goes on is the version that was sent on; later ones are somebody's work in hand.
      const fixed = step === 'sign' || step === 'review' ? Number(state?.facts.version) : undefined;
      const saved = await open(session, report, fixed);
      const answer = await world.run({
        region: session.region,
        request,
        procedure: PROCEDURE,
        ...(state ? { matter: state.id } : {}),
        step,
        input,
        provided: await providedFor(world, step, saved, now),
        now,
        actor: { person: session.person.id, post: session.acting.id },
      });
      if (!answer.ok) throw new RefusedError(answer.refusal);
      return { matter: answer.matter, message: sayWhatHappened(world, step, answer.state, legalDateOf(now)) };
    },
  };
}
export type Studio = ReturnType<typeof createStudio>;

/** Explanations with who gave each and when: one that was there already keeps its own. */
function explainedBy(
  session: Session,
  now: Instant,
  before: readonly Explanation[],
  given: readonly Pick<Explanation, 'code' | 'text' | 'context' | 'reason'>[],
): Explanation[] {
  return given.map((entry) => {
    const known = before.find(
      ({ code, text, context, reason }) =>
        code === entry.code && text === entry.text && context === entry.context && reason === entry.reason,
    );
    return known ?? { ...entry, by: session.person.name, on: legalDateOf(now) };
  });
}

/** Last year's report as it was printed: written here, or brought as a file. */
async function lastYearOf(world: World, { year, unit }: Saved): Promise<ReportView['lastYear']> {
  const region = world.region.code;
  const heads = await paperHeads(world.sql, region, PROCEDURE, unit ?? undefined);
  const last = heads.find((head) => head.year === year - 1 && head.unit === unit);
  if (last) {
    const { signedOn, version } = last.matter?.facts ?? {};
    const signed = typeof signedOn === 'string' ? Number(version) : undefined;
    const found = await findVersion(world.sql, region, PROCEDURE, last.paper, signed);
    if (found) return { source: 'own', ...printedDraft(savedOf(found).draft) };
  }
  const brought = unit === null ? await broughtReport(world.sql, region, year - 1) : undefined;
  if (!brought) return null;
  const chapters = brought.chapters.map(({ title, paragraphs }) => ({ title, paragraphs: [...paragraphs] }));
  return { source: 'brought', title: brought.title, chapters };
}

function printedDraft({ title, opening, chapters, figures }: ReportDraft) {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    title,
    chapters: [{ title: '引言', blocks: opening }, ...chapters].map((chapter) => ({
      title: chapter.title,
      paragraphs: chapter.blocks
        .filter(({ kind }) => kind !== 'todo')
        .map((block) =>
          textsOf(block)
            .map((text) => printedText(text, known))
            .join('　'),
        ),
    })),
  };
}

/** The same draft for the wire, whose types are not read-only. */
const mutable = (draft: ReportDraft) => draft as unknown as ReportView['draft'];
