import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryTerms, searchTerms } from './terms.ts';

const finds = (text: string, query: string) => {
  const terms = new Set(searchTerms(text));
  return queryTerms(query).every((term) => terms.has(term));
};

describe('search terms', () => {
  test('Chinese is found by any part of it, by one character and by the initials it begins with', () => {
    const text = '食品经营许可（热食类）';
    for (const query of ['食品', '经营许可', '类', '热食类', 'spjy', 'spjyxk', 'rsl']) {
      expect(finds(text, query), query).toBe(true);
    }
    for (const query of ['药品', '许可经营', 'xk', 'ypjy']) expect(finds(text, query), query).toBe(false);
  });

  test('a character of several readings takes the one of its word', () => {
    expect(finds('行政许可', 'xzxk')).toBe(true);
    expect(finds('银行监管', 'yhjg')).toBe(true);
  });

  test('numbers and words are found whole or by their first six places, whatever their case or width', () => {
    const text = 'XK-20240927-7K3M9QXB';
    for (const query of ['xk', '2024', '20240927', '7k3m9q', 'ＸＫ－２０２４', 'xk-20240927-7k3m9qxb']) {
      expect(finds(text, query), query).toBe(true);
    }
    expect(finds(text, '0927')).toBe(false);
  });

  test('a query of several words asks for all of them', () => {
    expect(finds('石城区 食品经营许可 2024', '许可 2024')).toBe(true);
    expect(finds('石城区 食品经营许可 2024', '许可 2023')).toBe(false);
  });

  test('a query without any word asks for nothing', () => {
    expect(queryTerms(' （）—— ')).toEqual([]);
  });

  test('[K14] a Chinese text is found by every part of it', () => {
    const han = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map(String.fromCodePoint),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(han, fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        expect(finds(text, text.slice(start, end))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
