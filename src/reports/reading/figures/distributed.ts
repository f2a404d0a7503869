import type { NumberToken } from '../numbers/index.ts';
import type { Candidate } from './candidate.ts';
import type { Rejection } from './judge.ts';

/**
 * 分别提高15、22个百分点: the unit printed once, behind the last number, is that of each. Only where 分别 says that
 * the numbers belong to several things; elsewhere 3、5项 may be two items of a list.
 */
export const examples: readonly (readonly [text: string, figures: readonly string[]])[] = [
  ['占比分别提高15、22个百分点', ['15百分点', '22百分点']],
  ['分别受理120、35和8件', ['120件', '35件', '8件']],
  ['分别依据第12、35条', []],
  ['完成任务3、5项', ['5项']],
];

export interface Verdict {
  token: NumberToken;
  verdict: Candidate | Rejection;
}

/** How far before the first number 分别 may stand. */
const REACH = 16;

/** Gives the numbers of such a row the unit of the last one; `verdicts` in order of position. */
export function distributeUnits(text: string, verdicts: Verdict[]): void {
  for (let i = verdicts.length - 2; i >= 0; i -= 1) {
    const { token, verdict } = verdicts[i]!;
    const next = verdicts[i + 1]!;
    if (verdict !== 'no-unit' || token.notation !== 'arabic' || typeof next.verdict === 'string') continue;
    if (!/^[、和]$/.test(text.slice(token.end, next.token.start))) continue;
    if (!LED.test(text.slice(Math.max(0, token.start - REACH), token.start))) continue;
    verdicts[i] = { token, verdict: { token, unit: next.verdict.unit, end: token.end, inner: '' } };
  }
}

/** 分别 with words, or numbers of the same row, between it and the number. */
const LED = /分别[^，,。；;]*$/;
