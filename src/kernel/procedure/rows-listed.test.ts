import { expect, test } from 'vitest';
import { z } from 'zod';
import type { RowsListed } from './field-meta.ts';
import { f } from './fields.ts';
import { rowsListedProblem } from './rows-listed.ts';

const row = { name: f.text('姓名'), state: f.choice('情况', { present: '出席', absent: '请假' }) };
const listed: RowsListed = {
  list: 'group',
  on: 'heldOn',
  columns: { name: 'name' },
  preset: { state: 'present' },
};
const problemOf = (changed: Partial<RowsListed>): string | undefined => {
  const rows = f.rows('出席', row, { listed: { ...listed, ...changed } });
  return rowsListedProblem(
    { ...listed, ...changed },
    rows,
    z.object({ heldOn: f.date('日期'), note: f.text('备注'), rows }),
  );
};

test.each<[string, Partial<RowsListed>, string | undefined]>([
  ['stands', {}, undefined],
  ['needs a day of the form', { on: 'note' }, 'rows listed on note, which is no date of the form'],
  ['needs a day that is there', { on: 'gone' }, 'rows listed on gone, which is no date of the form'],
  [
    'fills columns of the table',
    { columns: { title: 'title' } },
    'rows from a list without the column title',
  ],
  [
    'presets what a column takes',
    { preset: { state: 'late' } },
    'rows from a list: state does not take late',
  ],
])('[P23] a table filled from a list %s', (_, changed, problem) => {
  expect(problemOf(changed)).toBe(problem);
});
