import { describe, expect, test } from 'vitest';
import {
  addYuan,
  hearingAmountCaution,
  largestOnSpotFine,
  limitationExpired,
  limitationYears,
  surcharge,
} from './amounts.ts';
import { hearingRequired } from './hearing-right.ts';
import { aggravates, mostSevere } from './kinds.ts';

describe('surcharge on a late fine', () => {
  test.each([
    ['paid on the due day', 1000, '2024-03-15', '2024-03-15', 0, 0],
    ['one day late', 1000, '2024-03-15', '2024-03-16', 0, 30],
    ['ten days late, four of them in review', 1000, '2024-03-15', '2024-03-25', 4, 180],
    ['33 days late: not yet the whole fine', 1000, '2024-03-15', '2024-04-17', 0, 990],
    ['34 days late: no more than the fine', 1000, '2024-03-15', '2024-04-18', 0, 1000],
    ['of a fine in cents', 33.33, '2024-03-15', '2024-03-16', 0, 1],
  ])('%s', (_, fine, due, paid, daysNotCounted, expected) => {
    expect(surcharge(fine, due, paid, daysNotCounted)).toBe(expected);
  });
});

describe('limitation', () => {
  test.each([
    ['the last day of two years', '2022-03-01', '2024-03-01', 2, false],
    ['the day after', '2022-03-01', '2024-03-02', 2, true],
    ['an act of 29 February, on 28 February', '2020-02-29', '2022-02-28', 2, false],
    ['an act of 29 February, in March', '2020-02-29', '2022-03-01', 2, true],
    ['five years', '2019-01-01', '2024-01-01', 5, false],
  ])('%s', (_, ended, discovered, years, expired) => {
    expect(limitationExpired(ended, discovered, years)).toBe(expired);
  });

  test('five years only for grave harm discovered since 15 July 2021', () => {
    expect(limitationYears(undefined, true, '2021-07-14')).toBe(2);
    expect(limitationYears(undefined, true, '2021-07-15')).toBe(5);
    expect(limitationYears(undefined, false, '2024-01-01')).toBe(2);
    expect(limitationYears(3, true, '2024-01-01')).toBe(3);
  });
});

test('fines on the spot follow the law of the day and the party', () => {
  expect(largestOnSpotFine('natural', '2021-07-14')).toBe(50);
  expect(largestOnSpotFine('individual-business', '2021-07-14')).toBe(1000);
  expect(largestOnSpotFine('natural', '2021-07-15')).toBe(200);
  expect(largestOnSpotFine('organisation', '2021-07-15')).toBe(3000);
});

test('several kinds count once, under the most severe', () => {
  expect(mostSevere(['fine', 'confiscation'])).toBe('confiscation');
  expect(mostSevere(['licence-revocation', 'fine', 'warning'])).toBe('licence-revocation');
  expect(mostSevere(['other', 'warning'])).toBe('warning');
  expect(mostSevere(['other'])).toBe('other');
});

test('what was not announced may replace, not add', () => {
  expect(aggravates(['fine'], ['warning'])).toBe(false);
  expect(aggravates(['fine', 'confiscation'], ['confiscation'])).toBe(false);
  expect(aggravates(['fine'], ['fine', 'warning'])).toBe(true);
  expect(aggravates(['fine'], ['production-halt'])).toBe(true);
});

describe('the right to a hearing', () => {
  const proposal = { party: 'organisation', kinds: ['fine'], fine: 99_999, confiscation: 0 } as const;
  const power = (hearingAmountOrganisation: number) => ({
    list: 'powers',
    code: 'CF-1',
    name: '某项处罚',
    hearingAmountOrganisation,
  });

  test('asks for a larger fine, by the catalogue of the unit where it names an amount', () => {
    expect(hearingRequired(proposal, undefined, '2024-01-02')).toBe(false);
    expect(hearingRequired({ ...proposal, fine: 100_000 }, undefined, '2024-01-02')).toBe(true);
    expect(hearingRequired(proposal, power(50_000), '2024-01-02')).toBe(true);
    expect(hearingRequired({ ...proposal, party: 'natural', fine: 10_000 }, undefined, '2024-01-02')).toBe(
      true,
    );
  });

  test('市场监督管理行政处罚听证办法 art. 5 binds the market regulator and is only a yardstick for others', () => {
    expect(hearingAmountCaution(undefined, 'organisation', true)).toContain('100,000元');
    expect(hearingAmountCaution(undefined, 'natural', true)).not.toContain('参照');
    expect(hearingAmountCaution(undefined, 'natural', false)).toContain('暂参照');
    expect(hearingAmountCaution(power(50_000), 'organisation', false)).toBe('');
  });

  test('counts confiscation and the new kinds only since 15 July 2021', () => {
    const confiscated = { ...proposal, fine: 0, confiscation: 200_000 };
    expect(hearingRequired(confiscated, undefined, '2021-07-14')).toBe(false);
    expect(hearingRequired(confiscated, undefined, '2021-07-15')).toBe(true);
    expect(hearingRequired({ ...proposal, kinds: ['grade-reduction'] }, undefined, '2021-07-15')).toBe(true);
    expect(hearingRequired({ ...proposal, kinds: ['production-halt'] }, undefined, '2017-01-03')).toBe(true);
  });
});

test('yuan add up without the dust of binary fractions', () => {
  expect(addYuan(0.1, 0.2)).toBe(0.3);
  expect(addYuan(undefined, 5, -5)).toBe(0);
});
