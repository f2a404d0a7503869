import { expect, it } from 'vitest';
import { unifyCharacters } from './characters.ts';

it('reads the radicals of PDF fonts as the characters they stand for', () => {
  expect(
    unifyCharacters('\u2ef0头企业、人\u2ea0政府各部\u2ed4：意\u2ec5\u2ed3效，防\u2edb险，材料\u2eec全'),
  ).toBe('龙头企业、人民政府各部门：意见长效，防风险，材料齐全');
  expect(unifyCharacters('\u2f00切为了\u2f08民')).toBe('一切为了人民');
});
