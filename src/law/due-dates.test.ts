import { describe, expect, test } from 'vitest';
import { createCalendar } from '../kernel/calendar/calendar.ts';
import { officialNotices } from '../kernel/calendar/notices.ts';
import { type ClockState, checkExtension, dueOf, evolveClock } from '../kernel/clock/index.ts';
import { lawBook } from './index.ts';

const calendar = createCalendar(officialNotices);
const started = (rule: string, on: string): ClockState =>
  evolveClock(undefined, { op: 'start', clock: 'c', rule, on });
const due = (rule: string, on: string): string => dueOf(started(rule, on), lawBook, calendar).due;

describe('a penalty case of 2017 and one of 2024 differ where the law does', () => {
  test.each([
    // 先行登记保存: 7 days of the 1996 law, 7 workdays of the 2021 law.
    ['CF0-04', '2017-03-01', '2017-03-08'],
    ['CF1-25', '2024-03-01', '2024-03-12'],
    // Hearing request: 3 days, 5 workdays.
    ['CF0-10', '2017-03-01', '2017-03-06'],
    ['CF1-32', '2024-03-01', '2024-03-08'],
    // Payment: 15 days in both.
    ['CF0-12', '2017-03-01', '2017-03-16'],
    ['CF1-36', '2024-03-01', '2024-03-18'],
    // Limitation of two years.
    ['CF0-01', '2017-03-01', '2019-03-01'],
    ['CF1-09', '2024-03-01', '2026-03-02'],
    // Spring Festival: seven days roll over it, seven workdays jump it.
    ['CF0-04', '2017-01-20', '2017-02-03'],
    ['CF1-25', '2024-02-05', '2024-02-20'],
  ])('%s from %s ends on %s', (rule, on, end) => {
    expect(due(rule, on)).toBe(end);
  });

  test('90 days from filing to decision, from the first day of the law', () => {
    expect(due('CF1-29', '2021-07-15')).toBe('2021-10-13');
    expect(due('CF1-29', '2024-07-05')).toBe('2024-10-08');
  });

  test('the rule of the other time is refused by name', () => {
    expect(() => due('CF1-25', '2017-03-01')).toThrow(
      '当时适用的是CF0-04 《行政处罚法》（1996年）第三十七条',
    );
    expect(() => due('CF0-04', '2024-03-01')).toThrow(
      '当时适用的是CF1-25 《行政处罚法》（2021年修订）第五十六条',
    );
    expect(() => due('CF1-29', '2021-07-14')).toThrow('当时适用的是CF0-16');
  });
});

test.each([
  ['XK-03', '2024-04-29', '2024-05-09'],
  ['XK-09', '2024-09-13', '2024-10-17'],
  ['XK-10', '2026-01-05', '2026-03-13'],
  ['GK0-02', '2019-05-14', '2019-06-04'],
  ['GK1-06', '2019-05-15', '2019-06-13'],
  ['S3-04', '2024-12-30', '2025-01-09'],
  ['QZ-05', '2024-01-11', '2024-02-18'],
  ['FY0-09', '2023-12-31', '2024-02-29'],
  ['FY1-25', '2024-01-02', '2024-03-04'],
  ['SS-03', '2024-08-31', '2025-02-28'],
  ['MS-02', '2024-09-01', '2024-10-08'],
])('%s from %s ends on %s', (rule, on, end) => {
  expect(due(rule, on)).toBe(end);
});

test('every limit in days to years of the book gives a date after its first day in force', () => {
  const limited = lawBook.all.filter((p) => p.limit !== undefined && p.limit.unit !== 'hour');
  for (const provision of limited) {
    const on = provision.from < '1990-01-01' ? '1990-01-01' : provision.from;
    expect(due(provision.id, on) > on, provision.id).toBe(true);
  }
});

test('extensions follow each provision', () => {
  const by = (amount: number, unit: 'day' | 'workday') => ({ amount, unit });
  expect(
    checkExtension(started('XK-09', '2024-03-01'), by(10, 'workday'), lawBook, calendar, '2024-03-20'),
  ).toBeUndefined();
  expect(
    checkExtension(started('XK-09', '2024-03-01'), by(15, 'workday'), lawBook, calendar, '2024-03-20')
      ?.message,
  ).toContain('最多允许延长10个工作日，由行政机关负责人批准');
  expect(
    checkExtension(started('CF1-29', '2024-03-01'), by(30, 'day'), lawBook, calendar, '2024-03-20')?.rule,
  ).toBe('clock.C11');
});
