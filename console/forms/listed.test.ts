import { expect, test } from 'vitest';
import { listedRows, missingFrom } from './listed.ts';

const listed = {
  list: 'group',
  on: 'heldOn',
  columns: { name: 'name', unit: 'unit' },
  preset: { state: 'present' },
};
const items = [
  { name: '甲', unit: 'U1', title: '组长' },
  { name: '乙', unit: 'U2', title: '成员' },
];
const filled = [
  { name: '甲', unit: 'U1', state: 'present' },
  { name: '乙', unit: 'U2', state: 'present' },
];

test('an empty table takes a row for each of the list, with what stands beforehand', () => {
  expect(listedRows(listed, items, [])).toEqual(filled);
  expect(listedRows(listed, items, [{}])).toEqual(filled);
});

test('what was filled in stays; only those left out are added', () => {
  const rows = [
    { name: '乙', unit: 'U2', state: 'absent', absence: '出差' },
    { name: '列席人', unit: 'U9' },
  ];
  expect(listedRows(listed, items, rows)).toEqual([...rows, filled[0]]);
  expect(missingFrom(listed, items, rows)).toEqual(['甲']);
});

test('one of the same name in another unit is another', () => {
  expect(missingFrom(listed, items, [{ name: '甲', unit: 'U2' }, filled[1]!])).toEqual(['甲']);
});
