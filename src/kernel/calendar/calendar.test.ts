import { describe, expect, test } from 'vitest';
import { addDays, type LegalDate } from '../dates.ts';
import { RefusedError } from '../errors.ts';
import { createCalendar } from './calendar.ts';
import type { HolidayNotice } from './notice.ts';
import { officialNotices } from './notices.ts';

const calendar = createCalendar(officialNotices);

/** Every day of a year that is not what its weekday says. */
function exceptions(year: number): { off: LegalDate[]; work: LegalDate[] } {
  const off: LegalDate[] = [];
  const work: LegalDate[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    if (calendar.isWorkday(day) === weekend) {
      (weekend ? work : off).push(day.slice(5));
    }
  }
  return { off, work };
}

describe('the official notices', () => {
  test('2024: every exception of the year', () => {
    expect(exceptions(2024)).toEqual({
      off: (
        '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 ' +
        '10-01 10-02 10-03 10-04 10-07'
      ).split(' '),
      work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'.split(' '),
    });
  });

  test('2026: every exception of the year', () => {
    expect(exceptions(2026)).toEqual({
      off: (
        '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 ' +
        '10-01 10-02 10-05 10-06 10-07'
      ).split(' '),
      work: '01-04 02-14 02-28 05-09 09-20 10-10'.split(' '),
    });
  });

  // Monday to Friday less 11 statutory days (13 since 2025); 2015 one more, 2020 two more by later notices.
  test.each([
    [2015, 249],
    [2016, 250],
    [2017, 249],
    [2018, 250],
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i workdays', (year, workdays) => {
    expect(calendar.workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(workdays);
  });

  test('the day of remembrance of 2015 came with its adjusted Sunday', () => {
    expect(calendar.dayInfo('2015-09-03')).toEqual({
      workday: false,
      name: '抗战胜利70周年纪念日',
      provisional: false,
    });
    expect(calendar.isWorkday('2015-09-04')).toBe(false);
    expect(calendar.isWorkday('2015-09-06')).toBe(true);
  });

  test('the Spring Festival of 2020 was prolonged, and its adjusted Saturday fell away', () => {
    expect(calendar.isWorkday('2020-01-31')).toBe(false);
    expect(calendar.isWorkday('2020-02-01')).toBe(false);
    expect(calendar.isWorkday('2020-02-02')).toBe(false);
    expect(calendar.isWorkday('2020-02-03')).toBe(true);
  });

  test('a New Year arrangement reaches into December before', () => {
    expect(calendar.isWorkday('2018-12-29')).toBe(true);
    expect(calendar.isWorkday('2018-12-31')).toBe(false);
    expect(calendar.dayInfo('2022-12-31').name).toBe('元旦');
  });
});

describe('years without a notice', () => {
  test('are provisional, others are not', () => {
    expect(calendar.noticedThrough).toBe('2026-12-31');
    expect(calendar.dayInfo('2026-12-31').provisional).toBe(false);
    expect(calendar.dayInfo('2027-01-01')).toEqual({ workday: false, name: '元旦', provisional: true });
    expect(calendar.isProvisional('2026-12-01', '2026-12-31')).toBe(false);
    expect(calendar.isProvisional('2026-12-01', '2027-01-01')).toBe(true);
    expect(calendar.isProvisional('2014-12-01', '2015-01-05')).toBe(true);
  });

  test('follow the 13 statutory days since 2025', () => {
    // 2027: eve of the Spring Festival is Friday 5 February, its first day Saturday 6 February.
    const off = ['01-01', '02-05', '02-08', '04-05', '06-09', '09-15', '10-01'];
    expect(exceptions(2027)).toEqual({ off, work: [] });
    expect(calendar.dayInfo('2027-05-02').name).toBe('劳动节');
    expect(calendar.dayInfo('2027-02-05').name).toBe('春节');
  });

  test('a notice entered later moves them and changes the version', () => {
    const notice: HolidayNotice = {
      year: 2027,
      source: '国务院办公厅关于2027年部分节假日安排的通知',
      holidays: [
        { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
        { name: '春节', from: '2027-02-05', to: '2027-02-11' },
        { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
        { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
        { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
        { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
        { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
      ],
      workdays: ['2027-02-20'],
    };
    const later = createCalendar([...officialNotices, notice]);
    expect(later.version).not.toBe(calendar.version);
    expect(later.noticedThrough).toBe('2027-12-31');
    expect(later.isWorkday('2027-02-20')).toBe(true);
    expect(later.dayInfo('2027-02-09')).toEqual({ workday: false, name: '春节', provisional: false });
    expect(createCalendar([...officialNotices]).version).toBe(calendar.version);
  });

  test('a calendar without any notice still answers', () => {
    const bare = createCalendar([]);
    expect(bare.dayInfo('2024-10-01')).toEqual({ workday: false, name: '国庆节', provisional: true });
    expect(bare.noticedThrough).toBe('');
  });
});

describe('counting', () => {
  test('addWorkdays leaves the start day out, in both directions', () => {
    expect(calendar.addWorkdays('2024-09-27', 1)).toBe('2024-09-29');
    expect(calendar.addWorkdays('2024-09-30', 1)).toBe('2024-10-08');
    expect(calendar.addWorkdays('2024-10-08', -1)).toBe('2024-09-30');
    expect(calendar.addWorkdays('2024-10-05', 1)).toBe('2024-10-08');
    expect(calendar.addWorkdays('2024-10-05', -1)).toBe('2024-09-30');
    expect(calendar.addWorkdays('2024-10-05', 0)).toBe('2024-10-05');
  });

  test('addWorkdays and workdaysBetween agree with counting day by day', () => {
    let day = '2019-12-20';
    let count = 0;
    for (let n = 1; n <= 400; n += 1) {
      do {
        day = addDays(day, 1);
      } while (!calendar.isWorkday(day));
      count += 1;
      expect(calendar.addWorkdays('2019-12-20', n)).toBe(day);
      expect(calendar.workdaysBetween('2019-12-20', day)).toBe(count);
      expect(calendar.workdaysBetween(day, '2019-12-20')).toBe(-count);
    }
  });

  test('rollToWorkday', () => {
    expect(calendar.rollToWorkday('2024-10-01')).toBe('2024-10-08');
    expect(calendar.rollToWorkday('2024-10-12')).toBe('2024-10-12');
  });

  test('a million queries take well under a few seconds', () => {
    const started = performance.now();
    let sum = 0;
    for (let i = 0; i < 200_000; i += 1) {
      sum += calendar.addWorkdays('2024-01-02', 1 + (i % 90)).length;
    }
    expect(sum).toBe(2_000_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

test('dates that do not exist, or lie beyond the calendar, are refused', () => {
  expect(() => calendar.isWorkday('2024-02-30')).toThrow(RangeError);
  expect(() => calendar.isWorkday('1979-12-31')).toThrow(RefusedError);
  expect(() => calendar.addWorkdays('2100-12-30', 30)).toThrow('超出历法范围');
});
