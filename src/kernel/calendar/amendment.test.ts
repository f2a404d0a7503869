import { describe, expect, test } from 'vitest';
import { lawBook } from '../../law/index.ts';
import { dueOf } from '../clock/index.ts';
import { amendedDays, checkedAgainst, dayChanges, isAlike, singleDays, withNotice } from './amendment.ts';
import { createCalendar } from './calendar.ts';
import { type HolidayNotice, yearlyTitle } from './notice.ts';
import { officialNotices } from './notices.ts';
import { parseNotice } from './parse-amendment.ts';

/** 10 October 2026, a Saturday to be worked, becomes free; Friday 9 October becomes a day off as well. */
const amendment: HolidayNotice = {
  year: 2026,
  source: '国务院办公厅关于调整2026年国庆节假期安排的通知',
  number: '国办示例〔2026〕9号',
  amends: yearlyTitle(2026),
  holidays: [{ name: '国庆节', from: '2026-10-09', to: '2026-10-10' }],
  workdays: ['2026-10-17'],
};
const amended = withNotice(officialNotices, amendment);

describe('C23: a notice that amends single days', () => {
  test('the last notice that speaks of a day holds; days of which it does not speak stay', () => {
    const before = createCalendar(officialNotices);
    const after = createCalendar(amended);
    expect(dayChanges(before, after, [2026])).toEqual([
      {
        date: '2026-10-09',
        before: { workday: true, provisional: false },
        after: { workday: false, name: '国庆节', provisional: false },
      },
      {
        date: '2026-10-10',
        before: { workday: true, name: '调休上班', provisional: false },
        after: { workday: false, name: '国庆节', provisional: false },
      },
      {
        date: '2026-10-17',
        before: { workday: false, provisional: false },
        after: { workday: true, name: '调休上班', provisional: false },
      },
    ]);
    expect(after.version).not.toBe(before.version);
  });

  test('a second amendment amends the first, and a day off of the week can be worked again', () => {
    const second: HolidayNotice = {
      ...amendment,
      number: '国办示例〔2026〕11号',
      amends: '国办示例〔2026〕9号',
      holidays: [],
      workdays: ['2026-10-09'],
    };
    const twice = createCalendar(withNotice(amended, checkedAgainst(second, amended)));
    expect(twice.isWorkday('2026-10-09')).toBe(true);
    expect(twice.isWorkday('2026-10-10')).toBe(false);
  });

  test('the same amendment again takes the place of its earlier entry, and so does a year’s own notice', () => {
    const corrected = { ...amendment, workdays: ['2026-10-18'] };
    const again = withNotice(amended, checkedAgainst(corrected, amended));
    expect(again).toHaveLength(amended.length);
    expect(createCalendar(again).isWorkday('2026-10-17')).toBe(false);
    expect(isAlike(amendment, corrected)).toBe(false);
    expect(isAlike(amendment, { ...amendment })).toBe(true);
    const own = officialNotices.find(({ year, amends }) => year === 2026 && amends === undefined)!;
    const reentered = withNotice(amended, { ...own, workdays: own.workdays.slice(1) });
    expect(createCalendar(reentered).isWorkday('2026-01-04')).toBe(false);
    expect(createCalendar(reentered).isWorkday('2026-10-09')).toBe(false);
  });

  test.each<[string, Partial<HolidayNotice>, string]>([
    [
      'of a year without a notice',
      { year: 2027, holidays: [], workdays: ['2027-03-06'] },
      '2027年的放假通知尚未录入',
    ],
    ['of a notice nobody entered', { amends: '关于放假的函' }, '没有录入过《关于放假的函》'],
    ['of no day', { holidays: [], workdays: [] }, '没有写明调整哪些日期'],
    [
      'that changes nothing',
      { holidays: [{ name: '国庆节', from: '2026-10-01', to: '2026-10-02' }], workdays: [] },
      '没有调整任何一天',
    ],
    ['that makes a workday of a workday', { workdays: ['2026-10-12'] }, '本来就是工作日'],
  ])('one %s is refused', (_, part, message) => {
    expect(() => checkedAgainst({ ...amendment, ...part }, officialNotices)).toThrow(message);
  });

  test('a computation over an amended day names the day and the notice; one beside it does not', () => {
    const calendar = createCalendar(amended);
    const clock = (start: string) => ({ clock: 'decide', rule: 'XK-09', start, pauses: [], extensions: [] });
    const over = dueOf(clock('2026-09-20') as never, lawBook, calendar);
    expect(over.lines.map(({ text }) => text)).toContain(
      '其间按《国务院办公厅关于调整2026年国庆节假期安排的通知》（国办示例〔2026〕9号）调整：2026年10月9日放假、2026年10月10日放假、2026年10月17日上班。',
    );
    const beside = dueOf(clock('2026-03-02') as never, lawBook, calendar);
    expect(beside.lines.some(({ text }) => text.includes('其间按'))).toBe(false);
    expect(amendedDays(createCalendar(officialNotices), '2020-01-01', '2020-03-01')).toHaveLength(3);
  });

  test('a date that touched a year without a notice becomes final where an amendment brings it back', () => {
    const known = officialNotices.filter(({ year }) => year < 2026);
    const before = createCalendar(known);
    const due = before.addWorkdays('2025-12-02', 22);
    expect([due, before.isProvisional('2025-12-02', due)]).toEqual(['2026-01-02', true]);
    const extra = {
      ...amendment,
      year: 2025,
      amends: yearlyTitle(2025),
      holidays: [],
      workdays: ['2025-12-27'],
    };
    const after = createCalendar(withNotice(known, checkedAgainst(extra, known)));
    expect(after.addWorkdays('2025-12-02', 22)).toBe('2025-12-31');
    expect(after.isProvisional('2025-12-02', '2025-12-31')).toBe(false);
  });

  test('single days of a form become ranges of one name', () => {
    const day = (date: string, workday: boolean, name = '') => ({ date, workday, name });
    expect(
      singleDays([
        day('2026-10-10', false, '国庆节'),
        day('2026-10-09', false, '国庆节'),
        day('2026-10-17', true),
      ]),
    ).toEqual({ holidays: amendment.holidays, workdays: amendment.workdays });
  });
});

describe('parseNotice', () => {
  const text = `国务院办公厅关于调整2026年国庆节假期安排的通知
国办示例〔2026〕9号
各省、自治区、直辖市人民政府：
现对《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）中国庆节假期安排调整如下：
一、10月9日（星期五）、10月10日（星期六）放假，共2天。10月17日（星期六）上班。
二、10月12日（星期一）起正常上班。`;

  test('reads a notice that amends: its title, number, what it amends and its days', () => {
    expect(parseNotice(text)).toEqual(amendment);
  });

  test('a day no longer worked is off, a day no longer off is worked', () => {
    const { holidays, workdays } = parseNotice(
      text.replace(/一、.*/, '一、10月10日（星期六）不再上班。10月7日（星期三）不再放假。'),
    );
    expect(holidays).toEqual([{ name: '国庆节', from: '2026-10-10', to: '2026-10-10' }]);
    expect(workdays).toEqual(['2026-10-07']);
  });

  test.each([
    ['a wrong weekday', text.replace('10月9日（星期五）', '10月9日（星期四）'), '2026年10月9日不是星期四'],
    ['days it does not name', text.replace(/一、.*/, '一、国庆节假期延长至10月9日。'), '请逐日填写'],
    ['no days at all', text.replace(/一、.*/, '一、另行通知。'), '没有读到'],
  ])('refuses %s', (_, wrong, message) => {
    expect(() => parseNotice(wrong)).toThrow(message);
  });
});
