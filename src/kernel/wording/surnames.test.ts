import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from '../procedure/mask.ts';
import { compoundSurnames, surnameOf } from './surnames.ts';

test.each([
  ['张三', '张某'],
  ['张三丰', '张某某'],
  ['欧阳测', '欧阳某'],
  ['欧阳测试', '欧阳某某'],
  ['司马测试', '司马某某'],
  ['诸葛测', '诸葛某'],
  // Nobody is called by a surname alone: here 欧 is the surname.
  ['欧阳', '欧某'],
  ['欧测试', '欧某某'],
  ['甲', '某'],
  ['', '某'],
])('[M1] the name %s is masked as %s', (name, masked) => {
  expect(mask('name', name)).toBe(masked);
});

// Characters that no surname of the list holds and that are not the mask.
const given = fc
  .array(fc.constantFrom(...'测试甲乙丙丁戊己庚辛壬癸'), { minLength: 1, maxLength: 6 })
  .map((chars) => chars.join(''));

test('[M1] a mask keeps the whole surname, nothing of the given name, and at most whether it is long', () => {
  const surnames = fc.constantFrom(...compoundSurnames, ...'张王李欧司诸上');
  fc.assert(
    fc.property(surnames, given, (surname, rest) => {
      expect(surnameOf(surname + rest)).toBe(surname);
      expect(mask('name', surname + rest)).toBe(surname + (rest.length > 1 ? '某某' : '某'));
    }),
  );
});

test('[M1] a mask of any text is short and shows no more than its first two characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const masked = mask('name', text);
      const shown = masked.replace(/某{1,2}$/u, '');
      expect(text.startsWith(shown)).toBe(true);
      expect([...shown].length).toBeLessThanOrEqual(2);
    }),
  );
});
