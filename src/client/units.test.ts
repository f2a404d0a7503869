import { expect, test } from 'vitest';
import { unitMarked, unitsToChoose } from './units.ts';

const ended = { code: 'U9', from: '2015-01-01', to: '2025-06-30' };
const stands = { code: 'U1', from: '2015-01-01', to: null };
const later = { code: 'U2', from: '2025-07-01', to: null };
const units = [ended, stands, later];
const codes = (on: string, chosen: string[] = []) => unitsToChoose(units, on, chosen).map(({ code }) => code);

test('a form offers the units of the day of its act: a unit on its last day, its heir on the day after', () => {
  expect(codes('2025-06-30')).toEqual(['U9', 'U1']);
  expect(codes('2025-07-01')).toEqual(['U1', 'U2']);
});

test('what is chosen already stays readable', () => {
  expect(codes('2025-07-01', ['U9'])).toEqual(['U9', 'U1', 'U2']);
});

test('a unit that has ended is marked, from the day after its last', () => {
  expect(unitMarked('原某局', ended, '2025-06-30')).toBe('原某局');
  expect(unitMarked('原某局', ended, '2025-07-01')).toBe('原某局（已撤销）');
  expect(unitMarked('某局', stands, '2030-01-01')).toBe('某局');
});
