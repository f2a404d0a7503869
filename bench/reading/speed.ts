/**
 * Speed of the reader's number grammar, figures and relations on a composed report of 13,000 characters, and the
 * characters per CPU second against @microsoft/recognizers-text-suite doing numbers and dates on the same text.
 *
 *   node bench/reading/speed.ts [folder in which the suite is installed]
 *
 * The yardstick is no dependency: `npm install @microsoft/recognizers-text-suite` in a folder of its own and give
 * that folder as argument or as RECOGNIZERS. The two are worked in turns, so that the ratio holds on a busy machine,
 * each on a clean heap, so that neither pays for the garbage of the other.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readFigures } from '../../src/reports/reading/figures/index.ts';
import { composeParagraph } from '../../src/reports/reading/figures/testing/compose.ts';
import { randomFrom } from '../../src/reports/reading/figures/testing/random.ts';
import { readText } from '../../src/reports/reading/index.ts';
import { readRelations } from '../../src/reports/reading/relations/index.ts';

const LENGTH = 13_000;
/** Runs of ours in one turn: about as long as one of the yardstick's. */
const TURNS = 200;

function composeReport(): string {
  const random = randomFrom(2024);
  const parts: string[] = [];
  let length = 0;
  for (let number = 1; length < LENGTH; number += 1) {
    const plain = '坚持依法行政,健全工作机制,压实工作责任,完善配套措施,持续提升法治建设水平。'.repeat(
      random.whole(1, 4),
    );
    const paragraph = `${number}.强化责任落实。${plain}${composeParagraph(random, random.whole(2, 6)).text}`;
    parts.push(paragraph);
    length += paragraph.length + 1;
  }
  return parts.join('\n').slice(0, LENGTH);
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** CPU milliseconds of one call, user and system. */
function cpu(work: () => void): number {
  collectGarbage();
  const begun = process.cpuUsage();
  work();
  const used = process.cpuUsage(begun);
  return (used.user + used.system) / 1000;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

const report = composeReport();
const figures = readFigures(report);
console.log(
  `report: ${report.length} characters, ${figures.length} figures, ${readRelations(report, figures).length} relations`,
);

const stages: Readonly<Record<string, () => void>> = {
  figures: () => void readFigures(report),
  relations: () => void readRelations(report, figures),
  'figures and relations': () => void readRelations(report, readFigures(report)),
  'whole reading': () => void readText(report),
};
for (const [name, work] of Object.entries(stages)) {
  for (let i = 0; i < 50; i += 1) work();
  const times = Array.from({ length: 200 }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  console.log(`${name}: median ${median(times).toFixed(2)} ms warm`);
}

const folder = process.argv[2] ?? process.env.RECOGNIZERS;
if (folder === undefined) {
  console.log('yardstick: not given (argument or RECOGNIZERS), no ratio');
  process.exit(0);
}

interface Suite {
  Culture: { Chinese: string };
  recognizeNumber(text: string, culture: string): unknown[];
  recognizePercentage(text: string, culture: string): unknown[];
  recognizeDateTime(text: string, culture: string): unknown[];
}
const suite = createRequire(join(folder, 'package.json'))('@microsoft/recognizers-text-suite') as Suite;
const sample = report.slice(0, 2000);
const theirs = () => {
  suite.recognizeNumber(sample, suite.Culture.Chinese);
  suite.recognizePercentage(sample, suite.Culture.Chinese);
  suite.recognizeDateTime(sample, suite.Culture.Chinese);
};
const ours = () => void readRelations(sample, readFigures(sample));
theirs();
const ourTimes: number[] = [];
const theirTimes: number[] = [];
for (let round = 0; round < 7; round += 1) {
  theirTimes.push(cpu(theirs));
  ourTimes.push(
    cpu(() => {
      for (let i = 0; i < TURNS; i += 1) ours();
    }) / TURNS,
  );
}
const rate = (ms: number) => (sample.length / ms) * 1000;
const ourRate = rate(median(ourTimes));
const theirRate = rate(median(theirTimes));
console.log(`ours: ${Math.round(ourRate).toLocaleString('en')} characters per CPU second`);
console.log(
  `recognizers-text-suite: ${Math.round(theirRate).toLocaleString('en')} characters per CPU second`,
);
console.log(`ratio: ${(ourRate / theirRate).toFixed(0)}`);
