import { expect, it } from 'vitest';
import type { FormField } from '../../src/client/contract/catalogue.ts';
import { allowedChoices, answersItem, proposedRows, rowChoices } from './proposed.ts';

const from: NonNullable<FormField['from']> = {
  field: 'item',
  rows: 'materials',
  key: 'code',
  shows: 'name',
  only: { given: { shared: 'open', promised: 'later' } },
  preset: { given: { shared: 'open' } },
};
const item = [
  { code: 'a', name: '申请表', open: false, later: true },
  { code: 'b', name: '证照', open: true, later: false },
];
const given: FormField = {
  name: 'given',
  title: '情况',
  widget: 'choice',
  required: true,
  personal: false,
  choices: { provided: '已提交', shared: '共享', promised: '容缺' },
};

it('[P21] proposes a row for each row of the item, with what stands beforehand', () => {
  expect(proposedRows(from, item, [])).toEqual([{ code: 'a' }, { code: 'b', given: 'shared' }]);
});

it('[P21] keeps what was answered, in the order of the item, and drops rows the item does not know', () => {
  const answered = [
    { code: 'z', given: 'provided' },
    { code: 'b', given: 'provided' },
    { code: 'a', given: 'promised' },
  ];
  const rows = proposedRows(from, item, answered);
  expect(rows).toEqual([answered[2], answered[1]]);
  expect(answersItem(from, item, rows)).toBe(true);
  expect(answersItem(from, item, answered)).toBe(false);
});

it('[P21] offers only what the row of the item allows, and shows what was answered all the same', () => {
  const offered = (row: (typeof item)[number], made?: string) =>
    Object.keys(allowedChoices(from, given, row, made).choices ?? {});
  expect(offered(item[0]!)).toEqual(['provided', 'promised']);
  expect(offered(item[1]!)).toEqual(['provided', 'shared']);
  expect(offered(item[0]!, 'shared')).toEqual(['provided', 'shared', 'promised']);
});

it('[P27] offers the rows of an item by their names, with what else the list says about them', () => {
  const column = (name: string, title: string, widget: FormField['widget']): FormField => ({
    name,
    title,
    widget,
    required: false,
    personal: false,
  });
  const columns = [
    column('code', '编码', 'text'),
    column('name', '阶次', 'text'),
    column('max', '罚款上限', 'money'),
    column('heard', '应当听证', 'flag'),
  ];
  const of = { field: 'benchmark', rows: 'tiers', key: 'code', shows: 'name' };
  const rows = [
    { code: '1', name: '轻微', max: 2000, heard: false },
    { code: '2', name: '严重', max: 20_000, heard: true },
  ];
  expect(rowChoices(of, columns, rows)).toEqual([
    { value: '1', label: '轻微', about: '罚款上限：2,000元' },
    { value: '2', label: '严重', about: '罚款上限：20,000元；应当听证' },
  ]);
});
