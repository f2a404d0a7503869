import { expect, it } from 'vitest';
import type { SchemeDraft } from '../../../src/client/contract/assessment-scheme.ts';
import { changeScheme, itemsOf, sumOf } from './scheme-state.ts';

const empty: SchemeDraft = {
  title: '方案',
  year: 2024,
  total: 100,
  classes: [{ id: 'a', name: '甲类', units: ['U1'] }],
  groups: [],
  bands: [],
  reviewGap: 0.2,
  overall: null,
};
const at = (group: number, part: number, item: number) => ({ group, part, item });

it('items are numbered by their place, also after one is moved or removed', () => {
  let scheme = changeScheme(empty, { type: 'add-group' });
  scheme = changeScheme(scheme, { type: 'add-item', group: 0, part: 0 });
  scheme = changeScheme(scheme, { type: 'item', at: at(0, 0, 1), by: { title: '第二' } });
  scheme = changeScheme(scheme, { type: 'move', at: at(0, 0, 1), by: -1 });
  expect(itemsOf(scheme).map(({ code, title }) => [code, title])).toEqual([
    ['1.1.1', '第二'],
    ['1.1.2', ''],
  ]);
  scheme = changeScheme(scheme, { type: 'remove-item', at: at(0, 0, 0) });
  expect(itemsOf(scheme).map(({ code }) => code)).toEqual(['1.1.1']);
  expect(changeScheme(scheme, { type: 'move', at: at(0, 0, 0), by: -1 })).toEqual(scheme);
});

it('marks add up without the dust of fractions; a bonus stands outside', () => {
  let scheme = changeScheme(empty, { type: 'add-group' });
  scheme = changeScheme(scheme, { type: 'add-item', group: 0, part: 0 });
  scheme = changeScheme(scheme, { type: 'add-item', group: 0, part: 0 });
  scheme = changeScheme(scheme, { type: 'points', at: at(0, 0, 0), unitClass: 'a', value: 0.1 });
  scheme = changeScheme(scheme, { type: 'points', at: at(0, 0, 1), unitClass: 'a', value: 0.2 });
  scheme = changeScheme(scheme, {
    type: 'item',
    at: at(0, 0, 2),
    by: { rule: { kind: 'bonus', per: 1, cap: 2 }, points: { a: 5 } },
  });
  expect(sumOf(itemsOf(scheme), 'a')).toBe(0.3);
  scheme = changeScheme(scheme, { type: 'points', at: at(0, 0, 1), unitClass: 'a', value: null });
  expect(itemsOf(scheme)[1]!.points).toEqual({});
});
