import { expect, test } from 'vitest';
import { waitingFor } from './escalation.ts';

test.each([
  ['reminded, in time', 'reminded', false, '2025-07-08', 'answer'],
  ['reminded, the day is over', 'reminded', false, '2025-07-07', 'late'],
  ['answered: the office looks at it, however late', 'reminded', true, '2025-07-01', 'review'],
  ['summoned: the talk is next', 'summoned', false, null, 'talk'],
  ['summoned for today', 'summoned', false, '2025-07-08', 'talk'],
  ['the day of the talk is over and no talk is recorded', 'summoned', false, '2025-07-07', 'talk-late'],
  ['talked and no day set', 'talked', false, null, 'next'],
  ['talked, sent back with a day', 'talked', false, '2025-07-10', 'answer'],
  ['ordered, not put right in time', 'ordered', false, '2025-07-01', 'late'],
  ['ended', 'resolved', true, null, 'resolved'],
] as const)('%s', (_, stage, answered, by, waiting) => {
  expect(waitingFor({ stage, answered, by }, '2025-07-08')).toBe(waiting);
});
