import { describe, expect, test } from 'vitest';
import { examples as approximations } from './approximations.ts';
import { examples as arabic } from './arabic.ts';
import { examples as fractions } from './fractions.ts';
import { scanNumbers } from './index.ts';
import { examples as numerals } from './numerals.ts';
import { examples as percentages } from './percentages.ts';
import { examples as ranges } from './ranges.ts';

/** The one token that spans the whole example. */
function only(text: string) {
  const tokens = scanNumbers(text);
  expect(tokens.map((token) => [token.start, token.end])).toEqual([[0, text.length]]);
  return tokens[0]!;
}

describe('every phenomenon reads its own examples', () => {
  test.each([...arabic, ...numerals])('%s is %d', (text, value) => {
    expect(only(text).value).toBe(value);
  });
  test.each(approximations)('%s is about %d', (text, value, vague) => {
    expect(only(text)).toMatchObject({ value, vague });
  });
  test.each(percentages)('%s is a %s of %d', (text, kind, value) => {
    expect(only(text)).toMatchObject({ kind, value });
  });
  test.each(fractions)('%s is %d', (text, value) => {
    expect(only(text)).toMatchObject({ kind: 'fraction', value });
  });
  test.each(ranges)('%s runs from %d to %d', (text, value, valueTo) => {
    expect(only(text)).toMatchObject({ value, valueTo });
  });
});

describe('limits', () => {
  test('an ordinal is told from a count', () => {
    expect(scanNumbers('第三批12项').map((token) => token.kind)).toEqual(['ordinal', 'cardinal']);
  });
  test('由…至… tells a change, not a range', () => {
    expect(scanNumbers('由3至5').map((token) => token.value)).toEqual([3, 5]);
  });
  test('a minus joins only a free-standing number', () => {
    expect(scanNumbers('增长-3.2%')[0]).toMatchObject({ value: -3.2, start: 2 });
    expect(scanNumbers('甲-3')[0]!.value).toBe(3);
  });
  test('versions and serial numbers are digits, not amounts', () => {
    expect(scanNumbers('1.2.3')[0]!.kind).toBe('digits');
    expect(scanNumbers('123456789012345678')[0]!.kind).toBe('digits');
  });
});

describe('hostile text is read in linear time', () => {
  const size = 100_000;
  const hostile = [
    '9',
    '零',
    '十',
    '万',
    '百分之',
    '一',
    '1,',
    '1-',
    '1/',
    '三分之',
    '第',
    '1.',
    '几',
    '余',
    '数十',
    '3至',
  ];
  test.each(hostile)('100 KB of %s', (unit) => {
    const text = unit.repeat(size / unit.length);
    const begun = performance.now();
    scanNumbers(text);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
