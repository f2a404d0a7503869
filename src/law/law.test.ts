import { describe, expect, test } from 'vitest';
import { citation, type Limit } from '../kernel/clock/law.ts';
import { RefusedError } from '../kernel/errors.ts';
import { createLawBook, lawBook } from './index.ts';

describe('the tables', () => {
  test('hold every provision once', () => {
    expect(lawBook.all.length).toBeGreaterThan(408);
    expect(new Set(lawBook.all.map((p) => p.id)).size).toBe(lawBook.all.length);
  });

  test('every provision says its rule in one Chinese sentence and names its law in Chinese', () => {
    const wrong = lawBook.all.filter(
      (p) =>
        !/^[^。]*\p{Script=Han}[^。]*。$/u.test(p.rule) ||
        !/\p{Script=Han}/u.test(p.law) ||
        /[《》]/.test(p.law),
    );
    expect(wrong.map((p) => p.id)).toEqual([]);
  });

  test('articles are cited in Chinese, limits are positive, intervals run forward', () => {
    for (const p of lawBook.all) {
      expect(p.article ?? '', p.id).not.toMatch(/^\d|Art|[a-z]/);
      expect(p.to === null || p.from <= p.to, p.id).toBe(true);
      expect(p.limit === undefined || p.limit.amount > 0, p.id).toBe(true);
    }
  });

  test('every clock with a limit names the events it runs between, and its rule tells the number', () => {
    const limited = lawBook.all.filter((p) => p.kind === 'clock' && p.limit !== undefined);
    expect(limited.length).toBeGreaterThan(150);
    for (const p of limited) {
      expect(p.startsWith && p.endsWith, p.id).toBeTruthy();
      expect(p.rule, p.id).toContain(String(p.limit?.amount));
    }
  });

  test('what counts days for a provision is itself a provision', () => {
    const unknown = lawBook.all.filter(
      (p) => p.counting !== undefined && lawBook.find(p.counting) === undefined,
    );
    expect(unknown).toEqual([]);
    expect(lawBook.find(lawBook.general)?.law).toBe('民事诉讼法');
  });

  test('what was not read says so', () => {
    // Former texts that bear on cases of their time: the market rules of 2018, articles of 1996 and of 2007; one of 2026.
    const former = /^(TS1-|SJ0-|TZ0-|CF0-(1[7-9]|2\d)$|GK0-(0[7-9]|1\d)$)/;
    const unread = lawBook.all.filter((p) => p.verified !== 'verified').map((p) => p.id);
    expect(unread.filter((id) => !former.test(id))).toHaveLength(29);
    expect(lawBook.all.filter((p) => former.test(p.id) && p.verified === 'verified')).toEqual([]);
    expect(lawBook.get('CF0-16').verified).toBe('memory-high');
    expect(lawBook.get('CF1-29').verified).toBe('verified');
  });
});

const limit = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit });

test.each([
  ['XK-09', '《行政许可法》第四十二条第一款', limit(20, 'workday')],
  ['XK-10', '《行政许可法》第四十二条第二款', limit(45, 'workday')],
  ['CF0-04', '《行政处罚法》（1996年）第三十七条', limit(7, 'day')],
  ['CF1-25', '《行政处罚法》（2021年修订）第五十六条', limit(7, 'workday')],
  ['CF1-29', '《行政处罚法》（2021年修订）第六十条', limit(90, 'day')],
  ['CF1-32', '《行政处罚法》（2021年修订）第六十四条第一项', limit(5, 'workday')],
  ['QZ-03', '《行政强制法》第十九条', limit(24, 'hour')],
  ['GK0-02', '《政府信息公开条例》（2007年）第二十四条', limit(15, 'workday')],
  ['GK1-06', '《政府信息公开条例》（2019年修订）第三十三条', limit(20, 'workday')],
  ['S3-04', '国办发〔2018〕118号（六）', limit(7, 'workday')],
  ['SS-03', '《行政诉讼法》第四十六条', limit(6, 'month')],
])('%s: %s', (id, cited, expected) => {
  expect(citation(lawBook.get(id))).toBe(cited);
  expect(lawBook.get(id).limit).toEqual(expected);
});

describe('validity', () => {
  test('inForce includes the first and the last day', () => {
    expect(lawBook.inForce('CF0-04', '2021-07-14')).toBe(true);
    expect(lawBook.inForce('CF0-04', '2021-07-15')).toBe(false);
    expect(lawBook.inForce('CF1-25', '2021-07-14')).toBe(false);
    expect(lawBook.inForce('CF1-25', '2021-07-15')).toBe(true);
  });

  test.each([
    ['CF1-25', '2017-03-01', 'CF0-04'],
    ['CF0-04', '2024-03-01', 'CF1-25'],
    ['CF1-29', '2017-03-01', 'CF0-16'],
    ['MS-01', '2022-01-01', 'MS-02'],
    ['GK1-06', '2019-05-14', 'GK0-02'],
    ['FY1-25', '2023-12-31', 'FY0-09'],
    ['FY0-09', '2024-01-01', 'FY1-25'],
    ['XF1-05', '2022-04-30', 'XF0-03'],
    ['S3-04', '2018-06-01', 'S3-12'],
    ['SS-03', '2015-04-30', 'SS0-01'],
    ['GO-05', '2022-01-01', 'GO-02'],
    ['CF1-44', '2021-07-14', 'CF0-19'],
    ['CF1-07', '2017-03-01', 'CF0-20'],
    ['CF1-19', '2019-03-01', 'S3-04'],
    ['GK1-19', '2019-05-14', 'GK0-08'],
    ['TS-01', '2026-04-15', 'TS1-01'],
    ['TS1-01', '2026-04-14', 'TS-01'],
    ['SJ-05', '2021-07-14', 'SJ0-05'],
    ['SJ0-05', '2021-07-15', 'SJ-05'],
    ['SJ-06', '2017-03-01', 'CF0-16'],
    ['TZ-01', '2019-04-01', 'TZ0-01'],
    ['TZ-01', '2019-03-29', 'CF0-10'],
  ])('on the subject of %s the rule of %s was %s', (id, date, then) => {
    expect(lawBook.successor(id, date)?.id).toBe(then);
  });

  test('no rule is known before the first law on a subject', () => {
    expect(lawBook.successor('XK-09', '2004-06-30')).toBeUndefined();
    expect(lawBook.successor('CF1-25', '1996-09-30')).toBeUndefined();
  });
});

test('an unknown id is refused in Chinese', () => {
  expect(lawBook.find('XX-99')).toBeUndefined();
  expect(() => lawBook.get('XX-99')).toThrow(RefusedError);
  expect(() => lawBook.get('XX-99')).toThrow('没有编号为“XX-99”的规定');
});

test('tables that do not fit each other do not load', () => {
  const [first] = lawBook.all;
  expect(() => createLawBook([first!, first!], [])).toThrow('given twice');
  expect(() => createLawBook([first!], [['DAY-01', 'NONE-1']])).toThrow('unknown provision NONE-1');
});
