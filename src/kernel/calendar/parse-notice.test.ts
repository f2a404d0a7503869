import { describe, expect, test } from 'vitest';
import type { HolidayNotice } from './notice.ts';
import { noticeProblems } from './notice.ts';
import { officialNotices } from './notices.ts';
import { parseHolidayNotice } from './parse-notice.ts';

const header = (year: number) =>
  `国务院办公厅关于${year}年部分节假日安排的通知\n各省、自治区、直辖市人民政府：\n`;

const text2026 = `${header(2026)}
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。`;

const text2015 = `${header(2015)}
一、元旦：1月1日至3日放假调休，共3天。1月4日（星期日）上班。
二、春节：2月18日至24日放假调休，共7天。2月15日（星期日）、2月28日（星期六）上班。
三、清明节：4月5日放假，4月6日（星期一）补休。
四、劳动节：5月1日放假，与周末连休。
五、端午节：6月20日放假，6月22日（星期一）补休。
六、中秋节：9月27日放假。
七、国庆节：10月1日至7日放假调休，共7天。10月10日（星期六）上班。`;

const official = (year: number): HolidayNotice =>
  officialNotices.find((n) => n.year === year) as HolidayNotice;

describe('parseHolidayNotice', () => {
  test('reads a notice of the present form', () => {
    expect(parseHolidayNotice(text2026)).toEqual(official(2026));
  });

  test('reads an older form with 补休 and 与周末连休', () => {
    const { holidays, workdays } = parseHolidayNotice(text2015);
    expect(workdays).toEqual(official(2015).workdays);
    expect(holidays.filter((h) => h.name === '清明节')).toEqual([
      { name: '清明节', from: '2015-04-05', to: '2015-04-06' },
    ]);
    // 20 June is the holiday, 22 June stands in for it; the Sunday between is a weekend anyway.
    expect(holidays.filter((h) => h.name === '端午节')).toHaveLength(2);
  });

  test('reads a New Year that begins in December and one holiday of two names', () => {
    const text = text2026
      .replaceAll('2026年', '2023年')
      .replace(/一、元旦.*/, '一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。')
      .replace(
        /二、春节.*/,
        '二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。',
      )
      .replace(/三、清明节.*/, '三、清明节：4月5日放假，共1天。')
      .replace(
        /四、劳动节.*/,
        '四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。',
      )
      .replace(/五、端午节.*/, '五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。')
      .replace(/六、中秋节.*\n/, '')
      .replace(
        /七、国庆节.*/,
        '六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。',
      );
    expect(parseHolidayNotice(text)).toEqual(official(2023));
  });

  test('passes over what is only encouraged', () => {
    const text = text2026.replace(
      '共9天。',
      '共9天。鼓励各单位结合带薪年休假等制度落实，安排职工在2月13日（周五）休息。',
    );
    expect(parseHolidayNotice(text)).toEqual(official(2026));
  });

  test.each([
    ['no title', text2026.replace('节假日安排', '工作安排'), '没有找到标题'],
    ['no items', header(2026), '没有找到“元旦'],
    ['a wrong weekday', text2026.replace('1月4日（周日）', '1月4日（周一）'), '2026年1月4日不是星期一'],
    ['a wrong count', text2026.replace('共9天', '共8天'), '写明共8天，但所列日期是9天'],
    [
      'a day that is none',
      text2026.replace('6月19日（周五）至21日（周日）', '6月31日'),
      '6月31日不是有效日期',
    ],
    ['a holiday that is missing', text2026.replace(/六、中秋节.*\n/, ''), '缺少中秋的放假安排'],
    ['a workday on a weekday', text2026.replace('5月9日（周六）', '5月8日（周五）'), '不是周六或周日'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseHolidayNotice(text)).toThrow(message);
  });
});

describe('noticeProblems', () => {
  test('the official notices have none', () => {
    expect(officialNotices.flatMap(noticeProblems)).toEqual([]);
  });

  const base = official(2024);
  test.each<[string, HolidayNotice, string]>([
    ['holidays', { ...base, holidays: base.holidays.slice(1) }, '缺少元旦'],
    ['workdays.8', { ...base, workdays: [...base.workdays, '2024-10-01'] }, '既列为放假又列为上班'],
    ['workdays.8', { ...base, workdays: [...base.workdays, '2024-02-04'] }, '重复出现'],
    ['workdays.8', { ...base, workdays: [...base.workdays, '2024-02-30'] }, '不是有效日期'],
    ['source', { ...base, source: ' ' }, '标题或文号'],
    ['year', { ...base, year: 1924 }, '年份应当'],
    [
      'holidays.7',
      { ...base, holidays: [...base.holidays, { name: '测试', from: '2024-10-07', to: '2024-10-08' }] },
      '重复出现',
    ],
    [
      'holidays.7',
      { ...base, holidays: [...base.holidays, { name: '测试', from: '2024-11-08', to: '2024-11-07' }] },
      '起止日期有误',
    ],
    [
      'holidays.7',
      { ...base, holidays: [...base.holidays, { name: '测试', from: '2023-11-07', to: '2023-11-08' }] },
      '请核对年份',
    ],
  ])('%s', (path, notice, message) => {
    expect(noticeProblems(notice)).toEqual([{ path, message: expect.stringContaining(message) }]);
  });
});
