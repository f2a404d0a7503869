import { describe, expect, test } from 'vitest';
import { examples as amounts } from './amounts.ts';
import { recognizeNumbers, recognizeOrdinals, recognizePercentages } from './index.ts';
import { examples as percentages } from './percentages.ts';

describe('recognizer conventions', () => {
  test.each(amounts)('%s is %d', (text, value) => {
    expect(recognizeNumbers(text)).toMatchObject([{ value, start: 0, end: text.length }]);
  });
  test.each(percentages)('%s is %d %%', (text, value) => {
    const found = recognizePercentages(text);
    expect(found.map((item) => [item.start, item.end])).toEqual([[0, text.length]]);
    expect(found[0]!.value).toBeCloseTo(value, 9);
  });
  test('an ordinal keeps its 第', () => {
    expect(recognizeOrdinals('第二百五十条')).toMatchObject([{ text: '第二百五十', value: 250 }]);
  });
  test('words that only look like digits are left out', () => {
    expect(recognizeNumbers('一切从陆地开始')).toEqual([]);
  });
  test.each(['9', '零', '一', '十', '万', '1 ', '百分之', '9折', '分之'])(
    '20 KB of %s in linear time',
    (unit) => {
      const text = unit.repeat(20_000 / unit.length);
      const begun = performance.now();
      recognizeNumbers(text);
      recognizePercentages(text);
      expect(performance.now() - begun).toBeLessThan(2000);
    },
  );
});
