import { describe, expect, test } from 'vitest';
import { examples as chineseCounts } from './chinese-counts.ts';
import { examples as distributed } from './distributed.ts';
import { examples as durations } from './durations.ts';
import { readFigures } from './index.ts';
import { examples as judgements } from './judge.ts';
import { insideName, isSlogan, examples as names } from './names.ts';
import { examples as negations, readNegations } from './negations.ts';
import { examples as periods } from './periods.ts';
import { examples as polarities, readPolarity } from './polarity.ts';
import { examples as qualifiers } from './qualifiers.ts';
import { silentSpans, examples as spans } from './spans.ts';
import { examples as subjects } from './subjects.ts';
import { examples as unitless } from './unitless.ts';
import { readUnit, examples as units } from './units.ts';

describe('every phenomenon reads its own examples', () => {
  test.each(units)('unit: %s → %s', (text, unit) => {
    expect(readUnit(text, 0, true)).toBe(unit);
  });
  test.each(spans)('no figures inside: %s', (text, kinds) => {
    expect(silentSpans(text).map((span) => span.kind)).toEqual(kinds);
  });
  test.each(names)('name: %s is %s', (text, named) => {
    const figures = readFigures(text);
    expect(figures.length === 0).toBe(named);
  });
  test.each(chineseCounts)('count in characters: %s', (text, values) => {
    expect(readFigures(text).map((figure) => figure.value)).toEqual(values);
  });
  test.each([...judgements, ...unitless, ...distributed])('judged: %s', (text, figures) => {
    expect(readFigures(text).map((figure) => `${figure.value}${figure.unit}`)).toEqual(figures);
  });
  test.each(durations)('duration: %s → %s', (text, unit) => {
    expect(readFigures(text)[0]?.unit ?? null).toBe(unit);
  });
  test.each(qualifiers)('qualifier: %s → %s', (text, qualifier) => {
    expect(readFigures(text)[0]!.qualifier).toBe(qualifier);
  });
  test.each(periods)('period: %s → %s', (text, period) => {
    expect(readFigures(text)[0]!.period).toBe(period);
  });
  test.each(polarities)('polarity: %s → %s', (before, polarity) => {
    expect(readPolarity(before)).toBe(polarity);
  });
  test.each(negations)('negation: %s → %s', (text, unit) => {
    expect(readNegations(text)[0]?.unit ?? null).toBe(unit);
  });
  test.each(subjects)('subject: %s → %s', (text, subject) => {
    expect(readFigures(text)[0]!.subject).toBe(subject);
  });
});

test('a slogan is told by the verb after the counter', () => {
  expect(isSlogan('到位', 0)).toBe(true);
  expect(isSlogan('文件', 0)).toBe(false);
  expect(insideName('中央八项规定', 2, 4)).toBe(true);
});
