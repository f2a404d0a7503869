import type { ReportHeadView, ReportView } from '../../client/contract/reports.ts';
import { type Instant, legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import { canonical } from '../../kernel/ledger/canonical.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import {
  compileReport,
  figuresUsed,
  openPoints,
  organOf,
  type ReportDraft,
  type ReportSkeleton,
  refigureReport,
  unmappedNumbers,
} from '../../reports/compiling/index.ts';
import { uuidv7 } from '../../store/entropy.ts';
import {
  findMatterOfPaper,
  findVersion,
  keepVersion,
  type PaperHead,
  type PaperVersion,
  paperHeads,
} from '../../store/papers/versions.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import { sayWhatHappened } from '../handlers/say.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { catalogueOf, type MeasuringAsk, type MeasuringWorld, measurementsOf } from './measurements.ts';

export const PROCEDURE = 'annual-report';

/** A version with its draft as the compiler knows it. */
export type Saved = Omit<PaperVersion, 'content'> & { readonly draft: ReportDraft };

/** What the writing of reports needs of the world. */
export function createStudio(world: World) {
  const { sql } = world;
  const catalogue = catalogueOf(world.systems.indicators);
  const measuring = (region: string): MeasuringWorld => ({
    sql,
    region,
    catalogue,
    personName: (id) => world.directory().personName(id),
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

    async create(session: Session, now: Instant, ask: MeasuringAsk) {
      const unit = unitSeenBy(session) ?? ask.unit;
      const whole = { skeleton: ask.skeleton, year: ask.year, ...(unit === undefined ? {} : { unit }) };
      const measurements = await measurementsOf(measuring(session.region), whole);
      const organ = unit === undefined ? organOf(world.region.name) : world.directory().unitName(unit);
      const report = uuidv7();
      const draft = compileReport({ ...measurements, skeleton: ask.skeleton, organ });
      await keep(session, now, { report, version: 1, draft });
      return { report, version: 1 };
    },

    async save(
      session: Session,
      now: Instant,
      report: string,
      { expected, ...written }: { expected: number } & Pick<ReportDraft, 'title' | 'opening' | 'chapters'>,
    ) {
      const { draft } = await open(session, report, expected);
      const version = expected + 1;
      await keep(session, now, { report, version, draft: { ...draft, ...written } });
      return { version };
    },

    async refigure(session: Session, now: Instant, report: string, expected: number) {
      const { draft } = await open(session, report, expected);
      const again = refigureReport(draft, await measurementsOf(measuring(session.region), draft));
      const before = new Map(draft.figures.map(({ id, text }) => [id, text]));
      const changed = again.figures.filter(({ id, text }) => before.get(id) !== text);
      await keep(session, now, { report, version: expected + 1, draft: again });
      return {
        version: expected + 1,
        changed: changed.map(({ id, name, text }) => `${name}：${before.get(id) ?? '无'} → ${text}`),
      };
    },

    async view(session: Session, report: string, version?: number): Promise<ReportView> {
      const saved = await open(session, report, version);
      const [state, heads] = await Promise.all([
        findMatterOfPaper(sql, session.region, PROCEDURE, report),
        paperHeads(sql, session.region, PROCEDURE, saved.unit ?? undefined),
      ]);
      const last = heads.find(({ year, unit }) => year === saved.year - 1 && unit === saved.unit);
      const before = last && (await findVersion(sql, session.region, PROCEDURE, last.paper, last.version));
      const lastDraft = before && savedOf(before).draft;
      return {
        head: headView(world, { ...saved, matter: state ?? null }),
        draft: mutable(saved.draft),
        openPoints: openPoints(saved.draft),
        unmapped: unmappedNumbers(saved.draft).map((entry) => ({ ...entry })),
        lastYear: lastDraft ? { title: lastDraft.title, chapters: mutable(lastDraft).chapters } : null,
        steps: stepsFor(world, session, state),
      };
    },

    /** Takes a step of the report's matter; version, digest and figures are put in here, by nobody's hand. */
    async step(
      session: Session,
      now: Instant,
      { report, step, request, input }: { report: string; step: string; request: string; input: JsonObject },
    ) {
      const state = await findMatterOfPaper(sql, session.region, PROCEDURE, report);
      const signed = step === 'sign' ? Number(state?.facts.version) : undefined;
      const saved = await open(session, report, signed);
      const answer = await world.run({
        region: session.region,
        request,
        procedure: PROCEDURE,
        ...(state ? { matter: state.id } : {}),
        step,
        input,
        provided: providedFor(step, saved),
        now,
        actor: { person: session.person.id, post: session.acting.id },
      });
      if (!answer.ok) throw new RefusedError(answer.refusal);
      return { matter: answer.matter, message: sayWhatHappened(world, step, answer.state, legalDateOf(now)) };
    },
  };
}
export type Studio = ReturnType<typeof createStudio>;

/** Digest of a draft as it is fixed at signing. */
export const digestOf = (draft: ReportDraft): string => sm3Hex(canonical(jsonOf(draft)));

/** What the report itself brings to a step. */
function providedFor(step: string, { paper, version, year, title, form, unit, draft }: Saved): JsonObject {
  switch (step) {
    case 'draft':
      return { year, title, skeleton: form, paper, version, ...(unit === null ? {} : { ofUnit: unit }) };
    case 'revise':
    case 'make-changes':
      return { version };
    case 'sign':
    case 'amend':
      return frozen(draft, version);
    default:
      return {};
  }
}

function frozen(draft: ReportDraft, version: number): JsonObject {
  const open = openPoints(draft);
  if (open.length > 0 || draft.seal === null) {
    return refuse('gate', 'reports.open-points', `报告还不能签发：${open.join('')}`);
  }
  return {
    version,
    digest: digestOf(draft),
    seal: draft.seal.number,
    sealRoot: draft.seal.root,
    figures: figuresUsed(draft).map(({ id, name, text, value, source }) => ({
      id,
      name,
      text,
      value: String(value),
      source,
    })),
  };
}

/** Steps open in the present stage to the post in use; what else they ask, the step itself refuses with its reason. */
function stepsFor(world: World, session: Session, state: MatterState | undefined): ReportView['steps'] {
  const { declaration } = world.systems.registry.get(PROCEDURE, state?.version);
  return Object.entries(declaration.steps)
    .filter(([, { from, by, afterClosing }]) => {
      if (!by.includes(session.acting.kind)) return false;
      if (!state) return from.length === 0;
      return (!state.closed || afterClosing) && from.some((stage) => state.stages.includes(stage));
    })
    .map(([step, { name }]) => ({ step, name, refusal: null }));
}

function headView(world: World, head: PaperHead): ReportHeadView {
  const { paper, version, year, unit, title, savedAt, matter } = head;
  return {
    report: paper,
    version,
    year,
    skeleton: head.form as ReportSkeleton,
    unit,
    title,
    savedByName: world.directory().personName(head.savedBy),
    savedAt,
    matter: matter && {
      id: matter.id,
      number: matter.number,
      seq: matter.seq,
      stages: [...matter.stages],
      stageNames: stageNamesOf(world, matter),
      closed: matter.closed,
      signedVersion: typeof matter.facts.signedOn === 'string' ? Number(matter.facts.version) : null,
      published: matter.publications.report?.publishedOn ?? null,
    },
  };
}

function stageNamesOf(world: World, { version, stages }: MatterState): string[] {
  const { declaration } = world.systems.registry.get(PROCEDURE, version);
  return stages.map((stage) => declaration.stages[stage]?.name ?? stage);
}

function savedOf({ content, ...found }: PaperVersion): Saved {
  return { ...found, draft: content as unknown as ReportDraft };
}

const jsonOf = (draft: ReportDraft): JsonObject => draft as unknown as JsonValue as JsonObject;
/** The same draft for the wire, whose types are not read-only. */
const mutable = (draft: ReportDraft) => draft as unknown as ReportView['draft'];
