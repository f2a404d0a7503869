import { expect, test } from 'vitest';
import { changeOf, linePoints, sumText } from './words.ts';

test('a change is said against the same months of last year, and not where there were none', () => {
  expect(changeOf(112, 100)).toBe('增长12%');
  expect(changeOf(75, 100)).toBe('下降25%');
  expect(changeOf(100, 100)).toBe('持平');
  expect(changeOf(5, 0)).toBe('');
});

test('a line begins in January at the left edge and ends with the last month there is', () => {
  expect(linePoints([0, 10], 10, 110, 64)).toBe('0,62 10,4');
  expect(linePoints([], 10, 110, 64)).toBe('');
});

test('sums of money are given in 万元', () => {
  expect(sumText(9_618_000, '元')).toBe('961.8万元');
  expect(sumText(9618, '元')).toBe('9,618元');
  expect(sumText(17_964, '件')).toBe('17,964件');
});
