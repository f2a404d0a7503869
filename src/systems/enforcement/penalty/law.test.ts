import { describe, expect, test } from 'vitest';
import { lawBook } from '../../../law/index.ts';
import { periods, underMarketRules } from './law.ts';

const market = { procedureRules: 'market-supervision' } as const;
const general = { procedureRules: 'general' } as const;
const limitOf = (rule: string) => lawBook.get(rule).limit;

describe('the day before a text comes into force and the day itself', () => {
  test.each([
    // 市场监督管理行政处罚程序暂行规定: from 1 April 2019; amended and renamed on 15 July 2021.
    ['decision', '2019-03-31', 'CF1-29', 'SJ-06'],
    ['defence', '2021-07-14', 'SJ0-05', 'SJ-05'],
    ['hearingRequest', '2021-07-14', 'TZ0-01', 'TZ-01'],
  ] as const)('market case, %s: %s and the day after', (period, before, ruleBefore, ruleOn) => {
    const next = before === '2019-03-31' ? '2019-04-01' : '2021-07-15';
    expect([periods[period](market, before), periods[period](market, next)]).toEqual([ruleBefore, ruleOn]);
  });

  test('the defence of a market case waits three workdays before 15 July 2021 and five from it', () => {
    expect(limitOf(periods.defence(market, '2021-07-14'))).toEqual({ amount: 3, unit: 'workday' });
    expect(limitOf(periods.defence(market, '2021-07-15'))).toEqual({ amount: 5, unit: 'workday' });
  });

  test('other cases ask for a hearing within three days before 15 July 2021 and five workdays from it', () => {
    expect(limitOf(periods.hearingRequest(general, '2021-07-14'))).toEqual({ amount: 3, unit: 'day' });
    expect(limitOf(periods.hearingRequest(general, '2021-07-15'))).toEqual({ amount: 5, unit: 'workday' });
  });

  test('行政诉讼法: three months to sue before 1 May 2015, six from it', () => {
    expect(limitOf(periods.remedies({}, '2015-04-30'))).toEqual({ amount: 3, unit: 'month' });
    expect(limitOf(periods.remedies({}, '2015-05-01'))).toEqual({ amount: 6, unit: 'month' });
  });

  test('行政复议法 art. 23: a penalty on the spot is beyond remedy after sixty days from 2024, six months before', () => {
    expect(limitOf(periods.remedies({ onSpot: true }, '2023-12-31'))).toEqual({ amount: 6, unit: 'month' });
    expect(limitOf(periods.remedies({ onSpot: true }, '2024-01-01'))).toEqual({ amount: 60, unit: 'day' });
  });
});

test('no market rules govern a case before 1 April 2019', () => {
  expect(underMarketRules(market, '2019-03-31')).toBe(false);
  expect(underMarketRules(market, '2019-04-01')).toBe(true);
  expect(underMarketRules(general, '2024-01-02')).toBe(false);
});
