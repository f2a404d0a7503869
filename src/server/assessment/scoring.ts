import { randomBytes } from 'node:crypto';
import { legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { childrenOf } from '../../store/assessment/matters.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { findMatter } from '../../store/matters/matter.ts';
import { findVersion, keepVersion } from '../../store/papers/versions.ts';
import { digestOfMarks, type GivenMark, type Round } from '../../systems/yearly/unit-assessment/index.ts';
import { resultsOf, type UnitResult } from '../../yearly/assessment/result.ts';
import { isJudged, itemsFor, type Scheme } from '../../yearly/assessment/scheme.ts';
import {
  apart,
  countingMarks,
  type Mark,
  observationOf,
  scoreUnit,
} from '../../yearly/assessment/score-unit.ts';
import { sayWhatHappened } from '../handlers/say.ts';
import { refuse } from '../http/problem.ts';
import { catalogueOf } from '../reports/measurements.ts';
import type { World } from '../world.ts';
import type { Acted } from './acted.ts';
import { type Observations, observe } from './observe.ts';
import { PROCEDURE, type Schemes } from './schemes.ts';
import { factsOf, itemsFrom, marksOf, toRank } from './unit-facts.ts';

export const UNIT_PROCEDURE = 'unit-assessment';
/** Closed marks of reviewers: papers that only their writer's step opens. */
const MARKS = 'assessment-marks';

/** An assessment under way: the matter, the scheme it was issued with, and its units. */
export interface Underway {
  readonly matter: MatterState;
  readonly scheme: Scheme;
  readonly children: readonly MatterState[];
}

export interface GivenByReviewer extends Mark {
  readonly remark?: string | undefined;
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
    const paper = uuidv7();
    const plain = marks.map(({ code, points, remark }) => ({
      code,
      points: String(points),
      ...(remark ? { remark } : {}),
    }));
    const content = { child: child.id, round, salt, marks: plain };
    const digest = digestOfMarks(salt, plain);
    // The paper comes first: a digest without its marks could never be opened.
    await keepVersion(sql, acted.region, {
      paper,
      version: 1,
      kind: MARKS,
      year: scheme.year,
      form: `${child.id} ${round}`,
      unit: null,
      title: digest,
      content: content as unknown as JsonObject,
      savedBy: acted.actor.person,
      savedAt: acted.now,
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
    const digest = factsOf(child)[`${round}Digest`];
    const [row] = await sql<{ paper: string }[]>`
      select paper from paper_version where region = ${region} and kind = ${MARKS} and form = ${`${child.id} ${round}`} and title = ${digest ?? ''}`;
    const found = row && (await findVersion(sql, region, MARKS, row.paper));
    if (!found) return refuse('not-found', 'assessment.marks', '没有找到评议人员提交的评分。');
    return found.content as unknown as ClosedMarks;
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
    const results = rank(underway).map(
      ({ unit, unitClass, score: points, bonus, grade, rank: place, of }) => ({
        unit,
        unitClass,
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

interface ClosedMarks {
  readonly salt: string;
  readonly marks: readonly Omit<GivenMark, 'round'>[];
}

/** Scores, grades and places as they stand, with what appeals changed. */
export const rank = ({ scheme, children }: Underway): UnitResult[] => resultsOf(scheme, children.map(toRank));

const numbers = (marks: readonly Omit<GivenMark, 'round'>[]): Mark[] =>
  marks.map(({ code, points }) => ({ code, points: Number(points) }));

export const judgedCodes = (scheme: Scheme, unitClass: string): string[] =>
  itemsFor(scheme, unitClass)
    .filter(isJudged)
    .map(({ code }) => code);

/** Idempotency key of one of the acts that an act consists of. */
const partOf = (request: string, part: string): string => sm3Hex(`${request} ${part}`).slice(0, 40);

/** Whose turn it is; the kernel says whether this person may take it. */
export function roundOf(child: MatterState): Round {
  const { firstDigest, secondDigest } = factsOf(child);
  return firstDigest === undefined ? 'first' : secondDigest === undefined ? 'second' : 'third';
}

function demandMarks(
  scheme: Scheme,
  unitClass: string,
  asked: readonly string[],
  marks: readonly GivenByReviewer[],
): void {
  const given = marks.map(({ code }) => code);
  if ([...given].sort().join() !== [...asked].sort().join()) {
    refuse('invalid', 'assessment.marks', `评议应当逐项评分：${asked.join('、')}。`);
  }
  const items = itemsFor(scheme, unitClass);
  const beyond = marks.find(({ code, points }) => {
    const most = items.find((item) => item.code === code)!.points[unitClass]!;
    return points < 0 || points > most || Math.abs(points * 100 - Math.round(points * 100)) > 1e-6;
  });
  if (beyond)
    refuse('invalid', 'assessment.marks', `${beyond.code} 的评分应当在0分和该项分值之间，最多两位小数。`);
}

function saidOfMarks(round: Round, far: number): string {
  if (round === 'first') return '评分已封存，另一名评议人员提交后一并启封。';
  if (round === 'third') return '评分已封存，告知得分时一并启封。';
  return far > 0
    ? `评分已封存。有${far}项与另一名评议人员差距超过方案规定，需要第三人评议。`
    : '评分已封存，两人的评分没有超过规定的差距，告知得分时一并启封。';
}
