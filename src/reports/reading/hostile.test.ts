import { describe, expect, it } from 'vitest';
import { readText } from './index.ts';

/** Text made to hurt a grammar: each repeats something that begins a match and never ends it. */
const HOSTILE: Readonly<Record<string, string>> = {
  'opening titles': '《',
  'opening brackets': '（',
  'document numbers without end': '某政发〔2015',
  'numbers without end': '1.',
  'chapters without end': '一、',
  'bracketed numbers': '（一）',
  enumerations: '一是',
  circled: '①',
  years: '2015年',
  'one character': '某',
  digits: '9',
  'spaces and commas': '， ',
  labels: '责任单位：',
  intervals: '每年',
  tabs: '某\t',
  'information lines': '来源：',
};

const timed = (text: string) => {
  const started = performance.now();
  readText(text);
  return performance.now() - started;
};

describe('hostile text', () => {
  for (const [name, piece] of Object.entries(HOSTILE)) {
    it(`${name} on one line and on many`, () => {
      for (const glue of ['', '\n']) {
        const text = `工作方案\n一、任务\n${Array.from({ length: Math.floor(60_000 / (piece.length + 1)) }, () => piece).join(glue)}`;
        expect(timed(text)).toBeLessThan(3000);
      }
    });
  }

  it('takes time in proportion to its length', () => {
    const paragraph =
      '1.推进工作。区司法局印发《某办法》（某政发〔2020〕3号），全年培训12场次，覆盖340人次。一是加强学习。二是落实责任。\n';
    const report = (times: number) => `工作报告\n一、情况\n${paragraph.repeat(times)}`;
    timed(report(500));
    const small = Math.min(timed(report(500)), timed(report(500)));
    const large = Math.min(timed(report(4000)), timed(report(4000)));
    expect(large / small).toBeLessThan(24);
  });
});
