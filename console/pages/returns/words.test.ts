import { describe, expect, it } from 'vitest';
import { changeOf, grouped, recentPeriods } from './words.ts';

describe('words of returns', () => {
  it('group digits and say changes', () => {
    expect(grouped('-1234567.25')).toBe('-1,234,567.25');
    expect(changeOf('15', '10')).toBe('+50%');
    expect(changeOf('5', '0')).toBe('');
    expect(changeOf('5', null)).toBe('');
  });
  it('name the periods up to today', () => {
    expect(recentPeriods('month', '2026-01-20').slice(0, 2)).toEqual([
      { value: '2026-01', label: '2026年1月' },
      { value: '2025-12', label: '2025年12月' },
    ]);
    expect(recentPeriods('quarter', '2026-02-01')[1]).toEqual({ value: '2025-Q4', label: '2025年第四季度' });
    expect(recentPeriods('week', '2027-01-01')[0]!.value).toBe('2026-W53');
  });
});
