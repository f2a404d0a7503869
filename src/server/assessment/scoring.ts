import { randomBytes } from 'node:crypto';
import { legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { type ClosedMarks, findMarks, keepMarks } from '../../store/assessment/closed-marks.ts';
import { childrenOf } from '../../store/matters/children.ts';
import { findMatter } from '../../store/matters/matter.ts';
import { digestOfMarks, type Round } from '../../systems/yearly/unit-assessment/index.ts';
import { resultsOf, type UnitResult } from '../../yearly/assessment/result.ts';
import type { Scheme } from '../../yearly/assessment/scheme.ts';
import { apart, countingMarks, observationOf, scoreUnit } from '../../yearly/assessment/score-unit.ts';
import { sayWhatHappened } from '../handlers/say.ts';
import { refuse } from '../http/problem.ts';
import { catalogueOf } from '../reports/measurements.ts';
import type { World } from '../world.ts';
import type { Acted } from './acted.ts';
import { demandMarks, type GivenByReviewer, judgedCodes, numbers, roundOf, saidOfMarks } from './marks.ts';
import { type Observations, observe } from './observe.ts';
import { PROCEDURE, type Schemes } from './schemes.ts';
import { factsOf, itemsFrom, marksOf, toRank } from './unit-facts.ts';

export const UNIT_PROCEDURE = 'unit-assessment';

/** An assessment under way: the matter, the scheme it was issued with, and its units. */
export interface Underway {
  readonly matter: MatterState;
  readonly scheme: Scheme;
  readonly children: readonly MatterState[];
}

/** Scoring of an assessment. Every number that a step takes comes from here, none from a form. */
export function createScoring(world: World, schemes: Schemes) {
  const { sql } = world;
  const catalogue = catalogueOf(world.systems.indicators);

  async function open(region: string, matter: string, unit?: string): Promise<Underway> {
    const found = await findMatter(sql, region, matter);
    if (found?.state.procedure !== PROCEDURE) {
      return refuse('not-found', 'assessment.matter', '没有这次考核，或者您无权查看。');
    }
    const { facts } = found.state;
    const [{ scheme }, children] = await Promise.all([
      schemes.open(region, String(facts.paper), Number(facts.version)),
      childrenOf(sql, region, matter, unit),
    ]);
    return { matter: found.state, scheme, children };
  }

  async function openUnit(region: string, matter: string, unit: string) {
    const underway = await open(region, matter, unit);
    const child = underway.children.find((entry) => entry.unit === unit);
    if (!child) return refuse('not-found', 'assessment.unit', '这个单位不在本次考核中，或者您无权查看。');
    return { ...underway, child };
  }

  const observations = (acted: Acted, { scheme }: Underway): Promise<Observations> =>
    observe({ sql, region: acted.region, catalogue }, scheme, scheme.year, acted.now);

  async function run(
    acted: Acted,
    asked: {
      procedure: string;
      matter: string;
      step: string;
      request: string;
      input?: JsonObject;
      provided?: JsonObject;
    },
  ): Promise<MatterState | undefined> {
    const answer = await world.run({ ...acted, input: {}, ...asked });
    if (!answer.ok) throw new RefusedError(answer.refusal);
    return answer.state;
  }

  const scoresOf = (scheme: Scheme, child: MatterState, { seen }: Observations, marks = marksOf(child)) => {
    const { verified = [], unitClass = '' } = factsOf(child);
    return scoreUnit(
      scheme,
      unitClass,
      (item) => {
        if (item.source.kind !== 'evidence') return seen(child.unit, item);
        const finding = verified.find(({ code }) => code === item.code);
        if (!finding) return undefined;
        const { code, value, falseMaterial } = finding;
        return {
          source: 'verified',
          observation: observationOf(item, { code, value: Number(value), falseMaterial }),
        };
      },
      marks,
    );
  };

  async function scoreOne(
    acted: Acted,
    underway: Underway,
    child: MatterState,
    seen: Observations,
    request: string,
  ) {
    if (!seen.seal)
      refuse('not-allowed-now', 'assessment.seal', '台账还没有封存，得分无从查证，请稍后再计分。');
    const items = itemsFrom(scoresOf(underway.scheme, child, seen));
    const provided = { items, seal: seen.seal!.number, sealRoot: seen.seal!.root };
    await run(acted, { procedure: UNIT_PROCEDURE, matter: child.id, step: 'score', request, provided });
    return items.length;
  }

  /** Scores every unit that is not told yet, from one reading of the figures. */
  async function score(acted: Acted, matter: string, request: string) {
    const underway = await open(acted.region, matter);
    const waiting = underway.children.filter(({ stages }) =>
      stages.some((stage) => stage === 'scoring' || stage === 'appealed'),
    );
    if (waiting.length === 0) {
      return refuse(
        'not-allowed-now',
        'assessment.told',
        '各单位的得分已经告知，不能再计分；对得分有异议的按申诉办理。',
      );
    }
    const seen = await observations(acted, underway);
    const counts = await Promise.all(
      waiting.map((child) => scoreOne(acted, underway, child, seen, partOf(request, child.unit))),
    );
    return {
      units: waiting.length,
      items: counts.reduce((sum, count) => sum + count, 0),
      message: `已按第${seen.seal!.number}号封存给${waiting.length}个单位计分，共${counts.reduce((sum, count) => sum + count, 0)}项；其余各项等待核验和评议。`,
    };
  }

  /** Enters what a unit's material shows, and scores the unit again with it. */
  async function verify(acted: Acted, matter: string, unit: string, request: string, findings: JsonValue) {
    const { child } = await openUnit(acted.region, matter, unit);
    await run(acted, {
      procedure: UNIT_PROCEDURE,
      matter: child.id,
      step: 'verify',
      request,
      input: { findings },
    });
    const again = await openUnit(acted.region, matter, unit);
    const seen = await observations(acted, again);
    await scoreOne(acted, again, again.child, seen, partOf(request, 'score'));
    return { message: `已记录${(findings as JsonValue[]).length}项核验结果，并重新计分。` };
  }

  /** Closes a reviewer's marks: the ledger takes their digest, nobody sees them until they are opened together. */
  async function judge(
    acted: Acted,
    matter: string,
    unit: string,
    request: string,
    marks: readonly GivenByReviewer[],
  ) {
    const { scheme, child } = await openUnit(acted.region, matter, unit);
    const round = roundOf(child);
    const { unitClass = '' } = factsOf(child);
    const asked =
      round === 'third'
        ? (factsOf(child).apart ?? []).map(({ code }) => code)
        : judgedCodes(scheme, unitClass);
    demandMarks(scheme, unitClass, asked, marks);
    const salt = randomBytes(16).toString('hex');
    const plain = marks.map(({ code, points, remark }) => ({
      code,
      points: String(points),
      ...(remark ? { remark } : {}),
    }));
    const digest = digestOfMarks(salt, plain);
    // Kept before the step: a digest without its marks could never be opened.
    await keepMarks(sql, acted.region, {
      place: `${child.id} ${round}`,
      year: scheme.year,
      digest,
      content: { salt, marks: plain },
      by: acted.actor.person,
      at: acted.now,
    });
    const first = round === 'second' ? await marksKept(acted.region, child, 'first') : undefined;
    const far = first ? apart(scheme, unitClass, numbers(first.marks), marks) : [];
    await run(acted, {
      procedure: UNIT_PROCEDURE,
      matter: child.id,
      step: `judge-${round}`,
      request,
      provided: {
        [`${round}Digest`]: digest,
        ...(round === 'second' ? { apart: far.map((code) => ({ code })) } : {}),
      },
    });
    return { message: saidOfMarks(round, far.length) };
  }

  async function marksKept(region: string, child: MatterState, round: Round): Promise<ClosedMarks> {
    const digest = factsOf(child)[`${round}Digest`] ?? '';
    const found = await findMarks(sql, region, `${child.id} ${round}`, digest);
    return found ?? refuse('not-found', 'assessment.marks', '没有找到评议人员提交的评分。');
  }

  /** Opens the marks of every unit whose reviewers are done. */
  async function openMarks(
    acted: Acted,
    { scheme, children }: Underway,
    seen: Observations,
    request: string,
  ): Promise<void> {
    const ready = children.filter(
      (child) => child.stages.includes('scoring') && factsOf(child).secondDigest && !factsOf(child).opened,
    );
    for (const child of ready) {
      const { thirdDigest, apart: far = [] } = factsOf(child);
      const rounds: Round[] = thirdDigest ? ['first', 'second', 'third'] : ['first', 'second'];
      const kept = await Promise.all(rounds.map((round) => marksKept(acted.region, child, round)));
      const [first, second, third] = kept.map(({ marks }) => numbers(marks));
      const counting = countingMarks(
        far.map(({ code }) => code),
        [first!, second!],
        third ?? [],
      );
      const opened = kept.flatMap(({ marks }, at) => marks.map((mark) => ({ round: rounds[at]!, ...mark })));
      await run(acted, {
        procedure: UNIT_PROCEDURE,
        matter: child.id,
        step: 'open-marks',
        request: partOf(request, child.unit),
        provided: {
          opened: opened as unknown as JsonValue,
          salts: kept.map(({ salt }, at) => ({ round: rounds[at]!, salt })),
          items: itemsFrom(scoresOf(scheme, child, seen, counting)),
        },
      });
    }
  }

  /** Tells all units: their reviewers' marks are opened first, so that nobody saw them before. */
  async function tell(acted: Acted, matter: string, request: string, input: JsonObject) {
    const underway = await open(acted.region, matter);
    await openMarks(acted, underway, await observations(acted, underway), request);
    const state = await run(acted, { procedure: PROCEDURE, matter, step: 'tell', request, input });
    return { message: sayWhatHappened(world, 'tell', state, legalDateOf(acted.now)) };
  }

  async function conclude(acted: Acted, matter: string, request: string) {
    const underway = await open(acted.region, matter);
    const { scheme } = underway;
    const results = rank(underway).map(
      ({ unit, unitClass, score: points, bonus, grade, rank: place, of }) => ({
        unit,
        unitName: world.directory().shortName(unit),
        unitClass,
        className: scheme.classes.find(({ id }) => id === unitClass)?.name ?? unitClass,
        score: String(points),
        bonus: String(bonus),
        grade,
        rank: place,
        of,
      }),
    );
    const state = await run(acted, {
      procedure: PROCEDURE,
      matter,
      step: 'conclude',
      request,
      provided: { results },
    });
    return { message: sayWhatHappened(world, 'conclude', state, legalDateOf(acted.now)) };
  }

  return { open, openUnit, score, verify, judge, tell, conclude, catalogue };
}
export type Scoring = ReturnType<typeof createScoring>;

/** Scores, grades and places as they stand, with what appeals changed. */
export const rank = ({ scheme, children }: Underway): UnitResult[] => resultsOf(scheme, children.map(toRank));

/** Idempotency key of one of the acts that an act consists of. */
const partOf = (request: string, part: string): string => sm3Hex(`${request} ${part}`).slice(0, 40);
