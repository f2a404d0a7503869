import { describe, expect, test } from 'vitest';
import { f } from './fields.ts';

describe('numbers are kept as they are meant, however they were typed or pasted', () => {
  test.each([
    [f.residentId(), ' 11010519491231002x', '11010519491231002X'],
    [f.residentId(), '110105 19491231 002X', '11010519491231002X'],
    [f.creditCode(), '９１３５０１００ｍ０００１００ｙ４３', '91350100M000100Y43'],
    [f.phone(), '（０５９１）8765 4321', '(0591)87654321'],
    [f.phone(), '138 0000 0000', '13800000000'],
  ])('%#: %j', (field, typed, kept) => {
    expect(field.parse(typed)).toBe(kept);
  });

  test('what is no number is refused by its form', () => {
    expect(f.residentId().safeParse('1101051949123100').error?.issues[0]?.message).toBe(
      '公民身份号码应为18位数字，末位可以是X',
    );
    expect(f.phone().safeParse('转分机').success).toBe(false);
  });

  test('text that is no number keeps its blanks and letters', () => {
    expect(f.text('名称').parse(' Ａ座 b室 ')).toBe('Ａ座 b室');
  });
});

test('fields refuse what cannot be stored or is not a value', () => {
  const text = f.text('名称');
  for (const bad of ['', '  ', 'a\u0000b', '\ud800', 'x'.repeat(201)])
    expect(text.safeParse(bad).success).toBe(false);
  const money = f.money('数额');
  for (const bad of [-1, 0.001, Number.NaN, Number.POSITIVE_INFINITY, 1e12, '5'])
    expect(money.safeParse(bad).success).toBe(false);
  for (const good of [0, 0.1 + 0.2, 1234.56]) expect(money.safeParse(good).success).toBe(true);
  for (const bad of ['2024-02-30', '2023-02-29', '20240227', ''])
    expect(f.date('日').safeParse(bad).success).toBe(false);
  expect(f.date('日').safeParse('2024-02-29').success).toBe(true);
});
