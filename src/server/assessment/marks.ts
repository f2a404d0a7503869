import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { ClosedMarks } from '../../store/assessment/closed-marks.ts';
import type { Round } from '../../systems/yearly/unit-assessment/index.ts';
import { isJudged, itemsFor, type Scheme } from '../../yearly/assessment/scheme.ts';
import type { Mark } from '../../yearly/assessment/score-unit.ts';
import { refuse } from '../http/problem.ts';
import { factsOf } from './unit-facts.ts';

export interface GivenByReviewer extends Mark {
  readonly remark?: string | undefined;
}

export const numbers = (marks: ClosedMarks['marks']): Mark[] =>
  marks.map(({ code, points }) => ({ code, points: Number(points) }));

export const judgedCodes = (scheme: Scheme, unitClass: string): string[] =>
  itemsFor(scheme, unitClass)
    .filter(isJudged)
    .map(({ code }) => code);

/** Whose turn it is; the kernel says whether this person may take it. */
export function roundOf(child: MatterState): Round {
  const { firstDigest, secondDigest } = factsOf(child);
  return firstDigest === undefined ? 'first' : secondDigest === undefined ? 'second' : 'third';
}

/** Refuses marks that leave an item out, or pass its full marks. */
export function demandMarks(
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

export function saidOfMarks(round: Round, far: number): string {
  if (round === 'first') return '评分已封存，另一名评议人员提交后一并启封。';
  if (round === 'third') return '评分已封存，告知得分时一并启封。';
  return far > 0
    ? `评分已封存。有${far}项与另一名评议人员差距超过方案规定，需要第三人评议。`
    : '评分已封存，两人的评分没有超过规定的差距，告知得分时一并启封。';
}
