import { expect, test } from 'vitest';
import { remedyPeriods, reviewComesFirst } from './remedies.ts';

test('行政诉讼法: three months to sue until 30 April 2015, six from 1 May', () => {
  expect(remedyPeriods('2015-04-30')).toEqual({
    reviewDays: 60,
    litigationMonths: 3,
    suitAfterReviewDays: 15,
  });
  expect(remedyPeriods('2015-05-01').litigationMonths).toBe(6);
});

test('行政复议法 art. 23: review comes first from 1 January 2024', () => {
  expect(reviewComesFirst('2023-12-31')).toBe(false);
  expect(reviewComesFirst('2024-01-01')).toBe(true);
});
