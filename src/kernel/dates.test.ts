import { expect, it } from 'vitest';
import { chineseDate, dateOfDay, dayNumber, legalDateOf } from './dates.ts';

const DAY_MS = 86_400_000;

it('numbers every day from 1600 to 2400 as the proleptic Gregorian calendar does, there and back', () => {
  for (let day = Date.UTC(1600, 0, 1) / DAY_MS; day < Date.UTC(2400, 0, 1) / DAY_MS; day++) {
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    if (dateOfDay(day) !== date || dayNumber(date) !== day)
      expect([day, dateOfDay(day), dayNumber(date)]).toEqual([day, date, day]);
  }
});

it.each([
  '2023-02-29',
  '1900-02-29',
  '2024-00-10',
  '2024-13-01',
  '2024-04-31',
  '2024-4-1',
  '2024-01-01 ',
  '',
  'today',
])('refuses %j, which is no date', (text) => {
  expect(() => dayNumber(text)).toThrow(RangeError);
});

it('[C1] an instant falls on the day that the clocks in Shanghai show', () => {
  const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
  for (let at = Date.UTC(2023, 11, 1); at < Date.UTC(2025, 2, 2); at += 3_599_999) {
    expect(legalDateOf(new Date(at).toISOString())).toBe(shanghai.format(at));
  }
  expect(legalDateOf('2024-02-29T15:59:59.999Z')).toBe('2024-02-29');
  expect(legalDateOf('2024-02-29T16:00:00.000Z')).toBe('2024-03-01');
});

it('writes a day as officials do, and nothing for a day that is not set', () => {
  expect(chineseDate('2026-11-04')).toBe('2026年11月4日');
  expect(chineseDate(undefined)).toBe('');
});
