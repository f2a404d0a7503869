import { describe, expect, it } from 'vitest';
import { checkReturn, withComputed } from './checks.ts';
import { ratioOf, sumOf, unscaled } from './decimal.ts';
import type { CheckedItem } from './fields.ts';
import { levelDay, periodBefore, periodHolding, periodLastYear, periodOfKey } from './period.ts';

const item = (code: string, over: Partial<CheckedItem> = {}): CheckedItem => ({
  code,
  name: code,
  unit: '件',
  measure: 'flow',
  decimals: 2,
  required: false,
  jump: '0.5',
  jumpFloor: '10',
  ...over,
});
const rules = (items: CheckedItem[], values: Record<string, string>) =>
  checkReturn(
    items,
    Object.entries(values).map(([code, value]) => ({ code, value })),
  ).map(({ rule, code }) => `${code} ${rule}`);

describe('decimals', () => {
  it('add up exactly where binary fractions do not', () => {
    expect(sumOf(['0.1', '0.2', '-0.3'])).toBe('0');
    expect(sumOf(['99999999999999.99', '0.01'])).toBe('100000000000000');
    expect(unscaled(-1_500_000n)).toBe('-1.5');
  });
  it('round a rate half up, also below nought, and give none over nought', () => {
    expect(ratioOf('1', '3', 100, 2)).toBe('33.33');
    expect(ratioOf('1', '8', 1, 2)).toBe('0.13');
    expect(ratioOf('-1', '8', 1, 2)).toBe('-0.13');
    expect(ratioOf('1', '0', 100, 2)).toBeUndefined();
  });
});

describe('checks', () => {
  it('a jump is more than its share and at least its floor, against last period or last year', () => {
    const one = (over: Partial<CheckedItem>, value: string) => rules([item('A', over)], { A: value });
    expect(one({ last: '100' }, '150')).toEqual([]);
    expect(one({ last: '100' }, '150.01')).toEqual(['A jump']);
    expect(one({ last: '4' }, '13.99')).toEqual([]);
    expect(one({ last: '100', lastYear: '200' }, '90')).toEqual(['A jump']);
    expect(one({ last: '0' }, '10')).toEqual(['A jump']);
    expect(one({ last: '100', jump: '0' }, '900')).toEqual([]);
  });
  it('a comment explains a jump and nothing else', () => {
    const items = [item('A', { last: '1', measure: 'cumulative', lastYear: '1' })];
    const say = (value: string, comment: string) => checkReturn(items, [{ code: 'A', value, comment }]);
    expect(say('900', '专项行动')).toEqual([]);
    expect(say('0', '专项行动').map(({ rule }) => rule)).toEqual(['cumulative']);
  });
  it('totals are checked against the parts that were filled in, and worked out where left empty', () => {
    const items = [item('A', { sum: 'B+C' }), item('B'), item('C'), item('R', { ratio: 'B/A', unit: '%' })];
    expect(rules(items, { A: '3', B: '1', C: '2' })).toEqual([]);
    expect(rules(items, { A: '3', B: '1' })).toEqual(['A adds-up']);
    expect(
      withComputed(items, [
        { code: 'C', value: '2' },
        { code: 'B', value: '1' },
      ]),
    ).toEqual([
      { code: 'A', value: '3' },
      { code: 'B', value: '1' },
      { code: 'C', value: '2' },
      { code: 'R', value: '33.33' },
    ]);
  });
  it('a code given twice or unknown is told', () => {
    expect(
      checkReturn(
        [item('A')],
        [
          { code: 'A', value: '1' },
          { code: 'A', value: '1' },
          { code: 'Z', value: '1' },
        ],
      ).map(({ rule }) => rule),
    ).toEqual(['known', 'known']);
  });
});

describe('periods', () => {
  it('know their days, the one before and the same of last year', () => {
    expect(periodOfKey('2024-02')).toMatchObject({
      name: '2024年2月',
      first: '2024-02-01',
      last: '2024-02-29',
    });
    expect(periodOfKey('2025-Q4')).toMatchObject({ first: '2025-10-01', last: '2025-12-31' });
    expect(periodOfKey('2025-13')).toBeUndefined();
    expect(periodBefore(periodOfKey('2025-01')!).key).toBe('2024-12');
    expect(periodBefore(periodOfKey('2025-Q1')!).key).toBe('2024-Q4');
    expect(periodLastYear(periodOfKey('2025-Q1')!)!.key).toBe('2024-Q1');
  });
  it('weeks begin on Monday; the 53rd exists in some years alone', () => {
    expect(periodOfKey('2026-W53')).toMatchObject({ first: '2026-12-28', last: '2027-01-03' });
    expect(periodOfKey('2025-W53')).toBeUndefined();
    expect(periodHolding('week', '2027-01-01').key).toBe('2026-W53');
    expect(periodBefore(periodOfKey('2025-W01')!).key).toBe('2024-W52');
  });
  it('a level is read off on the last day of a month the period reaches', () => {
    expect(levelDay(periodOfKey('2025-03')!)).toBe('2025-03-31');
    expect(levelDay(periodOfKey('2025-W14')!)).toBe('2025-03-31');
    expect(levelDay(periodOfKey('2025-W15')!)).toBeUndefined();
  });
});
