import { describe, expect, test } from 'vitest';
import { lawBook } from '../../law/index.ts';
import { systems } from '../../systems/index.ts';
import { duties, dutiesOf } from '../../systems/yearly/leader-duties/duties.ts';
import { bodies } from '../../systems/yearly/leaders.ts';
import { standingOf } from './standing.ts';

const lectures = duties['lectures-government']!;
const report = duties['report-up']!;

describe('standing of a duty', () => {
  const at = (today: string, actual: number, brought = false) => ({ year: 2025, today, actual, brought });

  test('two lectures are asked for: one is not enough, and is late only when the year is over', () => {
    expect(standingOf(lectures, at('2025-12-31', 1))).toBe('running');
    expect(standingOf(lectures, at('2026-01-01', 1))).toBe('late');
    expect(standingOf(lectures, at('2025-06-01', 2))).toBe('done');
  });

  test('a duty with a day of its own is late from the day after', () => {
    expect(standingOf(report, at('2025-02-28', 0))).toBe('running');
    expect(standingOf(report, at('2025-03-01', 0))).toBe('late');
  });

  test('evidence fills a gap', () => {
    expect(standingOf(lectures, at('2026-01-01', 0, true))).toBe('done');
  });
});

describe('the duties', () => {
  const kinds = new Map(systems.indicators.map(({ declaration }) => [declaration.id, declaration.kinds]));

  test.each(Object.entries(duties))('%s stands on a provision and is measured by what exists', (_, duty) => {
    expect(lawBook.find(duty.provision)).toBeDefined();
    const { measure } = duty;
    if (measure.from !== 'figure') return;
    expect([...kinds.keys()]).toContain(measure.indicator);
    if (measure.kind) expect(Object.keys(kinds.get(measure.indicator) ?? {})).toContain(measure.kind);
  });

  test('every body has duties, its report of the year among them', () => {
    for (const body of Object.keys(bodies) as (keyof typeof bodies)[]) {
      expect(dutiesOf(body).map(([id]) => id)).toContain('statement');
    }
  });
});
