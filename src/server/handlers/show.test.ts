import { expect, test } from 'vitest';
import { systems } from '../../systems/index.ts';
import type { Directory } from '../directory.ts';
import { showFacts } from './show.ts';

const licence = systems.registry.get('licence');
const directory = {} as Directory;

test('a personal value that was destroyed leaves a line that says so', () => {
  const digests = new Set(['personName']);
  const [shown, ...rest] = showFacts(licence, {}, { personal: true, directory, digests });
  expect(shown).toMatchObject({ name: 'personName', value: null, text: '已按规定销毁', masked: false });
  expect(rest).toEqual([]);
});

test('a value that is still there is shown, and a field never filled in is not', () => {
  const digests = new Set(['personName']);
  const shown = showFacts(licence, { personName: '某甲' }, { personal: true, directory, digests });
  expect(shown.map(({ name, text }) => [name, text])).toEqual([['personName', '某甲']]);
  expect(showFacts(licence, {}, { personal: true, directory })).toEqual([]);
});
