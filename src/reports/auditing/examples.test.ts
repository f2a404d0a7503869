import { describe, expect, it } from 'vitest';
import { readText } from '../reading/index.ts';
import { auditDocument, KINDS, PHENOMENA } from './index.ts';

describe('each phenomenon finds what its examples say, and nothing else', () => {
  for (const { examples } of PHENOMENA) {
    for (const { text, finds } of examples) {
      it(text.replaceAll('\n', '／'), () => {
        const asked = finds.some(([code]) => KINDS[code].soft);
        const reading = readText(text);
        const found = auditDocument(reading, { soft: asked });
        expect(found.map((finding) => [finding.code, finding.text])).toEqual(finds);
        for (const { start, end, text: printed } of found)
          expect(reading.text.slice(start, end)).toBe(printed);
      });
    }
  }
});

it('every code belongs to a phenomenon and has an example', () => {
  const codes = new Set<string>(PHENOMENA.flatMap((phenomenon) => phenomenon.codes));
  expect([...codes].sort()).toEqual(Object.keys(KINDS).sort());
  const shown = new Set<string>(
    PHENOMENA.flatMap(({ examples }) => examples.flatMap(({ finds }) => finds.map(([code]) => code))),
  );
  expect([...codes].filter((code) => !shown.has(code))).toEqual([]);
});
