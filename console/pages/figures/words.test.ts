import { describe, expect, test } from 'vitest';
import { askedOf, periodText, yearBefore } from './asked.ts';
import { changeText, findsKind, isMixed, ofKind, valueText } from './words.ts';

describe('values', () => {
  test('carry their unit; shares are percentages; nothing is a dash', () => {
    expect(valueText(12345, { measure: 'flow', unit: '件' })).toBe('12,345件');
    expect(valueText(0.9871, { measure: 'rate', unit: '%' })).toBe('98.7%');
    expect(valueText(null, { measure: 'rate', unit: '%' })).toBe('—');
  });

  test('are compared with the year before', () => {
    expect(changeText(112.5, 100, 'flow')).toBe('增长12.5%');
    expect(changeText(90, 100, 'stock')).toBe('下降10%');
    expect(changeText(0.95, 0.98, 'rate')).toBe('降低3个百分点');
    expect(changeText(5, 5, 'flow')).toBe('持平');
    expect(changeText(5, 0, 'flow')).toBe('');
    expect(changeText(5, undefined, 'flow')).toBe('');
  });
});

describe('kinds of an indicator', () => {
  const returned = {
    measure: 'flow' as const,
    unit: '',
    kinds: { 'FZ-01': '政务服务办件', 'FZ-02': '罚没金额' },
    kindUnits: { 'FZ-01': '件', 'FZ-02': '元' },
    kindInitials: { 'FZ-01': 'zwfwbj', 'FZ-02': 'fmje' },
  };

  test('are found by name, code or initials', () => {
    const found = (typed: string) =>
      Object.keys(returned.kinds).filter((code) => findsKind(returned, code, typed));
    expect(found('办件')).toEqual(['FZ-01']);
    expect(found('FMJ')).toEqual(['FZ-02']);
    expect(found('fz-0')).toEqual(['FZ-01', 'FZ-02']);
    expect(found('没有')).toEqual([]);
  });

  test('of different units are not added up; one of them carries its own unit', () => {
    expect(isMixed(returned)).toBe(true);
    expect(isMixed({ kinds: { red: '红色' } } as never)).toBe(false);
    expect(valueText(3, ofKind(returned, 'FZ-02'))).toBe('3元');
    expect(valueText(3, ofKind(returned, undefined))).toBe('3');
  });
});

describe('a period', () => {
  test('is this year so far unless the address says two months in order', () => {
    const asked = (text: string) => askedOf(new URLSearchParams(text), ['penalty'], '2026-11-22');
    expect(asked('')).toMatchObject({ source: 'penalty', from: '2026-01', to: '2026-11' });
    expect(asked('from=2025-03&to=2025-05')).toMatchObject({ from: '2025-03', to: '2025-05' });
    expect(asked('from=2025-13&to=2025-05')).toMatchObject({ from: '2026-01', to: '2026-11' });
    expect(asked('from=2025-06&to=2025-05&by=day')).not.toHaveProperty('by');
  });

  test('is written as people say it, and moved by a year', () => {
    expect(periodText({ from: '2025-01', to: '2025-12' })).toBe('2025年');
    expect(periodText({ from: '2025-03', to: '2025-03' })).toBe('2025年3月');
    expect(periodText({ from: '2025-11', to: '2026-02' })).toBe('2025年11月至2026年2月');
    expect(yearBefore({ from: '2025-11', to: '2026-02' })).toEqual({ from: '2024-11', to: '2025-02' });
  });
});
