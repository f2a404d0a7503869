import type { SchemeHeadView, SchemeView } from '../../client/contract/assessment-views.ts';
import { unitsToChoose } from '../../client/units.ts';
import { type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import { canonical } from '../../kernel/ledger/canonical.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { allowedSteps } from '../../kernel/procedure/outlook.ts';
import { readWorkbook } from '../../lists/excel/workbook.ts';
import { uuidv7 } from '../../store/entropy.ts';
import {
  findMatterOfPaper,
  findVersion,
  keepVersion,
  type PaperHead,
  type PaperVersion,
  paperHeads,
} from '../../store/papers/versions.ts';
import { checkScheme, type Known, type SchemeProblem, sumFor } from '../../yearly/assessment/check.ts';
import { type ClassedUnits, exampleScheme, modelOf2021 } from '../../yearly/assessment/example.ts';
import { readScheme, type SheetProblem } from '../../yearly/assessment/excel.ts';
import { isJudged, itemsFor, itemsOf, numbered, type Scheme } from '../../yearly/assessment/scheme.ts';
import { ruleText } from '../../yearly/assessment/scoring/rule-words.ts';
import { viewContext } from '../handlers/matter-view.ts';
import { stageNames } from '../handlers/matters.ts';
import { sayWhatHappened } from '../handlers/say.ts';
import { refuse } from '../http/problem.ts';
import { catalogueOf } from '../reports/measurements.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import type { Acted } from './acted.ts';

export const PROCEDURE = 'assessment';

export type SavedScheme = Omit<PaperVersion, 'content'> & { readonly scheme: Scheme };

/** Writing, checking and issuing of schemes: papers beside the ledger, until a step fixes one version by its digest. */
export function createSchemes(world: World) {
  const { sql } = world;
  const catalogue = catalogueOf(world.systems.indicators);
  const known = (): Known => ({
    measure: (id) => {
      const found = catalogue.find(id);
      return found && (found.measure === 'rate' ? 'rate' : 'count');
    },
    unitName: world.directory().shortName,
    isUnit: (code) => world.directory().units.some((unit) => unit.code === code),
  });
  const check = (scheme: Scheme): SchemeProblem[] => checkScheme(scheme, known());

  async function open(region: string, paper: string, version?: number): Promise<SavedScheme> {
    const found = await findVersion(sql, region, PROCEDURE, paper, version);
    if (!found) return refuse('not-found', 'assessment.scheme', '没有这个考核方案，或者您无权查看。');
    const { content, ...head } = found;
    return { ...head, scheme: content as unknown as Scheme };
  }

  async function keep(acted: Acted, paper: string, version: number, scheme: Scheme) {
    await keepVersion(sql, acted.region, {
      paper,
      version,
      kind: PROCEDURE,
      year: scheme.year,
      form: '',
      unit: null,
      title: scheme.title,
      content: jsonOf(scheme),
      savedBy: acted.actor.person,
      savedAt: acted.now,
    });
    return { version, problems: check(scheme) };
  }

  const heads = async (region: string) =>
    (await paperHeads(sql, region, PROCEDURE)).map((head) => headView(world, head));

  return {
    open,
    heads,
    check,

    async create(acted: Acted, { year, from }: { year: number; from: 'example' | 'model-2021' | 'last' }) {
      const scheme =
        from === 'last' ? await lastScheme(year) : startOf(world, year, from, legalDateOf(acted.now));
      const paper = uuidv7();
      await keep(acted, paper, 1, scheme);
      return { paper, version: 1 };

      async function lastScheme(of: number): Promise<Scheme> {
        const before = (await paperHeads(sql, acted.region, PROCEDURE)).find((head) => head.year < of);
        if (!before)
          return refuse('not-found', 'assessment.scheme', '没有以前年度的方案，请从示例或者空白框架开始。');
        const { scheme: last } = await open(acted.region, before.paper);
        // A decision to publish holds for its own year.
        const title = last.title.replace(String(last.year), String(of));
        return { ...last, year: of, title, publicity: null };
      }
    },

    async save(acted: Acted, paper: string, { expected, scheme }: { expected: number; scheme: Scheme }) {
      const before = await open(acted.region, paper, expected);
      if (scheme.year !== before.year) refuse('invalid', 'assessment.year', '考核年度不能更改，请另建方案。');
      await beforeIssue(acted.region, paper);
      return keep(acted, paper, expected + 1, numbered(scheme));
    },

    /** Replaces the items by those of a sheet; keeps nothing where a cell is wrong. */
    async bring(
      acted: Acted,
      paper: string,
      { expected, bytes }: { expected: number; bytes: Uint8Array },
    ): Promise<{ version: number | null; problems: readonly SheetProblem[] }> {
      const { scheme } = await open(acted.region, paper, expected);
      await beforeIssue(acted.region, paper);
      const read = readScheme(await readWorkbook(bytes), scheme);
      if (read.problems.length > 0) return { version: null, problems: read.problems.slice(0, 200) };
      const { version } = await keep(acted, paper, expected + 1, read.scheme);
      return { version, problems: [] };
    },

    async view(session: Session, now: Instant, paper: string, version?: number): Promise<SchemeView> {
      const saved = await open(session.region, paper, version);
      const found = await findMatterOfPaper(sql, session.region, PROCEDURE, paper);
      const matter = inForce(found);
      const procedure = world.systems.registry.get(PROCEDURE, matter?.version);
      const context = viewContext(world, session, {}, now);
      const { scheme } = saved;
      return {
        head: headView(world, { ...saved, matter: found ?? null }),
        scheme: mutable(scheme),
        problems: check(scheme),
        sums: Object.fromEntries(scheme.classes.map(({ id }) => [id, sumFor(scheme, id)])),
        words: Object.fromEntries(itemsOf(scheme).map(({ code, rule }) => [code, ruleText(rule)])),
        steps: allowedSteps(procedure, matter, context).filter(({ step }) => AT_PAPER.includes(step)),
        editable: isOpen(matter),
        voided: matter === undefined && found !== undefined ? voidedView(found) : null,
      };
    },

    /** Submits, sends back or issues a scheme; what it holds is put in here, by nobody's hand. */
    async step(
      acted: Acted,
      { paper, step, request, input }: { paper: string; step: string; request: string; input: JsonObject },
    ) {
      if (!AT_PAPER.includes(step)) refuse('invalid', 'assessment.step', '这个环节不在方案页面办理。');
      const found = await findMatterOfPaper(sql, acted.region, PROCEDURE, paper);
      const state = inForce(found);
      const submitted = step === 'issue' ? Number(state?.facts.version) : undefined;
      const saved = await open(acted.region, paper, submitted);
      if (step !== 'send-back' && step !== 'void') demandSound(check(saved.scheme));
      const answer = await world.run({
        region: acted.region,
        request,
        procedure: PROCEDURE,
        ...(state ? { matter: state.id } : {}),
        step,
        input,
        provided: providedFor(step, saved, found, world.directory().shortName),
        now: acted.now,
        actor: acted.actor,
      });
      if (!answer.ok) throw new RefusedError(answer.refusal);
      return {
        matter: answer.matter,
        message: sayWhatHappened(world, step, answer.state, legalDateOf(acted.now)),
      };
    },
  };

  async function beforeIssue(region: string, paper: string): Promise<void> {
    if (!isOpen(inForce(await findMatterOfPaper(sql, region, PROCEDURE, paper)))) {
      refuse(
        'not-allowed-now',
        'assessment.issued',
        '方案已经印发，不能再修改。考核还没有开始的，可以先撤销方案，修改后重新送审；已经开始的，请另建方案。',
      );
    }
  }
}
export type Schemes = ReturnType<typeof createSchemes>;

/** Steps taken at the scheme's page; the others at the board of the assessment. */
const AT_PAPER: readonly string[] = ['submit', 'send-back', 'resubmit', 'issue', 'void'];

/** An assessment that was called back leaves its scheme free to be mended and submitted again. */
const inForce = (matter: MatterState | undefined): MatterState | undefined =>
  matter?.stages.includes('voided') ? undefined : matter;

/** A scheme may be written while nobody issued it. */
const isOpen = (matter: MatterState | undefined): boolean =>
  matter === undefined || matter.stages.some((stage) => stage === 'approving' || stage === 'revising');

const voidedView = ({ id, number, closedOn, facts }: MatterState): NonNullable<SchemeView['voided']> => ({
  matter: id,
  number,
  on: closedOn ?? '',
  reason: String(facts.voidReason ?? ''),
});

function demandSound(problems: readonly SchemeProblem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const shown = errors
    .slice(0, 3)
    .map(({ message }) => message)
    .join('');
  refuse('invalid', 'assessment.sound', `方案还有${errors.length}处错误：${shown}请改正并保存后再办理。`);
}

/** Digest of a scheme as a step fixes it. */
export const digestOf = (scheme: Scheme): string => sm3Hex(canonical(jsonOf(scheme)));

function providedFor(
  step: string,
  { paper, version, year, title, scheme }: SavedScheme,
  before: MatterState | undefined,
  unitName: (code: string) => string,
): JsonObject {
  const fixed = { version, digest: digestOf(scheme) };
  switch (step) {
    case 'submit':
      return { year, title, paper, ...fixed, ...(before ? { replaces: before.number } : {}) };
    case 'resubmit':
      return fixed;
    case 'issue':
      return { ...fixed, ...partiesOf(scheme, unitName), ...publicityOf(scheme) };
    default:
      return {};
  }
}

const publicityOf = ({ publicity }: Scheme): JsonObject =>
  publicity ? { publicity: publicity.show, publicityDecision: publicity.decision } : { publicity: 'none' };

/** Who is assessed, and what about them no record holds. */
function partiesOf(scheme: Scheme, unitName: (code: string) => string): JsonObject {
  return {
    units: scheme.classes.flatMap(({ id, units }) =>
      units.map((unit) => ({ unit, unitName: unitName(unit), unitClass: id })),
    ),
    gaps: scheme.classes.flatMap(({ id }) =>
      itemsFor(scheme, id)
        .filter((item) => isJudged(item) || item.source.kind === 'evidence')
        .map((item) => ({ unitClass: id, code: item.code, kind: item.source.kind })),
    ),
  };
}

/** Classes by what the units' register says they are. */
function startOf(world: World, year: number, from: 'example' | 'model-2021', today: LegalDate): Scheme {
  const units: Record<keyof ClassedUnits, string[]> = { enforcement: [], general: [], town: [] };
  for (const { code, class: sort } of unitsToChoose(world.directory().units, today)) {
    if (/镇|街|乡/.test(sort)) units.town.push(code);
    else if (/执法|审批/.test(sort)) units.enforcement.push(code);
    else units.general.push(code);
  }
  return from === 'example' ? exampleScheme(year, units) : modelOf2021(year, units);
}

function headView(world: World, head: PaperHead): SchemeHeadView {
  const { paper, version, year, title, savedAt, matter } = head;
  return {
    paper,
    version,
    year,
    title,
    savedByName: world.directory().personName(head.savedBy),
    savedAt,
    matter: matter && {
      id: matter.id,
      stages: [...matter.stages],
      stageNames: stageNames(world.systems.registry.get(PROCEDURE, matter.version), matter.stages),
      closed: matter.closed,
    },
  };
}

const jsonOf = (scheme: Scheme): JsonObject => scheme as unknown as JsonValue as JsonObject;
/** The same scheme for the wire, whose types are not read-only. */
const mutable = (scheme: Scheme) => scheme as unknown as SchemeView['scheme'];
