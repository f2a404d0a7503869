import { describe, expect, test } from 'vitest';
import { capitalDate } from './dates.ts';
import { chineseOrdinal, parseChineseOrdinal } from './numerals.ts';
import { remediesParagraph } from './remedies.ts';

describe('numerals and dates', () => {
  test('every heading ordinal is read back', () => {
    for (let n = 1; n <= 999; n++) expect(parseChineseOrdinal(chineseOrdinal(n))).toBe(n);
    expect([1, 10, 11, 20, 99, 100, 101, 110, 115].map(chineseOrdinal)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '九十九',
      '一百',
      '一百零一',
      '一百一十',
      '一百一十五',
    ]);
  });

  test('what is no ordinal is not read as one', () => {
    expect(['', '一二', '一十', '百'].map(parseChineseOrdinal)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(() => chineseOrdinal(0)).toThrow(RangeError);
  });

  test('dates of certificates', () => {
    expect(capitalDate('2024-09-27')).toBe('二〇二四年九月二十七日');
    expect(capitalDate('2020-10-10')).toBe('二〇二〇年十月十日');
    expect(() => capitalDate('2023-02-29')).toThrow(RangeError);
  });
});

describe('remediesParagraph', () => {
  const remedies = {
    reviewBody: '示例市人民政府',
    reviewDays: 60,
    court: '示例区人民法院',
    litigationMonths: 6,
  };

  test('names both ways and their periods', () => {
    expect(remediesParagraph('本处罚决定', remedies)).toBe(
      '如不服本处罚决定，可以自收到本文书之日起60日内向示例市人民政府申请行政复议，也可以自收到本文书之日起六个月内依法向示例区人民法院提起行政诉讼。',
    );
  });

  test('where review must come first it does not offer a suit beside it', () => {
    const text = remediesParagraph('本决定', { ...remedies, reviewFirst: true, suitAfterReviewDays: 15 });
    expect(text).toContain('应当先自收到本文书之日起60日内');
    expect(text).toContain('15日内');
    expect(text).not.toContain('六个月');
    expect(() => remediesParagraph('本决定', { ...remedies, reviewFirst: true })).toThrow(RangeError);
  });
});
