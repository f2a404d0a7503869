import { expect, test } from 'vitest';
import { majorGroundsOn } from './major-decision.ts';

const nothing = { heard: false, inCatalogue: false };

test.each([
  ['2017: no review was asked for', '2017-12-31', { ...nothing, complex: true, majorRights: true }, []],
  [
    '2018: complex or grave cases',
    '2018-01-01',
    { ...nothing, complex: true, publicInterest: true },
    ['complex'],
  ],
  ['2018: the catalogue does not count yet', '2018-12-04', { ...nothing, inCatalogue: true }, []],
  ['the three systems: a hearing by itself', '2018-12-05', { ...nothing, heard: true }, ['major-rights']],
  ['since 2021: major rights without a hearing do not', '2021-07-15', { ...nothing, majorRights: true }, []],
  [
    'since 2021: all four grounds',
    '2024-03-01',
    { publicInterest: true, majorRights: true, complex: true, heard: true, inCatalogue: true },
    ['public-interest', 'major-rights', 'complex', 'catalogue'],
  ],
] as const)('%s', (_, on, questions, grounds) => {
  expect(majorGroundsOn(on, questions)).toEqual(grounds);
});
