import { describe, expect, it } from 'vitest';
import { basesText, basisText, chineseCount, day, fileSize, term, timeOfDay, total } from './format.ts';

describe('days and terms', () => {
  it('writes days as documents do', () => {
    expect(day('2024-09-07')).toBe('2024年9月7日');
  });

  it.each([
    [{ due: '2024-09-27', daysLeft: 3 }, '还剩3个工作日（9月27日到期）'],
    [{ due: '2025-01-06', daysLeft: 70 }, '还剩70个工作日（2025年1月6日到期）'],
    [{ due: '2024-09-27', daysLeft: 3, promised: '2024-09-25' }, '还剩3个工作日（9月27日到期，承诺9月25日）'],
    [{ due: '2024-09-24', daysLeft: 0 }, '今天到期'],
    [{ due: '2024-09-20', daysLeft: -2 }, '已超期2个工作日（9月20日到期）'],
    [{ due: '2024-09-22', daysLeft: 0 }, '已超期（9月22日到期）'],
    [{ due: '2024-09-27', daysLeft: 3, paused: true }, '中止计时'],
    [{ due: null, daysLeft: null }, '没有期限'],
    [{ due: '2024-09-27', daysLeft: null }, '9月27日到期'],
  ])('says %o', (given, said) => {
    expect(term(given, '2024-09-24')).toBe(said);
  });

  it('gives the hour in Shanghai wherever the browser stands', () => {
    expect(timeOfDay('2024-09-24T01:05:00.000Z')).toBe('09:05');
  });
});

describe('counts', () => {
  it('says where counting stopped', () => {
    expect(total(12_345)).toBe('共12,345件');
    expect(total(10_000, true)).toBe('1万件以上');
    expect(total(12_345, true)).toBe('12,345件以上');
  });

  it.each([
    [0, '0 B'],
    [1536, '1.5 KB'],
    [5 * 1024 * 1024, '5 MB'],
  ])('writes %i bytes as %s', (bytes, said) => {
    expect(fileSize(bytes)).toBe(said);
  });
});

describe('bases', () => {
  it.each([
    [7, '七'],
    [10, '十'],
    [57, '五十七'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1024, '一千零二十四'],
  ])('counts articles: %i → %s', (value, said) => {
    expect(chineseCount(value)).toBe(said);
  });

  it('cites law and article', () => {
    expect(basisText({ law: '行政处罚法', article: '57' })).toBe('《行政处罚法》第五十七条');
    expect(basisText({ law: '行政处罚法', article: '第五十七条第一款' })).toBe(
      '《行政处罚法》第五十七条第一款',
    );
    expect(basisText({ law: '行政许可法' })).toBe('《行政许可法》');
    expect(basisText({ law: '行政许可法', article: '第十条', unverified: true })).toBe(
      '《行政许可法》第十条〔未核实〕',
    );
  });

  it('names once what reads the same', () => {
    const editions = [{ law: '行政处罚法' }, { law: '行政处罚法' }, { law: '行政许可法' }];
    expect(basesText(editions)).toBe('《行政处罚法》、《行政许可法》');
  });
});
