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

test('[P27] a row chosen from an item is shown by its name', () => {
  const penalty = systems.registry.get('penalty');
  const item = {
    list: 'discretion-benchmarks',
    code: 'B1',
    name: '基准',
    tiers: [{ code: '1', name: '轻微' }],
  };
  const shown = (items: (typeof item)[]) =>
    showFacts(penalty, { tier: '1' }, { personal: true, directory, items }).map(({ text }) => text);
  expect(shown([item])).toEqual(['轻微']);
  expect(shown([])).toEqual(['1']);
});

test('[P30] what names another matter opens it, and keys of the product are shown to nobody', () => {
  const alert = systems.registry.get('supervision-alert');
  const facts = {
    level: 'red',
    rule: 'clock.overdue',
    ruleName: '办理超期',
    subject: '01a09ef1-0000-7000-8000-000000000000',
    subjectNumber: 'CF-20260914-20J8B7M1',
    subjectProcedure: 'penalty',
    cause: '01a09ef1-0000-7000-8000-000000000000:closing:red:2026-12-02',
  };
  const shown = showFacts(alert, facts, { personal: true, directory });
  expect(shown.map(({ title, text, matter }) => [title, text, matter])).toEqual([
    ['预警等级', '红色警告', undefined],
    ['规则名称', '办理超期', undefined],
    ['办件编号', 'CF-20260914-20J8B7M1', facts.subject],
  ]);
});
