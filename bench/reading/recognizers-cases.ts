/**
 * Scores the number grammar on the public Chinese cases of Recognizers-Text.
 *
 *   node bench/reading/recognizers-cases.ts <checkout>/Specs/Number/Chinese
 *
 * A case counts when every result agrees in text and value. Cases that carry a not-supported flag for any
 * platform are reported apart. The data is not part of this repository.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Recognized,
  recognizeNumbers,
  recognizeOrdinals,
  recognizePercentages,
} from '../../src/reports/reading/numbers/recognizers/index.ts';

interface Case {
  Input: string;
  NotSupported?: string;
  NotSupportedByDesign?: string;
  Results: { Text: string; Resolution?: { value?: string } }[];
}

const SUITES: readonly (readonly [file: string, recognize: (text: string) => Recognized[]])[] = [
  ['NumberModel.json', recognizeNumbers],
  ['PercentModel.json', recognizePercentages],
  ['OrdinalModel.json', recognizeOrdinals],
];

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: node bench/reading/recognizers-cases.ts <Specs/Number/Chinese>');
  process.exit(2);
}

let allRight = 0;
let all = 0;
for (const [file, recognize] of SUITES) {
  const cases = JSON.parse(readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, '')) as Case[];
  const plain = cases.filter((item) => !item.NotSupported && !item.NotSupportedByDesign);
  const flagged = cases.filter((item) => !plain.includes(item));
  const misses = plain.filter((item) => !agrees(item, recognize(item.Input)));
  const flaggedRight = flagged.filter((item) => agrees(item, recognize(item.Input))).length;
  all += plain.length;
  allRight += plain.length - misses.length;
  console.log(
    `${file}: ${plain.length - misses.length}/${plain.length} (${percent(plain.length - misses.length, plain.length)})` +
      `, flagged ${flaggedRight}/${flagged.length}`,
  );
  for (const miss of misses)
    console.log(`  ${JSON.stringify(miss.Input)} want ${want(miss)} got ${got(recognize(miss.Input))}`);
}
console.log(`all: ${allRight}/${all} (${percent(allRight, all)})`);

function agrees(item: Case, found: Recognized[]): boolean {
  return (
    found.length === item.Results.length &&
    item.Results.every((result, i) => result.Text === found[i]!.text && sameValue(result, found[i]!.value))
  );
}

/** The cases print 15 significant digits. */
function sameValue(result: Case['Results'][number], value: number): boolean {
  const expected = Number((result.Resolution?.value ?? '').replace('%', ''));
  return Math.abs(expected - value) <= Math.abs(expected) * 1e-12;
}

function want(item: Case): string {
  return item.Results.map((result) => `${result.Text}=${result.Resolution?.value}`).join(' | ') || 'nothing';
}

function got(found: Recognized[]): string {
  return found.map((item) => `${item.text}=${item.value}`).join(' | ') || 'nothing';
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(2)} %`;
}
