import { describe, expect, it } from 'vitest';
import { readText } from '../reading/index.ts';
import { auditDocument } from './index.ts';

/** Text made to hurt a proof-reader: each repeats something that begins a match and never ends it. */
const PIECES: readonly string[] = [
  '一、\n三、\n',
  '1.甲\n3.乙\n',
  '《',
  '》',
  '“',
  '”',
  '（',
  '《“',
  '（》',
  '，',
  '，。',
  '的的',
  '某某',
  '甲乙',
  '。一是加强',
  '。二是加强',
  '《甲》',
  '《甲乙丙丁戊己庚辛办法》',
  '2023年13月',
  '截至2099年12月',
  '&nbsp;',
  '<p ',
  '某发〔2015',
  '占99%、',
  '合计1件、',
  '本工作要点',
  '“甲乙、丙丁”',
  'Ã¤',
];

/** Wall time: the machine may be busy with other tests. */
const PATIENCE = 60_000;

/** Processor time of this thread alone, so that a busy machine does not count. */
function milliseconds(work: () => void): number {
  const begun = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1000;
}

describe('100 KB of one thing is audited well under a second', () => {
  for (const piece of PIECES) {
    it(
      JSON.stringify(piece),
      () => {
        const reading = readText(`某区工作报告\n一、情况\n${piece.repeat(100_000 / piece.length)}`);
        expect(milliseconds(() => auditDocument(reading, { soft: true }))).toBeLessThan(900);
      },
      PATIENCE,
    );
  }
});

it(
  'nested marks take time in proportion to their number',
  () => {
    const nested = (depth: number) => readText(`某区工作报告\n${'（'.repeat(depth)}甲${'）'.repeat(depth)}`);
    const [small, large] = [nested(20_000), nested(160_000)];
    const ofMany = (reading: typeof small) =>
      milliseconds(() => {
        for (let i = 0; i < 5; i += 1) auditDocument(reading, { soft: true });
      });
    ofMany(small);
    // The clock of the processor ticks every ten milliseconds at worst.
    expect(ofMany(large)).toBeLessThan(24 * Math.max(ofMany(small), 20));
  },
  PATIENCE,
);
