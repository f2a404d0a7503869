import { expect, test } from 'vitest';
import { scanNumbers } from '../../numbers/index.ts';
import { readFigures } from '../index.ts';
import { composeParagraph, type KnownFigure } from './compose.ts';
import { inCharacters } from './printing.ts';
import { randomFrom } from './random.ts';

const PARAGRAPHS = 3000;

test(`${PARAGRAPHS} composed paragraphs are read back exactly, with nothing besides`, () => {
  for (let seed = 1; seed <= PARAGRAPHS; seed += 1) {
    const { text, figures } = composeParagraph(randomFrom(seed), 6);
    const read: KnownFigure[] = readFigures(text).map(({ value, unit, qualifier, start, end }) => ({
      value,
      unit,
      // 达 before a percentage is no part of the composed number.
      qualifier: qualifier === '达' ? '' : qualifier,
      start,
      end,
    }));
    expect(read, text).toEqual(figures);
  }
});

test('every number to 20,000 and samples beyond are read from characters', () => {
  for (let value = 1; value <= 20000; value += 1)
    expect(scanNumbers(inCharacters(value))[0]!.value).toBe(value);
  const random = randomFrom(7);
  for (let i = 0; i < 5000; i += 1) {
    const value = random.whole(20000, 99_999_999);
    expect(scanNumbers(inCharacters(value))[0]!.value, inCharacters(value)).toBe(value);
  }
});
