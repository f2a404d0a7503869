import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkRows, offersProblem, rowOfProblem } from './chosen-item.ts';
import type { Offers } from './field-meta.ts';
import { f } from './fields.ts';

const about = (field: string): Offers => ({ about: { by: 'power', field } });
const form = z.object({ power: f.listItem('事项', 'powers'), note: f.text('备注') });

test.each<[string, Offers, string | undefined]>([
  ['a kind and the own unit', { kind: 'penalty', ownUnit: true }, undefined],
  ['items about one chosen in the form', about('power'), undefined],
  ['items about one pinned before', about('case'), undefined],
  ['nothing about a text', about('note'), 'offers items about note, which is no item of the form nor pinned'],
  [
    'nothing about what is not there',
    about('gone'),
    'offers items about gone, which is no item of the form nor pinned',
  ],
])('[P26] a choice offers %s', (_, offers, problem) => {
  expect(offersProblem(offers, form, new Set(['case']))).toBe(problem);
});

const of = { field: 'benchmark', rows: 'tiers', key: 'code', shows: 'name' } as const;
const step = {
  name: '调查终结',
  from: ['open'],
  by: ['case-officer'],
  fields: z.object({
    benchmark: f.listItem('裁量基准', 'benchmarks').optional(),
    tier: f.rowOf('裁量阶次', of).optional(),
  }),
  pins: { benchmark: { list: 'benchmarks', field: 'benchmark' } },
} as const;
const item = { list: 'benchmarks', code: 'B1', name: '基准', tiers: [{ code: '1', name: '轻微' }] };

test('[P27] a row is chosen from an item that the same step pins', () => {
  expect(rowOfProblem(of, step)).toBeUndefined();
  expect(rowOfProblem(of, {})).toBe('a row of benchmark, which the step does not pin');
});

test('[P27] a chosen row is one of the item as it stands on the day', () => {
  const refusal = (input: Record<string, string>, pinned = true) =>
    checkRows(step, input, pinned ? { benchmark: item } : {});
  expect(refusal({ benchmark: 'B1' })).toBeUndefined();
  expect(refusal({ benchmark: 'B1', tier: '1' })).toBeUndefined();
  expect(refusal({ benchmark: 'B1', tier: '2' })).toMatchObject({
    rule: 'kernel.P27',
    message: '所选“裁量阶次”不在当日的“裁量基准”之内，请从中重新选择。',
    fields: [{ path: 'tier' }],
  });
  expect(refusal({ tier: '1' }, false)?.message).toBe('选择“裁量阶次”要先选择“裁量基准”。');
});
