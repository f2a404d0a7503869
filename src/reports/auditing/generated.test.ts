import { describe, expect, it } from 'vitest';
import { readText } from '../reading/index.ts';
import { choicesOf } from '../reading/testing/random.ts';
import { auditDocument, KINDS } from './index.ts';
import { PLANTERS, type Planted } from './testing/plant.ts';
import { soundDocument } from './testing/sound.ts';

const CASES_PER_PLANTER = 50;
/** Wall time: the machine may be busy with other tests. */
const PATIENCE = 60_000;
const SOUND = 400;

/** What the audit says of a text, with the words around each place. */
function strict(lines: readonly string[]) {
  const reading = readText(lines.join('\n'));
  return { text: reading.text, found: auditDocument(reading) };
}

it(
  `${SOUND} sound documents give no finding`,
  () => {
    for (let seed = 1; seed <= SOUND; seed += 1) {
      const document = soundDocument(seed);
      if (document !== null) expect(strict(document.lines).found, `seed ${seed}`).toEqual([]);
    }
  },
  PATIENCE,
);

describe('one planted defect is found at its place, and nothing else', () => {
  for (const [index, planter] of PLANTERS.entries()) {
    it(
      planter.code,
      () => {
        let cases = 0;
        const first = 1 + index * 10_000;
        for (let seed = first; cases < CASES_PER_PLANTER; seed += 1) {
          expect(seed - first, 'documents that offer a place').toBeLessThan(CASES_PER_PLANTER * 40);
          const document = soundDocument(seed);
          const planted = document && planter.plant(document, choicesOf(seed));
          if (!planted) continue;
          cases += 1;
          check(planted, seed);
        }
      },
      PATIENCE,
    );
  }
});

function check({ lines, passage, from, code, text: printed }: Planted, seed: number): void {
  const { text, found } = strict(lines);
  const start = text.indexOf(passage) + from;
  expect(
    found.map((finding) => [finding.code, finding.start, finding.text]),
    `seed ${seed}: ${passage}`,
  ).toEqual([[code, start, printed]]);
}

it('every code that is on by default is planted', () => {
  const planted = new Set<string>(PLANTERS.map(({ code }) => code));
  const certain = Object.entries(KINDS).flatMap(([code, { soft }]) => (soft ? [] : [code]));
  expect(certain.filter((code) => !planted.has(code))).toEqual([]);
});
